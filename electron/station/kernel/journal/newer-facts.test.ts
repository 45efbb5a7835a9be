/** Tablets of one event are not all updated on one day: what a newer app wrote is kept and passed on, and harms nothing. */
import { describe, expect, test } from 'vitest'
import type { Fact } from '../../../../shared/domain/fact.ts'
import { AS_FOUND } from '../../../../shared/domain/import-decisions.ts'
import { anyStep, loadedStation, play } from '../../../../test/support/any-day.ts'
import { type CarriedChain, carry, factsOf, takeIn } from '../../../../test/support/merge.ts'
import { otherApp } from '../../../../test/support/other-app.ts'
import { tempFolder } from '../../../../test/support/temp-folder.ts'
import {
  anyone,
  aPledge,
  ewa,
  handClock,
  openTest,
  organiser,
  readyStation,
  steward,
} from '../../../../test/support/test-station.ts'
import type { Station } from '../../app/station.ts'
import { endsOf } from './seen.ts'
import { fc, runs } from '../../../../test/support/chance.ts'

const SECOND = 1000

const eventOf = (station: Station): string => station.currentEvent()?.id ?? ''
const recordsOf = (station: Station): string[] => [...station.journal.records.lines()]

/** What a newer app says that its texts say of people: this app needs to know none of it. */
const theirs = (kind: 'identity' | 'contact' | 'need' | 'note' | 'words') => ({
  class: kind,
  about: 'subject' as const,
})
const LABELS = {
  'changes.contact': { class: 'contact' as const, about: null },
  'notes[]': theirs('note'),
  'access[]': theirs('need'),
}

/** The day goes on at one tablet, and a newer one beside it writes about the same person, pledge and event. */
async function dayWithANewerTablet() {
  const clock = handClock()
  const here = await readyStation({ now: clock })
  const other = otherApp(eventOf(here))
  /** What the newer tablet says of something, a second after all that was said before; it has seen all of it. */
  const newer = (type: string, v: number, subject: string, body: unknown): Fact => {
    clock.pass(SECOND)
    const at = `${new Date(clock()).toISOString()}.0000`
    const after = endsOf(here.journal.facts.links(subject))
    const fact = other.write({ at, wall: clock(), type, v, subject, after, body, labels: LABELS })
    expect(takeIn(here, [other.carried()])).toMatchObject({ refused: 0, waiting: 0, clashing: 0 })
    clock.pass(SECOND)
    return fact
  }
  return { here, newer }
}

describe('a newer tablet writes in the middle of what this one knows of a person', () => {
  test.each([
    [
      'a newer version of a known type',
      'delegate.amended',
      2,
      { changes: { organisation: { name: 'Elmdon' } }, why: 7 },
    ],
    [
      'a newer version whose body this app could also read',
      'delegate.amended',
      2,
      { changes: { role: 'X' }, reason: '' },
    ],
    ['a newer version of what opens a record', 'delegate.added', 3, null],
    ['a type of tomorrow', 'weather.noticed', 1, { rain: true }],
  ])('%s is kept and passed on, not folded', async (_what, type, v, body) => {
    const { here, newer } = await dayWithANewerTablet()
    const id = here.signIn.add(organiser, ewa)
    here.signIn.signIn(steward, id)
    const before = recordsOf(here)
    const strange = newer(type, v, id, body)
    expect(recordsOf(here)).toEqual(before)
    expect(here.journal.facts.about(id).at(-1)).toEqual(strange)

    here.signIn.amend(steward, id, { table: 'Table 9' }, 'They moved')
    here.signIn.signOut(steward, id)
    expect(here.signIn.delegate(id)).toMatchObject({ role: ewa.role, table: 'Table 9', presence: 'left' })
    const kept = recordsOf(here)
    here.journal.records.refoldAll()
    expect(recordsOf(here)).toEqual(kept)
    expect(here.check()).toMatchObject({ sound: true, findings: [] })

    const third = openTest(tempFolder())
    carry(here, third)
    expect(third.journal.facts.about(id)).toEqual(here.journal.facts.about(id))
    expect(recordsOf(third)).toEqual(kept)
  })

  test('it leaves no mark of two people who did not see each other: nothing that is shown was changed', async () => {
    const { here, newer } = await dayWithANewerTablet()
    const id = here.signIn.add(organiser, ewa)
    newer('delegate.amended', 2, id, { changes: {} })
    // Somebody else who had heard neither of it nor of anything since.
    const unaware = otherApp(eventOf(here))
    unaware.write({
      at: '2023-12-12T09:30:00.000Z.0000',
      type: 'delegate.amended',
      v: 1,
      subject: id,
      after: here.journal.facts
        .about(id)
        .slice(0, 1)
        .map(({ station, seq }) => ({ station, seq })),
      body: { changes: { table: 'Table 9' }, reason: '' },
    })
    takeIn(here, [unaware.carried()])
    expect(here.signIn.delegate(id)?.table).toBe('Table 9')
    expect(recordsOf(here).find((line) => line.startsWith('delegate '))).toContain('"conflict":0')
  })

  test('its history tells that it happened, and that another app is needed to read it', async () => {
    const { here, newer } = await dayWithANewerTablet()
    const id = here.signIn.add(organiser, ewa)
    newer('delegate.amended', 2, id, { changes: { role: 'Mentor' }, reason: 'Moved' })
    expect(here.plan.history(id).map(({ what, details }) => [what, details.length])).toEqual([
      ['Added to the list', 6],
      ['Details changed (by a newer version of this app)', 0],
    ])
  })

  test('whether anybody else may come is told by the last word that can be read', async () => {
    const { here, newer } = await dayWithANewerTablet()
    here.attendance.close(organiser, true)
    newer('attendance.closed', 2, eventOf(here), { until: 'noon' })
    expect(here.attendance.numbers().over).toBe('organiser')
  })

  test('a list that is imported again is still held against what was corrected at the door', async () => {
    const { here, newer } = await dayWithANewerTablet()
    const id = here.signIn.add(organiser, ewa)
    here.signIn.amend(steward, id, { table: 'Table 9' }, 'As on the badge')
    newer('delegate.amended', 2, id, { fields: ['table'] })
    newer('needs.recorded', 2, id, { access: ['Step-free'] })
    const row = [ewa.name, ewa.role, ewa.organisation, ewa.email, ewa.table].join(',')
    const file = new TextEncoder().encode(`Name,Role,Organisation,Email,Table\n${row}\n`)
    const list = { name: 'list.csv', bytes: file }
    expect(await here.signIn.importer.analyse({}, list, AS_FOUND)).toMatchObject({
      code: 'analysis',
      conflicts: [{ kind: 'corrected', field: 'table' }],
    })
  })

  test('who asks to be forgotten is forgotten there too, as far as nobody can tell whom it names', async () => {
    const { here, newer } = await dayWithANewerTablet()
    const id = here.signIn.add(organiser, ewa)
    const pledge = here.pledges.make(anyone, { ...aPledge, by: { kind: 'delegate', delegate: id } }).made
    newer('pledge.amended', 2, pledge?.id ?? '', { changes: { contact: ewa.email } })
    newer('delegate.noted', 2, id, { notes: [`Ask ${ewa.name} again`] })
    expect(here.eraseDelegate(organiser, id, 'They asked').pledgesKept).toBe(1)
    expect(JSON.stringify(factsOf(here))).not.toMatch(/Ewa|elmdon/)
    expect(here.pledges.latest()).toMatchObject([{ wording: aPledge.wording, name: '' }])
    expect(here.check()).toMatchObject({ sound: true, findings: [] })
  })

  test('needs that only the newer app can read are purged with all others', async () => {
    const { here, newer } = await dayWithANewerTablet()
    const { id } = here.signIn.walkIn(steward, ewa, { access: 'Step-free, please', dietary: '' })
    const other = here.signIn.add(organiser, { ...ewa, name: 'Ewa Kowal' })
    newer('needs.recorded', 2, other, { access: ['Step-free, please'] })
    expect(here.signIn.purgeNeeds(organiser, 'The day is over')).toBe(2)
    expect(here.signIn.purgeNeeds(organiser, 'Once more')).toBe(0)
    expect(JSON.stringify(factsOf(here))).not.toContain('Step-free')
    expect(here.signIn.needs(id).access).toBe('')
    expect(here.check()).toMatchObject({ sound: true, findings: [] })
  })
})

describe('what another tablet says of a person holds more than this app would ever write, or less', () => {
  const saidOfEwa = async (body: unknown, stripped = false) => {
    const here = await readyStation({ now: handClock() })
    const id = here.signIn.add(organiser, ewa)
    const other = otherApp(eventOf(here))
    const fact = other.write({
      at: '2023-12-12T09:41:00.000Z.0000',
      type: 'delegate.amended',
      v: 1,
      subject: id,
      after: endsOf(here.journal.facts.links(id)),
      body,
      labels: { 'changes.table': theirs('identity') },
      stripped,
    })
    return { here, id, fact, carried: other.carried() }
  }

  test('only what the type has is folded: nobody is taken off the list by a word that has no place there', async () => {
    const changes = { table: 'Table 9', status: 'withdrawn', badge: 'PK1', note: { shout: true }, id: 7 }
    const { here, id, fact, carried } = await saidOfEwa({ changes, reason: '', by: 'me' })
    const before = here.signIn.delegate(id)
    expect(takeIn(here, [carried])).toMatchObject({ added: 1 })
    expect(here.signIn.delegate(id)).toEqual({ ...before, table: 'Table 9' })
    expect(here.journal.facts.about(id).at(-1)).toEqual(fact)
    expect(here.check()).toMatchObject({ sound: true, findings: [] })
  })

  test('half a letter, which no file can hold, is no damage, and what nobody can see is not shown', async () => {
    const { here, id, fact, carried } = await saidOfEwa({ changes: { table: 'Ta\u200bble \ud83d' }, reason: '' })
    expect(takeIn(here, [carried])).toMatchObject({ added: 1 })
    expect(here.journal.facts.about(id).at(-1)).toEqual(fact)
    expect(here.signIn.delegate(id)?.table).toBe('Table \ufffd')
    expect(here.check()).toMatchObject({ sound: true, findings: [] })
  })

  test('a body nested so deep that nobody can write it down is not taken, and nothing else of its tablet', async () => {
    const { here, carried } = await saidOfEwa({ deep: [] })
    const [fact] = carried.facts
    const deep: unknown = JSON.parse('['.repeat(200_000) + ']'.repeat(200_000))
    const fields = [{ path: 'deep', class: 'none', about: null, salt: '', value: deep }]
    expect(takeIn(here, [{ ...carried, facts: [{ ...(fact as object), fields }] }])).toMatchObject({
      refused: 1,
      added: 0,
    })
  })

  test('what its writer may not say is held and told, and does nothing: a steward’s word erases nobody', async () => {
    const here = await readyStation({ now: handClock() })
    const id = here.signIn.add(organiser, ewa)
    const other = otherApp(eventOf(here))
    const at = '2023-12-12T09:41:00.000Z.0000'
    other.write({ at, type: 'person.erased', v: 1, subject: id, body: { ids: [id], reason: '' } })
    expect(takeIn(here, [other.carried()])).toMatchObject({ added: 0, notUnderstood: 1 })
    expect(here.signIn.delegate(id)).toMatchObject({ name: ewa.name })
    const organisers = otherApp(eventOf(here))
    organisers.write({
      at,
      by: { role: 'organiser', delegate: null },
      type: 'person.erased',
      v: 1,
      subject: id,
      body: { ids: [id], reason: '' },
    })
    expect(takeIn(here, [organisers.carried()])).toMatchObject({ added: 1, notUnderstood: 0 })
    expect(here.signIn.delegate(id)).toBeNull()
    expect(JSON.stringify(factsOf(here))).not.toContain(ewa.name)
    expect(here.check()).toMatchObject({ sound: true, findings: [] })
  })

  test('no body of its type is kept and passed on, told, and not folded', async () => {
    const { here, id, carried } = await saidOfEwa({ changes: 'all of them' })
    const before = recordsOf(here)
    expect(takeIn(here, [carried])).toMatchObject({ added: 0, notUnderstood: 1 })
    expect(recordsOf(here)).toEqual(before)
    expect(here.check()).toMatchObject({ sound: true, findings: [] })
    here.signIn.amend(steward, id, { table: 'Table 9' }, 'They moved')
    expect(here.signIn.delegate(id)?.table).toBe('Table 9')
  })

  test('a relay that strips wordings: what is missing is withheld, and the next who holds it heals it', async () => {
    const { here, id, carried } = await saidOfEwa({ changes: { table: 'Table 9' }, reason: '' }, true)
    expect(takeIn(here, [carried])).toMatchObject({ added: 1 })
    expect(here.signIn.delegate(id)?.table).toBe('')
    expect(here.check()).toMatchObject({ sound: true, findings: [] })
  })
})

describe('whatever comes from another tablet', () => {
  const words = fc.oneof(fc.string(), fc.constantFrom('\ud800', '\u0000', 'in', 'live', '2023-12-12T09:00:00.000Z'))
  const anything = fc.oneof(words, fc.jsonValue(), fc.integer(), fc.double())
  /** Names that mean something to a fold, to a record or to JavaScript. */
  const names = fc.constantFrom(
    ...'id kind at how status conflict badge note name table quantity timescale due stated by changes'.split(' '),
    ...'takesBack ended horizon delegate pack __proto__ constructor'.split(' '),
  )
  const extras = fc.dictionary(names, anything, { maxKeys: 4 })
  /** How a fact that was written here differs when it comes from elsewhere; `of` picks the fact. */
  const twist = fc.record(
    {
      of: fc.nat(),
      v: fc.integer({ min: 1, max: 3 }),
      type: fc.nat(),
      subject: fc.nat(),
      body: anything,
      beside: extras,
      within: extras,
      stripped: fc.boolean(),
      at: fc.constantFrom(
        '2031-02-28T09:41:00.000Z.ffff',
        '2023-02-31T09:41:00.000Z.0000',
        '2023-99-12T09:41:00.000Z.0000',
        '9999-12-31T23:59:59.999Z.ffff',
        '0001-01-01T00:00:00.000Z.0000',
      ),
    },
    { requiredKeys: ['of'] },
  )
  type Twist = typeof twist extends fc.Arbitrary<infer T> ? T : never

  const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
  const bodyAfter = ({ body }: Fact, { beside, within, ...to }: Twist): unknown => {
    if ('body' in to) return to.body
    if (!isObject(body)) return body
    const changes = 'changes' in body && isObject(body.changes) ? { changes: { ...body.changes, ...within } } : {}
    return { ...body, ...changes, ...beside }
  }

  function twisted(event: string, facts: readonly Fact[], types: readonly string[], to: Twist): CarriedChain {
    const pick = <T>(list: readonly T[], n: number): T => {
      const one = list[n % list.length]
      if (one === undefined) throw new Error('Nothing to pick from')
      return one
    }
    const { at, wall, v, type, subject, ...fact } = pick(facts, to.of)
    const body = bodyAfter({ at, wall, v, type, subject, ...fact }, to)
    const other = otherApp(event)
    other.write({
      after: fact.after,
      by: fact.by,
      wall,
      at: to.at ?? at,
      v: to.v ?? v,
      type: to.type === undefined ? type : pick(types, to.type),
      subject: to.subject === undefined ? subject : pick(facts, to.subject).subject,
      body: isObject(body) && !Array.isArray(body) ? body : { said: body },
      labels: { wording: theirs('words'), name: theirs('identity'), 'changes.organisation': theirs('identity') },
      stripped: to.stripped ?? false,
    })
    return other.carried()
  }

  /** All that a tablet shows, asked once. */
  function askEverything(station: Station): void {
    for (const subject of station.journal.facts.subjects()) station.plan.history(subject)
    station.plan.overview()
    station.attendance.numbers()
    for (const kind of ['csv', 'xlsx', 'json'] as const)
      for (const piece of station.plan.export(kind).chunks) void piece
    for (const kind of ['csv', 'xlsx'] as const)
      for (const piece of station.attendance.export(kind, true).chunks) void piece
    station.rollCalls.people({ rollCall: null, cursor: null, from: null })
    station.pledges.latest()
    station.pledges.leaves()
  }

  test('merging never throws, a record is what its facts add up to, and the tablet goes on answering and writing', () => {
    fc.assert(
      fc.property(
        fc.array(anyStep, { minLength: 5, maxLength: 25 }),
        fc.array(twist, { maxLength: 25 }),
        (steps, to) => {
          const here = loadedStation()
          play(here, steps)
          const facts = factsOf(here)
          const types = [...here.journal.catalogue.facts.keys(), 'weather.noticed']
          const chains = to.map((one) => twisted(eventOf(here), facts, types, one))
          const { added, notUnderstood, refused, clashing, waiting } = takeIn(here, chains)
          expect([added + notUnderstood + refused, clashing, waiting]).toEqual([chains.length, 0, 0])
          const kept = recordsOf(here)
          here.journal.records.refoldAll()
          expect(recordsOf(here)).toEqual(kept)
          askEverything(here)
          play(here, steps)
          expect(here.check()).toMatchObject({ sound: true, findings: [] })

          const third = openTest(tempFolder(), { now: handClock() })
          carry(here, third)
          expect(recordsOf(third)).toEqual(recordsOf(here))
          for (const station of [here, third]) station.close()
        },
      ),
      { numRuns: runs(15) },
    )
  })
})
