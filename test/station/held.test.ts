/** Everything held on one person: all of it, in words, and nothing of anybody else; read back from the file as whoever asked would have it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { isGone } from '../../shared/domain/fact.ts'
import type { Station } from '../../electron/station/app/station.ts'
import type { Held } from '../../electron/station/people/held.ts'
import { heldFile } from '../../electron/station/people/index.ts'
import { isId } from '../../electron/station/kernel/journal/index.ts'
import { fc, runs } from '../support/chance.ts'
import { runHere } from '../support/run-cli.ts'
import { MEMORY, tempFolder } from '../support/temp-folder.ts'
import {
  anAction,
  anyone,
  aPledge,
  ewa,
  facilitator,
  handClock,
  kwame,
  openTest,
  organiser,
  shippedPack,
  steward,
} from '../support/test-station.ts'

const JOB = '018c5d3c-92a0-72e3-993e-651067d81400'

/** What somebody has in their hands: the whole file, and what they read of it. */
function handedOver(station: Station, id: string): { file: string; read: string; held: Held } {
  const held = station.held.on(id)
  if (held === null) throw new Error('Nobody is held')
  const file = [...heldFile(held, 'html').chunks].map((piece) => Buffer.from(piece).toString()).join('')
  const read = file
    .replace(/<script[\s\S]*<\/script>|<style[\s\S]*?<\/style>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
  const data = /<script type="application\/json" id="held">(.*)<\/script>/.exec(file)?.[1] ?? ''
  return { file, read, held: JSON.parse(data) as Held }
}

/** A day on which Ewa did all that somebody can do, and Kwame stood beside her. */
function aFullDay() {
  const clock = handClock()
  const station = openTest(tempFolder(MEMORY), { now: clock })
  station.loadEvent(shippedPack(), false)
  const { signIn } = station
  const list = 'Name,Organisation,E-mail,Access\nEwa Kaur,Elmdon House,ewa@elmdon.example,A seat by the door\n'
  signIn.importer.run(organiser, 'guests of the host.csv', Buffer.from(list), {})
  const her = signIn.called('Ewa Kaur')[0]?.id ?? ''
  const his = signIn.add(organiser, { ...kwame, email: 'kwame@meriden.example' })
  const pass = () => clock.pass(60_000)
  pass()
  signIn.signIn(steward, her)
  signIn.note(steward, her, 'Her lift home is Kwame Okonkwo-Bell, kwame@meriden.example')
  signIn.recordNeeds(steward, her, { access: 'Step-free', dietary: 'No nuts' })
  station.badges.printed(steward, [her], { layout: 'a6', why: 'alone', job: JOB })
  pass()
  const made = (by: string, wording: string) =>
    station.pledges.make(anyone, { ...aPledge, by: { kind: 'delegate', delegate: by }, wording }).made?.id ?? ''
  const hers = made(her, 'Two weeks in our workshop with Kwame Okonkwo-Bell')
  const secret = made(his, 'Nobody else is to know of this')
  const mistaken = made(her, 'This was never hers')
  station.pledges.amend(steward, hers, { quantity: 7 }, 'She said seven')
  pass()
  station.pledges.attribute(organiser, mistaken, { kind: 'delegate', delegate: his }, false, 'Kwame typed it')
  station.pledges.amend(steward, mistaken, { wording: 'What he really meant' }, 'He said so')
  station.workshops.propose(facilitator, { ...anAction, owner: 'Ewa Kaur and Kwame Okonkwo-Bell' })
  station.workshops.propose(facilitator, { ...anAction, owner: 'Head of Libraries', title: 'Somebody else’s action' })
  const { rollCall } = station.rollCalls.start(steward, 'Sam Vale', null)
  station.rollCalls.tick(steward, { rollCall: rollCall.id, delegate: her, ticked: true, by: 'Sam Vale' })
  station.drafts.save('pledge', JSON.stringify({ wording: 'Ewa Kaur will also', other: 'Not of her' }), 'tab-1')
  pass()
  signIn.signOut(steward, her)
  return { station, clock, her, his, hers, secret }
}

describe('everything held on somebody', () => {
  test('is all in one file that asks nobody for anything, in words and as data', () => {
    const { station, her } = aFullDay()
    const { file, read, held } = handedOver(station, her)
    for (const words of [
      'Everything held on Ewa Kaur',
      'ewa@elmdon.example',
      'guests of the host.csv',
      'A seat by the door',
      'Step-free',
      'No nuts',
      'Signed in',
      'Signed out',
      'Badge printed',
      'Note for staff',
      'Two weeks in our workshop',
      'She said seven',
      'Accounted for in a roll call',
      'Action proposed',
      'Ewa Kaur will also',
      'by a steward',
    ])
      expect(read).toContain(words)
    // No word of ours for how it came, and what names them elsewhere says what it is.
    expect(read).not.toMatch(/How it came\s*(screen|hand|paper|import)\b/)
    expect(read).toMatch(/How it came\s*at a tablet/)
    const elsewhere = held.happened.find(({ title }) => title === 'Where they are named elsewhere')
    expect(elsewhere?.lines.find(({ what }) => what === 'Action proposed')?.says.map(({ name }) => name)).toContain(
      'Reference',
    )
    expect(held).toMatchObject({ format: 'pledge-kiosk-held', version: 1, person: 'Ewa Kaur' })
    expect(held.happened[0]?.lines.map(({ at }) => at)).toEqual(held.happened[0]?.lines.map(({ at }) => at).toSorted())
    // It is whole in itself: no address is asked for anything, and nothing in it runs.
    expect(file).toContain("default-src 'none'")
    expect(file).not.toMatch(/(src|href)=|url\(|@import|<script(?! type="application\/json")/)
  })

  test('has nothing of anybody else in it, also not in what was written of them', () => {
    const { station, her } = aFullDay()
    const { file } = handedOver(station, her)
    for (const words of [
      'Kwame',
      'Okonkwo',
      'kwame@meriden',
      'Meriden Motors',
      'Nobody else is to know',
      'What he really meant',
      'Sam Vale',
      'Head of Libraries',
      'Not of her',
    ])
      expect(file).not.toContain(words)
  })

  test('has what was hers once, and not what somebody else said of it since', () => {
    const { station, her, his } = aFullDay()
    expect(handedOver(station, her).read).toContain('This was never hers')
    const { read } = handedOver(station, his)
    expect(read).toContain('What he really meant')
    expect(read).toContain('Her lift home is Kwame Okonkwo-Bell')
    expect(read).not.toContain('Ewa')
  })

  test('of two entries that are one has what was said of either; of whoever is forgotten there is nothing', () => {
    const { station, her } = aFullDay()
    const again = station.signIn.walkIn(steward, { ...ewa, name: 'E. Kaur' }, { access: 'A hearing loop', dietary: '' })
    station.signIn.onePerson.merge(organiser, her, again.id, 'She said so')
    for (const id of [her, again.id]) {
      const { read } = handedOver(station, id)
      for (const words of ['A hearing loop', 'Step-free', 'Said to be one person with']) expect(read).toContain(words)
    }
    station.eraseDelegate(organiser, her, 'She asked')
    expect([her, again.id].map((id) => station.held.on(id))).toEqual([null, null])
  })

  test('whatever is in a name or a wording, it is read as what it is', () => {
    const { station } = aFullDay()
    const name = '<b>O’Neil</b> & "Sons"</script><script>alert(1)</script>'
    const odd = station.signIn.add(organiser, { ...ewa, name, email: '' })
    const { file, read, held } = handedOver(station, odd)
    expect(held.person).toBe(station.signIn.delegate(odd)?.name)
    expect(read).toContain(`Everything held on ${held.person}`)
    expect(file).not.toContain('<script>')
    expect(file.match(/<\/script>/g)).toHaveLength(1)
  })
})

test('Whatever was said of somebody, every word that is held of them is in the file, and no word that is held of another alone', () => {
  const step = fc.record({
    what: fc.constantFrom('needs', 'note', 'amend', 'pledge', 'reword', 'attribute', 'withdraw', 'merge'),
    whom: fc.nat(2),
    other: fc.nat(2),
  })
  fc.assert(
    fc.property(fc.array(step, { minLength: 3, maxLength: 14 }), (steps) => {
      const clock = handClock()
      const station = openTest(tempFolder(MEMORY), { now: clock })
      station.loadEvent(shippedPack(), false)
      const people = ['Ada Elmtree', 'Ben Oaktree', 'Cai Ashtree'].map((name, nth) =>
        station.signIn.add(organiser, { ...ewa, name, organisation: `Org${nth}x`, email: `p${nth}x@elmdon.example` }),
      )
      const pledges: string[] = []
      for (const [nth, { what, whom, other }] of steps.entries()) {
        clock.pass(60_000)
        const [id = '', second = ''] = [people[whom], people[other]]
        const mark = `word${nth}of${whom}x`
        const pledge = pledges[other]
        if (what === 'needs') station.signIn.recordNeeds(steward, id, { access: mark, dietary: '' })
        else if (what === 'note') station.signIn.note(steward, id, mark)
        else if (what === 'amend') station.signIn.amend(steward, id, { role: mark }, `${mark} why`)
        else if (what === 'pledge')
          pledges.push(
            station.pledges.make(anyone, { ...aPledge, wording: mark, by: { kind: 'delegate', delegate: id } }).made
              ?.id ?? '',
          )
        else if (pledge === undefined) continue
        else if (what === 'reword') station.pledges.amend(steward, pledge, { wording: `again${nth}` }, `reason${nth}`)
        else if (what === 'withdraw') station.pledges.withdraw(organiser, pledge, `back${nth}`)
        else if (what === 'attribute')
          station.pledges.attribute(organiser, pledge, { kind: 'delegate', delegate: second }, false, `whose${nth}`)
        else if (pledges[whom] !== undefined)
          station.pledges.merge(organiser, pledge, pledges[whom] ?? pledge, `twice${nth}`)
      }
      const said = people.map((person) =>
        [...station.journal.facts.holding(person), ...station.journal.facts.about(person)].flatMap(({ fields }) =>
          fields.flatMap((field) =>
            !isGone(field) && field.about === person && typeof field.value === 'string' && !isId(field.value)
              ? [field.value]
              : [],
          ),
        ),
      )
      for (const [nth, person] of people.entries()) {
        const { read, file } = handedOver(station, person)
        const own = new Set(said[nth])
        for (const value of own) if (value !== '' && value !== 'voluntary') expect(read).toContain(value)
        const others = said.flatMap((values, of) => (of === nth ? [] : values))
        for (const value of others)
          if (value !== '' && value.endsWith('x') && !own.has(value)) expect(file).not.toContain(value)
      }
      station.close()
    }),
    { numRuns: runs(20) },
  )
})

test('the terminal writes it, for whoever is named just so, and says which where there are two', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pledge-kiosk-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const data = join(folder, 'station')
  const station = openTest(data)
  station.loadEvent(shippedPack(), false)
  const [her, another] = [ewa, { ...ewa, organisation: 'Solihull College', email: '' }].map((one) =>
    station.signIn.add(organiser, one),
  )
  const badge = station.signIn.badge(her ?? '')
  station.close()
  const run = async (...args: string[]) => {
    const { code, out } = await runHere('person', 'export', ...args, '--data', data, '--json')
    return { code, json: JSON.parse(out) as Record<string, unknown> }
  }
  expect(await run('--of', 'Ewa Kaur', '--out', join(folder, 'a.html'))).toMatchObject({
    code: 1,
    json: {
      people: expect.arrayContaining([expect.objectContaining({ id: another, organisation: 'Solihull College' })]),
    },
  })
  expect(await run('--of', 'Nobody Here', '--out', join(folder, 'a.html'))).toMatchObject({ code: 1 })
  for (const [nth, who] of [her ?? '', badge, 'EWA@elmdon.example'].entries()) {
    const file = join(folder, `${nth}.html`)
    expect(await run('--of', who, '--out', file)).toMatchObject({ code: 0, json: { file, person: her, entries: 1 } })
    expect(readFileSync(file, 'utf8')).toContain('Everything held on Ewa Kaur')
  }
  const out = join(folder, 'her.json')
  expect(await run('--of', badge, '--out', out)).toMatchObject({ code: 0 })
  expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({ format: 'pledge-kiosk-held', person: 'Ewa Kaur' })
})
