/** Roll calls at several doors that have not met: whatever each did, and in whatever order they come together. */
import { describe, expect, test } from 'vitest'
import type { RollCallPerson } from '../../shared/contract/roll-call.ts'
import { standingOf, tally } from '../../shared/domain/roll-call.ts'
import type { Station } from '../../electron/station/app/station.ts'
import { ewa, handClock, openTest, shippedPack, steward } from '../support/test-station.ts'
import { carry } from '../support/merge.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { fc, runs } from '../support/chance.ts'

const MINUTE = 60_000

type Door = { station: Station; clock: ReturnType<typeof handClock> }

function door(late = 0): Door {
  const clock = handClock()
  clock.pass(late)
  const station = openTest(tempFolder(), { now: clock })
  station.loadEvent(shippedPack(), false)
  return { station, clock }
}

const meet = (one: Station, other: Station) => {
  carry(one, other)
  carry(other, one)
}
const shownIn = (station: Station): RollCallPerson[] => {
  const rollCall = station.rollCalls.state().open?.id ?? null
  return station.rollCalls.people({ rollCall, cursor: null, from: null }).items
}
const arrive = (station: Station, name: string) =>
  station.signIn.walkIn(steward, { ...ewa, name }, { access: '', dietary: '' }).id
const begin = (station: Station, by: string) => station.rollCalls.start(steward, by, null).rollCall.id
const tick = (station: Station, delegate: string, ticked = true, by = 'Sam') => {
  const open = station.rollCalls.state().open
  return open === null ? null : station.rollCalls.tick(steward, { rollCall: open.id, delegate, ticked, by })
}

describe('two doors that each called the roll before they met', () => {
  test('show one roll call afterwards: nobody ticked at either is missing, nobody else is safe', () => {
    const west = door()
    const east = door()
    const [ada, ben, cai] = ['Ada', 'Ben', 'Cai'].map((name) => arrive(west.station, name))
    meet(west.station, east.station)
    if (ada === undefined || ben === undefined || cai === undefined) throw new Error('Nobody came')
    west.clock.pass(MINUTE)
    begin(west.station, 'Sam')
    tick(west.station, ada)
    east.clock.pass(3 * MINUTE)
    begin(east.station, 'Uma')
    tick(east.station, ben)
    meet(west.station, east.station)
    for (const { station } of [west, east]) {
      const open = station.rollCalls.state().open
      expect(open).toMatchObject({ by: 'Uma', together: [{ by: 'Sam' }] })
      expect(Object.fromEntries(shownIn(station).map((person) => [person.name, standingOf(person)]))).toEqual({
        Ada: 'accounted',
        Ben: 'accounted',
        Cai: 'to-find',
      })
    }
    // One ending ends both, and the two are one line among the earlier ones.
    west.station.rollCalls.end(steward, west.station.rollCalls.state().open?.id ?? '', 'Sam')
    expect(west.station.rollCalls.state().open).toBeNull()
    expect(west.station.rollCalls.earlier({ search: '', offset: 0, limit: 50 }).total).toBe(1)
  })

  test('a tick at one door outlives a mis-tap taken back at another that could not see it', () => {
    const west = door()
    const east = door()
    const ada = arrive(west.station, 'Ada')
    begin(west.station, 'Sam')
    meet(west.station, east.station)
    west.clock.pass(MINUTE)
    tick(west.station, ada, true, 'Sam')
    east.clock.pass(2 * MINUTE)
    tick(east.station, ada, true, 'Uma')
    east.clock.pass(MINUTE)
    tick(east.station, ada, false, 'Uma')
    meet(west.station, east.station)
    for (const { station } of [west, east]) expect(shownIn(station)[0]?.tick?.by).toBe('Sam')
    // Now that she sees it, she can take it back, at both.
    tick(east.station, ada, false, 'Uma')
    meet(west.station, east.station)
    for (const { station } of [west, east]) expect(shownIn(station)[0]?.tick).toBeNull()
  })

  test('ended at both before they met, it keeps the first ending, and what was ticked at the other after it', () => {
    const west = door()
    const east = door()
    const ada = arrive(west.station, 'Ada')
    const rollCall = begin(west.station, 'Sam')
    meet(west.station, east.station)
    west.clock.pass(MINUTE)
    west.station.rollCalls.end(steward, rollCall, 'Sam')
    east.clock.pass(2 * MINUTE)
    tick(east.station, ada, true, 'Uma')
    east.clock.pass(MINUTE)
    east.station.rollCalls.end(steward, rollCall, 'Uma')
    meet(west.station, east.station)
    for (const { station } of [west, east]) {
      expect(station.rollCalls.view(rollCall).ended).toMatchObject({ by: 'Sam', knew: { accounted: 0, toFind: 1 } })
      expect(station.rollCalls.people({ rollCall, cursor: null, from: null }).items).toMatchObject([
        { tick: { by: 'Uma' } },
      ])
    }
  })

  test('where a clock is three hours out, the other door’s ticks are shown beside the names instead of being lost', () => {
    const west = door()
    const east = door(180 * MINUTE)
    const ada = arrive(west.station, 'Ada')
    carry(west.station, east.station)
    west.clock.pass(MINUTE)
    begin(west.station, 'Sam')
    tick(west.station, ada)
    begin(east.station, 'Uma')
    meet(west.station, east.station)
    for (const { station } of [west, east])
      expect(shownIn(station)).toMatchObject([{ tick: null, elsewhere: { by: 'Sam' } }])
  })
})

const step = fc.record({
  what: fc.constantFrom(
    'arrive',
    'sign-in',
    'sign-out',
    'undo',
    'start',
    'tick',
    'tick',
    'untick',
    'end',
    'reopen',
    'meet',
  ),
  at: fc.nat(2),
  n: fc.nat(8),
  minutes: fc.nat(3),
})

describe('whatever happens at three doors, and however they come together', () => {
  test('all show the same list, and its numbers add up', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 40 }),
        fc.tuple(fc.nat(40), fc.nat(40)),
        fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
        (steps, late, order) => {
          const doors = [door(), door(late[0] * MINUTE), door(late[1] * MINUTE)]
          const people: string[] = []
          const ticked = new Set<string>()
          const unticked = new Set<string>()
          let fresh = true
          for (const { what, at, n, minutes } of steps) {
            const here = doors[at]
            if (here === undefined) continue
            const { station, clock } = here
            clock.pass(minutes * MINUTE)
            const who = people[n % Math.max(1, people.length)]
            const knows = who !== undefined && station.signIn.delegate(who) !== null
            if (what === 'arrive') people.push(arrive(station, `Person ${people.length}`))
            else if (what === 'start') begin(station, 'Sam')
            else if (what === 'end' || what === 'reopen') {
              const last = station.rollCalls.earlier({ search: '', offset: 0, limit: 1 }).items[0]
              const open = station.rollCalls.state().open
              if (what === 'end' && open !== null) station.rollCalls.end(steward, open.id, 'Sam')
              else if (what === 'reopen' && last !== undefined) station.rollCalls.reopen(steward, last.id, 'Sam')
              fresh &&= what !== 'end' || open === null
            } else if (what === 'meet') {
              const other = doors[(at + 1) % 3]
              if (other !== undefined) meet(station, other.station)
            } else if (who !== undefined && knows) {
              if (what === 'sign-in') station.signIn.signIn(steward, who)
              else if (what === 'sign-out') station.signIn.signOut(steward, who)
              else if (what === 'undo') station.signIn.undo(steward, who, 'Wrong person')
              else {
                const stands = tick(station, who, what === 'tick')?.tick ?? null
                if (stands !== null) ticked.add(who)
                if (what === 'untick') unticked.add(who)
              }
            }
          }
          // They come together in some order, twice, and once more so that all know all.
          for (const from of [...order, ...order.toReversed(), ...order])
            for (const to of order) {
              const [one, other] = [doors[from], doors[to]]
              if (one !== undefined && other !== undefined && one !== other) carry(one.station, other.station)
            }
          const [first, ...others] = doors.map(({ station }) => ({
            station,
            list: shownIn(station),
            open: station.rollCalls.state(),
            records: [...station.journal.records.lines()].filter((line) => /^(rollCall|attendance)/.test(line)),
          }))
          if (first === undefined) throw new Error('No door')
          for (const { list, open, records } of others) {
            expect(list).toEqual(first.list)
            expect(open).toEqual(first.open)
            expect(records).toEqual(first.records)
          }
          const counts = tally(first.list.map(standingOf))
          expect(counts.accounted + counts.toFind + counts.left).toBe(first.list.length)
          expect(first.list.filter(({ presence }) => presence === 'here')).toHaveLength(first.open.here)
          for (const person of first.list) {
            // Nobody who was never ticked is safe; and in one emergency nobody who was, and not taken back, is missing.
            if (!ticked.has(person.id)) expect([person.tick, person.elsewhere]).toEqual([null, null])
            if (first.open.open !== null && fresh && ticked.has(person.id) && !unticked.has(person.id))
              expect(person.tick ?? person.elsewhere).not.toBeNull()
          }
          // Folding the whole journal again changes nothing.
          first.station.journal.records.refoldAll()
          expect(
            [...first.station.journal.records.lines()].filter((line) => /^(rollCall|attendance)/.test(line)),
          ).toEqual(first.records)
          for (const { station } of doors) station.close()
        },
      ),
      { numRuns: runs(10) },
    )
  })
})
