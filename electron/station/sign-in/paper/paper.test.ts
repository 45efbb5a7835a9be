import { describe, expect, test } from 'vitest'
import {
  ewa,
  handClock,
  kwame,
  openTest,
  organiser,
  PIN,
  readyStation,
  shippedPack,
  steward,
} from '../../../../test/support/test-station.ts'
import { openTestKiosk, portClient, setUpAnswers } from '../../../../test/support/test-client.ts'
import { tempFolder } from '../../../../test/support/temp-folder.ts'
import type { Station } from '../../app/station.ts'

const at = (time: string) => `2023-12-12T${time}:00.000Z`
const all = { from: 'A', to: '#', offset: 0, limit: 500 }

const enter = (station: Station, delegate: string, written: string, out: string | null = null) =>
  station.paper.enter(steward, { delegate, in: at(written), out: out === null ? null : at(out), instead: null })

async function atEleven() {
  const clock = handClock(at('11:00'))
  const station = await readyStation({ now: clock })
  return { clock, station, id: station.signIn.add(organiser, ewa) }
}

/** What was answered, as an entry; anything else is a surprise. */
function entryOf(answer: ReturnType<Station['paper']['enter']>) {
  if (answer === null || answer.code !== 'entered') throw new Error(`Not entered: ${JSON.stringify(answer)}`)
  return answer.entry
}

describe('the sheet that is printed', () => {
  test('everyone on the list once, in order, without e-mail or needs; who was taken off is not on it', async () => {
    const { station, id } = await atEleven()
    station.signIn.add(organiser, kwame)
    const gone = station.signIn.add(organiser, { ...kwame, name: 'Gone Away' })
    station.signIn.withdraw(organiser, gone, 'Asked')
    station.signIn.signIn(steward, id)
    const sheet = station.paper.sheet({ who: 'everyone', ...all })
    expect(sheet.items.map(({ name, letter, here }) => [name, letter, here])).toEqual([
      ['Ewa Kaur', 'K', at('11:00')],
      ['Kwame Okonkwo-Bell', 'O', null],
    ])
    expect(Object.keys(sheet.items[0] ?? {}).toSorted()).toEqual(
      ['here', 'id', 'letter', 'name', 'organisation', 'table'].toSorted(),
    )
    expect(station.paper.sheet({ who: 'not-here', ...all }).items.map(({ name }) => name)).toEqual([
      'Kwame Okonkwo-Bell',
    ])
    expect(station.paper.letters('everyone')).toEqual([
      { letter: 'K', people: 1 },
      { letter: 'O', people: 1 },
    ])
    expect(station.paper.sheet({ who: 'everyone', ...all, from: 'L' }).total).toBe(1)
  })

  test('whose names have letters that a tablet may lack is told, and nobody else', async () => {
    const { station } = await atEleven()
    const names = [
      'Siân O’Brien',
      'Łukasz Żółkiewski',
      'Jan–Ole “Jo” Øre',
      'Нина Ray',
      '王小明',
      'Zoë 🎉 Zane',
      'Thị Hương',
    ]
    for (const name of names) station.signIn.add(organiser, { ...ewa, name })
    const gone = station.signIn.add(organiser, { ...kwame, name: '小明' })
    station.signIn.withdraw(organiser, gone, 'Asked')
    expect(station.paper.otherLetters().map(({ name }) => name)).toEqual([
      'Thị Hương',
      'Нина Ray',
      'Zoë 🎉 Zane',
      '王小明',
    ])
  })

  test('somebody is added between two pages: the second page says that it is of another list', async () => {
    const { station } = await atEleven()
    station.signIn.add(organiser, kwame)
    const page = () => station.paper.sheet({ who: 'everyone', ...all, limit: 1 })
    const first = page()
    expect(page().edition).toBe(first.edition)
    station.signIn.add(organiser, { ...ewa, name: 'Ada Abel' })
    expect(page().edition).not.toBe(first.edition)
    expect(page().items[0]?.name).toBe('Ada Abel')
    // The terminal writes to this data as well.
    const before = page().edition
    openTest(station.folder).signIn.add(organiser, { ...ewa, name: 'Aaron Aal' })
    expect(page()).toMatchObject({ total: 4, items: [{ name: 'Aaron Aal' }] })
    expect(page().edition).not.toBe(before)
  })
})

describe('entering the sheet afterwards', () => {
  test('a line is dated to the written time, marked as from paper, by the steward; the desk shows them as here since then', async () => {
    const { station, id } = await atEleven()
    const entry = entryOf(enter(station, id, '09:05'))
    expect(entry).toMatchObject({
      delegate: id,
      name: 'Ewa Kaur',
      in: at('09:05'),
      out: null,
      added: false,
      last: true,
    })
    const fact = station.journal.facts.about(id).at(-1)
    expect(fact).toMatchObject({
      type: 'attendance.signed-in',
      body: { how: 'paper', at: at('09:05') },
      by: { role: 'steward' },
    })
    expect(fact?.at.startsWith('2023-12-12T11:00')).toBe(true)
    expect(station.signIn.delegate(id)).toMatchObject({ presence: 'here', since: at('09:05') })
    expect(station.signIn.signIn(steward, id)).toMatchObject({ code: 'already', at: at('09:05') })
  })

  test('with a time out as well they have left, and the line is one entry that one undo takes back', async () => {
    const { station, id } = await atEleven()
    const entry = entryOf(enter(station, id, '09:05', '10:40'))
    expect(entry).toMatchObject({ in: at('09:05'), out: at('10:40') })
    expect(station.signIn.delegate(id)).toMatchObject({ presence: 'left', since: at('10:40') })
    expect(station.paper.entered({ offset: 0, limit: 50 })).toEqual({ total: 1, items: [entry] })
    expect(station.paper.undo(steward, { delegate: id, entered: entry.entered })).toMatchObject({
      code: 'undone',
      delegate: { presence: 'expected' },
    })
    expect(station.paper.entered({ offset: 0, limit: 50 })).toEqual({ total: 0, items: [] })
    expect(station.paper.undo(steward, { delegate: id, entered: entry.entered })).toMatchObject({
      code: 'changed-since',
    })
  })

  test('what cannot be is refused, each for its own reason, and nothing is written', async () => {
    const { station, id } = await atEleven()
    expect(enter(station, id, '11:01')).toEqual({ code: 'not-yet' })
    expect(enter(station, id, '09:00', '11:01')).toEqual({ code: 'not-yet' })
    expect(enter(station, id, '09:00', '08:59')).toEqual({ code: 'out-before-in' })
    expect(enter(station, id, '09:00', '09:00')).toEqual({ code: 'out-before-in' })
    const on = (time: string) => station.paper.enter(steward, { delegate: id, in: time, out: null, instead: null })
    expect(on('2023-12-01T09:00:00.000Z')).toEqual({ code: 'before-event' })
    expect(station.paper.enter(steward, { delegate: id, in: null, out: at('10:00'), instead: null })).toEqual({
      code: 'not-in',
    })
    expect(station.paper.enter(steward, { delegate: id, in: null, out: null, instead: null })).toEqual({
      code: 'not-in',
    })
    expect(station.journal.facts.about(id)).toHaveLength(1)
    expect(
      station.paper.enter(steward, {
        delegate: '01890a5d-ac96-774b-bcce-b302099a8057',
        in: at('09:00'),
        out: null,
        instead: null,
      }),
    ).toBeNull()
    station.signIn.withdraw(organiser, id, 'Asked')
    expect(enter(station, id, '09:00')).toMatchObject({ code: 'withdrawn' })
  })

  test('they signed a tablet as well: the earlier time is the arrival, and a later one changes nothing', async () => {
    const clock = handClock(at('10:02'))
    const station = await readyStation({ now: clock })
    const id = station.signIn.add(organiser, ewa)
    station.signIn.signIn(steward, id)
    clock.set(at('11:00'))
    expect(enter(station, id, '10:30')).toMatchObject({
      code: 'unchanged',
      known: { at: at('10:02'), station: 'West door' },
    })
    expect(station.journal.facts.about(id)).toHaveLength(2)
    expect(enter(station, id, '09:05')).toMatchObject({
      code: 'entered',
      known: { at: at('10:02'), station: 'West door' },
    })
    expect(station.signIn.delegate(id)?.since).toBe(at('09:05'))
    // The same line again, from the other steward's pile.
    expect(enter(station, id, '09:05')).toMatchObject({ code: 'unchanged' })
    expect(station.paper.entered({ offset: 0, limit: 50 }).total).toBe(1)
  })

  test('only the time out was written on the sheet of somebody who is here', async () => {
    const clock = handClock(at('09:00'))
    const station = await readyStation({ now: clock })
    const id = station.signIn.add(organiser, ewa)
    station.signIn.signIn(steward, id)
    clock.set(at('13:00'))
    const answer = station.paper.enter(steward, { delegate: id, in: null, out: at('12:10'), instead: null })
    expect(entryOf(answer)).toMatchObject({ in: null, out: at('12:10') })
    expect(station.signIn.delegate(id)).toMatchObject({ presence: 'left', since: at('12:10') })
  })

  test('a wrong time is corrected in one step: the line is taken back and entered again, or neither', async () => {
    const { station, id } = await atEleven()
    const wrong = entryOf(enter(station, id, '09:50', '10:40'))
    const right = station.paper.enter(steward, { delegate: id, in: at('09:05'), out: null, instead: wrong.entered })
    expect(entryOf(right)).toMatchObject({ in: at('09:05'), out: null })
    expect(station.paper.entered({ offset: 0, limit: 50 }).total).toBe(1)
    expect(station.signIn.delegate(id)).toMatchObject({ presence: 'here', since: at('09:05') })
    expect(
      station.paper.enter(steward, { delegate: id, in: at('09:06'), out: null, instead: wrong.entered }),
    ).toMatchObject({ code: 'changed-since' })
    const refused = station.paper.enter(steward, {
      delegate: id,
      in: at('11:30'),
      out: null,
      instead: entryOf(right).entered,
    })
    expect(refused).toEqual({ code: 'not-yet' })
    expect(station.signIn.delegate(id)).toMatchObject({ presence: 'here', since: at('09:05') })
  })

  test('something happened to them at the door since: the line is not taken back behind its back', async () => {
    const { station, clock, id } = await atEleven()
    const entry = entryOf(enter(station, id, '09:05'))
    clock.pass(60_000)
    station.signIn.signOut(steward, id)
    expect(station.paper.undo(steward, { delegate: id, entered: entry.entered })).toMatchObject({
      code: 'changed-since',
      delegate: { presence: 'left' },
    })
    expect(station.paper.entered({ offset: 0, limit: 50 }).items).toMatchObject([{ last: false }])
  })

  test('somebody on the blank lines is added and signed in at the written time; taking it back takes them off again', async () => {
    const { station } = await atEleven()
    const entry = entryOf(
      station.paper.walkIn(steward, {
        name: 'Zara Exley',
        organisation: 'Invented Joinery',
        in: at('09:20'),
        out: null,
      }),
    )
    expect(entry).toMatchObject({ name: 'Zara Exley', added: true, in: at('09:20') })
    expect(station.signIn.delegate(entry.delegate)).toMatchObject({
      walkIn: true,
      presence: 'here',
      since: at('09:20'),
    })
    expect(station.signIn.badge(entry.delegate)).toMatch(/^NEC-|^PK1|./)
    expect(station.paper.undo(steward, { delegate: entry.delegate, entered: entry.entered })).toMatchObject({
      code: 'undone',
      delegate: { withdrawn: true, presence: 'expected' },
    })
    // Somebody whom the desk had added stays on the list.
    const known = station.signIn.walkIn(steward, kwame, { access: '', dietary: '' })
    station.signIn.undo(steward, known.id, 'Wrong person')
    const line = entryOf(enter(station, known.id, '09:30'))
    expect(line.added).toBe(false)
    expect(station.paper.undo(steward, { delegate: known.id, entered: line.entered })).toMatchObject({
      code: 'undone',
      delegate: { withdrawn: false },
    })
  })

  test('the latest line comes first, and long lists come in pages', async () => {
    const { station, clock } = await atEleven()
    for (let line = 0; line < 30; line += 1) {
      clock.pass(2000)
      const id = station.signIn.add(organiser, { ...ewa, name: `Ewa Number ${line}` })
      enter(station, id, '09:00')
    }
    expect(station.paper.entered({ offset: 0, limit: 2 })).toMatchObject({
      total: 30,
      items: [{ name: 'Ewa Number 29' }, { name: 'Ewa Number 28' }],
    })
    expect(station.paper.entered({ offset: 29, limit: 2 }).items).toMatchObject([{ name: 'Ewa Number 0' }])
  })
})

describe('who may', () => {
  test('a screen that is not a steward’s gets neither the sheet nor the entries', async () => {
    const kiosk = openTestKiosk(tempFolder())
    await kiosk.setUp({ ...setUpAnswers, pack: shippedPack() })
    const client = portClient(kiosk)
    await expect(client.paper.sheet({ who: 'everyone' })).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    await expect(client.paper.entered({})).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    await client.staff.unlock({ role: 'steward', pin: PIN })
    expect(await client.paper.sheet({ who: 'everyone' })).toMatchObject({ total: 0, items: [] })
    const added = await client.paper.walkIn({
      name: 'Ewa Kaur',
      organisation: 'Elmdon House',
      in: at('09:00'),
      out: null,
    })
    expect(added).toMatchObject({ code: 'entered' })
    const again = await client.paper.walkIn({
      name: 'Eva Kaur',
      organisation: 'Elmdon House',
      in: at('09:00'),
      out: null,
    })
    expect(again).toMatchObject({ code: 'possible-duplicates', likely: [{ name: 'Ewa Kaur' }] })
  })
})
