import { describe, expect, test } from 'vitest'
import { ewa, handClock, kwame, organiser, readyStation, steward } from '../../../test/support/test-station.ts'
import type { RollCallPerson } from '../../../shared/contract/roll-call.ts'
import { standingOf } from '../../../shared/domain/roll-call.ts'
import type { Station } from '../app/station.ts'

const MINUTE = 60_000

/** A hall with Ewa and Kwame in it, and Ines who went home early. */
async function hall() {
  const clock = handClock()
  const station = await readyStation({ now: clock })
  const arrive = (who: typeof ewa, access = '') => station.signIn.walkIn(steward, who, { access, dietary: '' }).id
  const ewaId = arrive(ewa, 'Uses a wheelchair: needs the evacuation chair')
  const kwameId = arrive(kwame)
  const inesId = arrive({ ...ewa, name: 'Ines Example' })
  clock.pass(MINUTE)
  station.signIn.signOut(steward, inesId)
  clock.pass(MINUTE)
  return { clock, station, arrive, ewaId, kwameId, inesId }
}

const listOf = (station: Station, rollCall: string | null): RollCallPerson[] =>
  station.rollCalls.people({ rollCall, cursor: null, from: null }).items
const namesOf = (people: readonly RollCallPerson[]) => people.map(({ name }) => name).toSorted()
const begin = (station: Station, by = 'Sam Steward') => station.rollCalls.start(steward, by, null).rollCall.id
const tick = (station: Station, rollCall: string, delegate: string, ticked = true, by = 'Sam Steward') =>
  station.rollCalls.tick(steward, { rollCall, delegate, ticked, by })

describe('a roll call', () => {
  test('is of those who are in the building, and says who needs help only while it goes on', async () => {
    const { station } = await hall()
    expect(namesOf(listOf(station, null))).toEqual(['Ewa Kaur', 'Kwame Okonkwo-Bell'])
    expect(listOf(station, null).map(({ access }) => access)).toEqual(['', ''])
    const rollCall = begin(station)
    const ewaNow = listOf(station, rollCall).find(({ name }) => name === 'Ewa Kaur')
    expect(ewaNow).toMatchObject({ access: 'Uses a wheelchair: needs the evacuation chair', tick: null, came: false })
    station.rollCalls.end(steward, rollCall, 'Sam Steward')
    expect(listOf(station, rollCall).map(({ access }) => access)).toEqual(['', ''])
  })

  test('on paper for a clipboard has whoever is here and what they need, and begins nothing', async () => {
    const { station } = await hall()
    const facts = station.check().facts
    const { items, next } = station.rollCalls.forPaper(null)
    expect(items.map(({ name, access }) => `${name}: ${access}`).toSorted()).toEqual([
      'Ewa Kaur: Uses a wheelchair: needs the evacuation chair',
      'Kwame Okonkwo-Bell: ',
    ])
    expect(next).toBeNull()
    expect(station.rollCalls.state().open).toBeNull()
    expect(station.check().facts).toBe(facts)
    station.signIn.purgeNeeds(organiser, 'The day is over')
    expect(station.rollCalls.forPaper(null).items.map(({ access }) => access)).toEqual(['', ''])
  })

  test('ticks and unticks, says who ticked where and when, and writes nothing twice', async () => {
    const { station, clock, ewaId } = await hall()
    const rollCall = begin(station)
    clock.pass(MINUTE)
    expect(tick(station, rollCall, ewaId)?.tick).toEqual({
      at: '2023-12-12T08:58:00.000Z',
      by: 'Sam Steward',
      station: 'West door',
    })
    const facts = station.check().facts
    expect(tick(station, rollCall, ewaId, true, 'Ada')?.tick?.by).toBe('Sam Steward')
    expect(station.check().facts).toBe(facts)
    expect(tick(station, rollCall, ewaId, false)?.tick).toBeNull()
    expect(tick(station, rollCall, ewaId, true, 'Ada')?.tick?.by).toBe('Ada')
    expect(station.check()).toMatchObject({ sound: true })
  })

  test('gains who signs in meanwhile, and shows who signs out as left, not as missing', async () => {
    const { station, clock, arrive, ewaId, kwameId, inesId } = await hall()
    const rollCall = begin(station)
    clock.pass(MINUTE)
    arrive({ ...ewa, name: 'Late Larkspur' })
    station.signIn.signOut(steward, kwameId)
    tick(station, rollCall, ewaId)
    station.signIn.signOut(steward, ewaId)
    const list = listOf(station, rollCall)
    expect(
      Object.fromEntries(list.map((person) => [person.name, `${standingOf(person)}${person.came ? ', came' : ''}`])),
    ).toEqual({ 'Ewa Kaur': 'accounted', 'Kwame Okonkwo-Bell': 'left', 'Late Larkspur': 'to-find, came' })
    // She went home before it began, and comes back.
    station.signIn.signIn(steward, inesId)
    expect(namesOf(listOf(station, rollCall))).toContain('Ines Example')
  })

  test('keeps its summary: what happens after the end changes nothing', async () => {
    const { station, clock, arrive, ewaId, kwameId } = await hall()
    const rollCall = begin(station)
    tick(station, rollCall, ewaId)
    clock.pass(8 * MINUTE)
    const ended = station.rollCalls.end(steward, rollCall, 'Ada Warden').ended
    expect(ended).toEqual({
      at: '2023-12-12T09:05:00.000Z',
      by: 'Ada Warden',
      station: 'West door',
      knew: { accounted: 1, toFind: 1, left: 0 },
    })
    const before = listOf(station, rollCall)
    clock.pass(30 * MINUTE)
    station.signIn.signOut(steward, kwameId)
    station.signIn.signOut(steward, ewaId)
    clock.pass(MINUTE)
    station.signIn.signIn(steward, kwameId)
    arrive({ ...ewa, name: 'Afternoon Anders' })
    expect(listOf(station, rollCall)).toEqual(before)
    expect(station.rollCalls.state().open).toBeNull()
    expect(station.rollCalls.earlier({ search: 'ada', offset: 0, limit: 50 })).toMatchObject({
      total: 1,
      items: [{ id: rollCall, by: 'Sam Steward' }],
    })
  })

  test('is one, when two stewards press at once; a new one ends the old, whose ticks make nobody safe in it', async () => {
    const { station, clock, ewaId } = await hall()
    const first = begin(station)
    tick(station, first, ewaId)
    expect(station.rollCalls.start(steward, 'Ada', null)).toMatchObject({
      code: 'open-already',
      rollCall: { id: first },
    })
    clock.pass(20 * MINUTE)
    const { code, rollCall } = station.rollCalls.start(steward, 'Ada', first)
    expect(code).toBe('started')
    expect(rollCall.together).toEqual([])
    expect(listOf(station, rollCall.id).map(({ tick: ticked, elsewhere }) => [ticked, elsewhere])).toEqual([
      [null, null],
      [null, null],
    ])
    expect(station.rollCalls.view(first).ended).toMatchObject({ by: 'Ada', knew: { accounted: 1, toFind: 1 } })
    expect(station.rollCalls.reopen(steward, first, 'Ada')).toBe(false)
  })

  test('that was ended by mistake is opened again as it was', async () => {
    const { station, ewaId } = await hall()
    const rollCall = begin(station)
    tick(station, rollCall, ewaId)
    const before = listOf(station, rollCall)
    station.rollCalls.end(steward, rollCall, 'Sam')
    expect(station.rollCalls.reopen(steward, rollCall, 'Sam')).toBe(true)
    expect(station.rollCalls.state().open?.id).toBe(rollCall)
    expect(listOf(station, rollCall)).toEqual(before)
  })

  test('shows nobody who was forgotten, and no need that was deleted', async () => {
    const { station, ewaId, kwameId } = await hall()
    const rollCall = begin(station)
    tick(station, rollCall, kwameId)
    station.signIn.purgeNeeds(organiser, 'They asked')
    expect(listOf(station, rollCall).map(({ access }) => access)).toEqual(['', ''])
    station.eraseDelegate(organiser, kwameId, 'They asked')
    expect(listOf(station, rollCall).map(({ id }) => id)).toEqual([ewaId])
    expect(tick(station, rollCall, kwameId)).toBeNull()
    expect(station.check()).toMatchObject({ sound: true })
  })
})

describe('a screen that holds the list', () => {
  test('is told only of those who changed since', async () => {
    const { station, arrive, ewaId, kwameId } = await hall()
    const rollCall = begin(station)
    const { cursor } = station.rollCalls.people({ rollCall, cursor: null, from: null })
    tick(station, rollCall, ewaId)
    const late = arrive({ ...kwame, name: 'Late Larkspur' })
    station.signIn.undo(steward, kwameId, 'Wrong person')
    const news = station.rollCalls.people({ rollCall, cursor, from: null })
    expect(news).toMatchObject({ whole: false, gone: [kwameId], next: null })
    expect(news.items.map(({ id }) => id).toSorted()).toEqual([ewaId, late].toSorted())
    expect(station.rollCalls.people({ rollCall, cursor: news.cursor, from: null })).toMatchObject({
      whole: false,
      items: [],
      gone: [],
    })
  })

  test('reads everything again where that is not enough: needs deleted, a roll call ended, another opening', async () => {
    const { station } = await hall()
    const rollCall = begin(station)
    const ask = (cursor: string) => station.rollCalls.people({ rollCall, cursor, from: null })
    const first = ask('nothing that was ever given')
    expect(first.whole).toBe(true)
    station.signIn.purgeNeeds(organiser, 'They asked')
    const second = ask(first.cursor)
    expect(second.whole).toBe(true)
    station.rename(organiser, 'East door')
    expect(ask(second.cursor).whole).toBe(true)
    const third = ask('')
    station.rollCalls.end(steward, rollCall, 'Sam')
    expect(ask(third.cursor).whole).toBe(true)
  })

  test('gets twelve hundred people in pages, each once', async () => {
    const { station, arrive } = await hall()
    station.batch(() => {
      for (let n = 0; n < 1198; n += 1) arrive({ ...ewa, name: `Person ${n}` })
    })
    const ids: string[] = []
    for (let from: string | null = ''; from !== null;) {
      const page: ReturnType<Station['rollCalls']['people']> = station.rollCalls.people({
        rollCall: null,
        cursor: null,
        from,
      })
      ids.push(...page.items.map(({ id }) => id))
      from = page.next
    }
    expect([ids.length, new Set(ids).size]).toEqual([1200, 1200])
    expect(station.rollCalls.state().here).toBe(1200)
  })
})
