/** Clocks that people set, and what is shown of what was written by them. */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { stationShutOut } from '../../electron/station/kernel/journal/rulings.ts'
import type { Station } from '../../electron/station/app/station.ts'
import { formatOneDay, leaveFormatOne } from '../support/format-one.ts'
import { MEMORY, tempFolder } from '../support/temp-folder.ts'
import { ewa, handClock, openTest, organiser, shippedPack, steward } from '../support/test-station.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const NINE = '2023-12-12T09:00:00.000Z'

/** One computer: a clock that people set, and one that nobody can, which counts from when it was started. */
function computer(start = NINE) {
  const wall = handClock(start)
  let steady = HOUR
  return {
    deps: { now: wall, steady: () => steady },
    wall,
    pass(by: number) {
      wall.pass(by)
      steady += by
    },
    startAnew: () => void (steady = 0),
  }
}

function opened(deps: { now: () => number; steady?: () => number }, folder = tempFolder(MEMORY)): Station {
  const station = openTest(folder, deps)
  station.loadEvent(shippedPack(), false)
  return station
}

const since = (station: Station, id: string) => station.signIn.delegate(id)?.since
const isWhole = (station: Station) => expect(station.check()).toMatchObject({ sound: true, findings: [] })

test.each([
  ['the last year that there is', Date.parse('9999-06-01T09:00:00.000Z')],
  ['a year after it', 8e15],
  ['a year before the first', -8e15],
  ['nothing', Number.NaN],
])('people come in by a clock that says %s, and it can be put right', (_, says) => {
  const clock = { says: Date.parse(NINE) }
  let steady = 0
  const station = opened({ now: () => clock.says, steady: () => (steady += 1) })
  const id = station.signIn.add(organiser, ewa)
  clock.says = says
  expect(station.signIn.signIn(steward, id)).toMatchObject({ code: 'signed-in' })
  station.sayTime(organiser, Date.parse(NINE) + HOUR)
  expect(since(station, id)).toBe('2023-12-12T10:00:00.000Z')
  isWhole(station)
})

/** What the station wrote of its own clock: by how much it was set, and from which number on where that is told later. */
const stepsOf = (station: Station) =>
  [...station.journal.facts.ofTypes(['clock.stepped'])].map(({ body, by }) => {
    expect(by.role).toBe('station')
    return body
  })

test('two programs on the same data tell once that the clock was set', () => {
  const pc = computer()
  const folder = tempFolder(MEMORY)
  const app = opened(pc.deps, folder)
  const terminal = openTest(folder, pc.deps)
  const id = app.signIn.add(organiser, ewa)
  terminal.signIn.signIn(steward, id)
  pc.wall.pass(HOUR)
  for (const program of [app, terminal, app]) {
    pc.pass(MINUTE)
    program.signIn.note(steward, id, `Seen at ${pc.wall()}`)
  }
  app.sayTime(organiser, pc.wall() - HOUR)
  expect(stepsOf(app)).toEqual([{ by: HOUR }])
  for (const program of [app, terminal]) expect(since(program, id)).toBe(NINE)
  isWhole(app)
})

test('what fails within something larger leaves it told once that the clock was set', () => {
  const pc = computer()
  const station = opened(pc.deps)
  const add = () => station.signIn.add(organiser, { ...ewa, email: '' })
  const fail = () =>
    station.batch(() => {
      add()
      throw new Error('The disk is full')
    })
  pc.wall.pass(HOUR)
  station.batch(() => {
    // The first takes its step back with it; the second leaves that of the one before it.
    expect(fail).toThrow('The disk is full')
    add()
    expect(fail).toThrow('The disk is full')
    add()
  })
  expect(stepsOf(station)).toEqual([{ by: HOUR }])
})

describe('a clock that was set while the app was closed', () => {
  /** An hour slow, and put right while nobody looked. */
  function putRight({ isSaid, isStarted }: { isSaid: boolean; isStarted: boolean }) {
    const pc = computer()
    const folder = tempFolder(MEMORY)
    const before = opened(pc.deps, folder)
    const { id } = before.signIn.walkIn(steward, ewa, { access: '', dietary: '' })
    if (isSaid) before.sayTime(organiser, pc.wall() + HOUR)
    before.close()
    pc.wall.pass(HOUR)
    pc.pass(MINUTE)
    if (isStarted) pc.startAnew()
    return { pc, folder, id, station: openTest(folder, pc.deps) }
  }

  test.each([false, true])('is put right by no word from before (the machine was started anew: %s)', (isStarted) => {
    const { station, id } = putRight({ isSaid: true, isStarted })
    const later = station.signIn.walkIn(steward, { ...ewa, email: '' }, { access: '', dietary: '' }).id
    expect(since(station, later)).toBe('2023-12-12T10:01:00.000Z')
    expect(since(station, id)).toBe('2023-12-12T10:00:00.000Z')
    expect(stepsOf(station)).toEqual([{ by: null }])
    isWhole(station)
  })

  test('is told once somebody says something of it, from when it was opened, and not before', () => {
    const { pc, folder, station, id } = putRight({ isSaid: false, isStarted: true })
    const later = station.signIn.walkIn(steward, { ...ewa, email: '' }, { access: '', dietary: '' }).id
    const first = station.journal.facts.about(later)[0]?.seq
    expect(stepsOf(station)).toEqual([])
    station.close()
    // In the same hours it is opened once more, and only then it is a quarter fast, as somebody sees.
    pc.pass(MINUTE)
    const again = openTest(folder, pc.deps)
    again.sayTime(organiser, pc.wall() - 15 * MINUTE)
    expect(stepsOf(again)).toEqual([{ by: null, from: first }])
    expect(since(again, later)).toBe('2023-12-12T09:46:00.000Z')
    expect(since(again, id)).toBe(NINE)
    isWhole(again)
  })

  test('is not doubted where it ran on: a word from before still counts', () => {
    const pc = computer()
    const folder = tempFolder(MEMORY)
    const before = opened(pc.deps, folder)
    before.sayTime(organiser, pc.wall() + HOUR)
    before.close()
    pc.pass(HOUR)
    const station = openTest(folder, pc.deps)
    const { id } = station.signIn.walkIn(steward, ewa, { access: '', dietary: '' })
    expect(since(station, id)).toBe('2023-12-12T11:00:00.000Z')
    expect(stepsOf(station)).toEqual([])
  })
})

describe('a tablet that goes on under another id', () => {
  const shutOut = (station: Station) =>
    station.journal.commit(organiser, (write) => {
      const last = station.journal.facts.last(station.id)
      write.about(stationShutOut, station.event().id, { station: station.id, last, reason: 'Left in a bag' })
    })

  test.each([0, HOUR])('has the clock that it had, set meanwhile by %i ms', (set) => {
    const pc = computer('2023-12-12T13:00:00.000Z')
    const station = opened(pc.deps)
    const before = station.id
    const id = station.signIn.add(organiser, ewa)
    station.sayTime(organiser, pc.wall() - 4 * HOUR)
    shutOut(station)
    pc.pass(MINUTE)
    pc.wall.pass(set)
    station.signIn.signIn(steward, id)
    expect(station.id).not.toBe(before)
    expect(since(station, id)).toBe('2023-12-12T09:01:00.000Z')
    // And the other way: what is said now tells of what was written then.
    station.sayTime(organiser, pc.wall() - set - 3 * HOUR)
    expect(since(station, id)).toBe('2023-12-12T10:01:00.000Z')
    isWhole(station)
  })

  test('lists who left after the roll call began, which it began under the id of before', () => {
    const pc = computer()
    const station = opened(pc.deps)
    const { id } = station.signIn.walkIn(steward, ewa, { access: '', dietary: '' })
    station.sayTime(organiser, pc.wall() + 4 * HOUR)
    const { rollCall } = station.rollCalls.start(steward, 'Sam Vale', null)
    shutOut(station)
    pc.pass(MINUTE)
    station.signIn.signOut(steward, id)
    const { items } = station.rollCalls.people({ rollCall: rollCall.id, cursor: null, from: null })
    expect(items).toMatchObject([{ id, presence: 'left', came: false, since: '2023-12-12T13:01:00.000Z' }])
  })
})

test('a screen of the roll call hears that times were put right', () => {
  const pc = computer()
  const station = opened(pc.deps)
  const id = station.signIn.add(organiser, ewa)
  pc.wall.pass(-HOUR)
  station.signIn.signIn(steward, id)
  const look = (cursor: string | null) => station.rollCalls.people({ rollCall: null, cursor, from: null })
  const { cursor } = look(null)
  station.sayTime(organiser, pc.wall() + HOUR)
  expect(look(cursor).items).toMatchObject([{ id, since: NINE }])
})

test('data of format 1 was written by another clock: no word on that of today tells of it, nor does it go back between two steps', () => {
  const folder = join(tempFolder(), 'station')
  leaveFormatOne(folder)
  const pc = computer('2024-03-01T14:00:00.000Z')
  const station = openTest(folder, pc.deps)
  const ada = formatOneDay.people.ada ?? ''
  const shown = since(station, ada)
  expect(shown).toMatch(/^20/)
  station.sayTime(organiser, pc.wall() - 4 * HOUR)
  expect(since(station, ada)).toBe(shown)
  const later = station.signIn.walkIn(steward, { ...ewa, email: '' }, { access: '', dietary: '' }).id
  expect(since(station, later)).toBe('2024-03-01T10:00:00.000Z')
  const facts = [...station.journal.facts.from(station.id, 0)]
  const starts = new Set(station.journal.clockOf(station.id).map(({ from }) => from))
  expect(facts.filter(({ seq, wall }, index) => !starts.has(seq) && wall < (facts[index - 1]?.wall ?? wall))).toEqual(
    [],
  )
  isWhole(station)
})
