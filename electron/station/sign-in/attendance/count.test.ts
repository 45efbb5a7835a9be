/** Tells how a morning at the door becomes numbers. */
import { describe, expect, test } from 'vitest'
import { shippedPack } from '../../../../test/support/test-station.ts'
import type { Attendee } from './attendees.ts'
import { countAttendance, inBrief } from './count.ts'
import { createVenueClock } from './venue-clock.ts'
import { fc } from '../../../../test/support/chance.ts'

const pack = shippedPack()
const clock = createVenueClock('Europe/London')
const AT = '2023-12-12T13:00:00.000Z'
const morning = (time: string) => `2023-12-12T${time}:00.000Z`

const someone: Attendee = {
  name: 'Ewa Kaur',
  role: '',
  organisation: 'Elmdon House',
  area: '',
  sector: 'voluntary',
  email: '',
  table: '',
  walkIn: false,
  stays: [],
  how: 'found',
  station: 'one',
}
const came = (time: string, more: Partial<Attendee> = {}): Attendee => ({
  ...someone,
  stays: [{ in: morning(time), out: null }],
  ...more,
})
const count = (people: (Attendee | null)[], more: Partial<Parameters<typeof countAttendance>[1]> = {}) =>
  countAttendance(people, { pack, asOf: AT, closed: false, clock, ...more })

describe('a morning in numbers', () => {
  test('before the doors open everybody is expected and nobody is a no-show', () => {
    const numbers = count([someone, someone])
    expect(numbers.totals).toMatchObject({ invited: 2, came: 0, absent: 2, walkIns: 0 })
    expect(numbers).toMatchObject({ over: 'no', peak: null, arrivals: { minutes: 5, stretches: [] } })
  })

  test('whoever was taken off the list is counted nowhere, and that is said', () => {
    expect(count([null, came('09:10')]).totals).toMatchObject({ invited: 1, came: 1, uncounted: 1 })
  })

  test('somebody who went out for air and came back is one arrival, and here', () => {
    const stays = [
      { in: morning('09:10'), out: morning('09:30') },
      { in: morning('09:45'), out: null },
    ]
    const numbers = count([{ ...someone, stays }])
    expect(numbers.totals).toMatchObject({ came: 1, here: 1, left: 0 })
    expect(numbers.arrivals.stretches).toEqual([{ from: morning('09:10'), came: 1 }])
  })

  test('most were in the building at once before the first left, even where one comes in as another goes', () => {
    const stay = (begins: string, out: string | null): Attendee => ({
      ...someone,
      stays: [{ in: morning(begins), out: out === null ? null : morning(out) }],
    })
    const numbers = count([stay('09:00', '09:30'), stay('09:10', null), stay('09:30', null), stay('10:00', '10:00')])
    expect(numbers.peak).toEqual({ count: 2, at: morning('09:10') })
    expect(numbers.totals).toMatchObject({ came: 4, left: 2 })
  })

  test('on time is by the first session that is more than an arrival: ten o’clock at the NEC, by the clock on its wall', () => {
    const { punctuality } = count([came('09:59'), came('10:00'), came('10:15'), came('10:16')])
    expect(punctuality).toEqual({
      starts: [{ day: '2023-12-12', clock: '10:00' }],
      onTime: 2,
      soonAfter: 1,
      late: 1,
      otherDay: 0,
    })
    const summer = count([came('09:00', { stays: [{ in: '2024-06-20T09:00:00.000Z', out: null }] })], {
      pack: shippedPack('staffordshire-promises'),
      asOf: '2024-06-20T12:00:00.000Z',
    })
    expect(summer.punctuality).toMatchObject({ onTime: 1, late: 0 })
    expect(count([came('09:00')], { pack: shippedPack('wolverhampton-2010') }).punctuality.otherDay).toBe(1)
  })

  test('an organisation that is spelt in capitals by one guest is the same one, under the spelling that most gave', () => {
    const numbers = count([
      came('09:00', { organisation: 'ELMDON HOUSE' }),
      came('09:00'),
      { ...someone, organisation: 'Elmdon House ' },
      someone,
      came('09:00', { organisation: '' }),
    ])
    expect(numbers.organisations).toEqual([
      { name: 'Elmdon House', came: 2, absent: 2 },
      { name: '', came: 1, absent: 0 },
    ])
  })

  test('a sector that the event does not know is one that is not known', () => {
    expect(count([came('09:00', { sector: 'circus' }), came('09:00', { sector: '' })]).sectors).toEqual([
      { name: '', came: 2, absent: 0 },
    ])
  })
})

describe('those who did not come', () => {
  test('may still come on the day, and are no-shows from the next morning', () => {
    expect(count([someone], { asOf: '2023-12-12T23:59:00.000Z' }).over).toBe('no')
    expect(count([someone], { asOf: '2023-12-13T00:00:00.000Z' }).over).toBe('last-day')
  })

  test('are no-shows as soon as the organiser says so', () => {
    expect(count([someone], { closed: true }).over).toBe('organiser')
  })

  test('may still come where the event is held later than its pack says: people are coming today', () => {
    const late = came('09:00', { stays: [{ in: '2026-03-01T09:00:00.000Z', out: null }] })
    expect(count([someone, late], { asOf: '2026-03-01T11:00:00.000Z' }).over).toBe('no')
    expect(count([someone, late], { asOf: '2026-03-02T00:00:00.000Z' }).over).toBe('last-day')
  })
})

describe('whatever happens at the door', () => {
  const minute = fc.integer({ min: 0, max: 4 * 24 * 60 })
  const at = (value: number) => new Date(Date.UTC(2023, 11, 11, 6) + value * 60_000).toISOString()
  const stays = fc
    .array(minute, { maxLength: 6 })
    .map((minutes) => [...new Set(minutes)].toSorted((one, other) => one - other))
    .map((minutes) =>
      Array.from({ length: Math.ceil(minutes.length / 2) }, (_, index) => {
        const out = minutes[index * 2 + 1]
        return { in: at(minutes[index * 2] ?? 0), out: out === undefined ? null : at(out) }
      }),
    )
  const person: fc.Arbitrary<Attendee | null> = fc.option(
    fc
      .record({
        name: fc.constant('Somebody'),
        role: fc.constant(''),
        organisation: fc.oneof(fc.constantFrom('', 'Elmdon House', 'elmdon house', 'Meriden Motors'), fc.string()),
        area: fc.constant(''),
        sector: fc.constantFrom('', 'health', 'business', 'circus'),
        email: fc.constant(''),
        table: fc.constant(''),
        walkIn: fc.boolean(),
        stays,
        how: fc.constantFrom('scanned', 'found', 'self', 'walk-in', 'paper'),
        station: fc.constant('one'),
      })
      // A walk-in who never came does not count, and is read as nobody.
      .map((one) => (one.walkIn && one.stays.length === 0 ? { ...one, walkIn: false } : one)),
    { freq: 8 },
  )

  test('the sums by sector, by organisation, by five minutes, by way and by punctuality are all the same', () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 120 }), (people) => {
        const numbers = count(people)
        const { totals } = numbers
        const counting = people.filter((one) => one !== null)
        expect(totals.came).toBe(counting.filter((one) => one.stays.length > 0).length)
        expect(totals.uncounted).toBe(people.length - counting.length)
        expect(totals.came).toBe(totals.here + totals.left)
        expect(totals.came).toBe(totals.invitedCame + totals.walkIns)
        expect(totals.invited).toBe(totals.invitedCame + totals.absent)
        const brief = inBrief(numbers)
        const sum = (items: readonly { came: number }[]) => items.reduce((total, one) => total + one.came, 0)
        const away = (items: readonly { absent: number }[]) => items.reduce((total, one) => total + one.absent, 0)
        for (const items of [
          numbers.arrivals.stretches,
          numbers.ways,
          numbers.sectors,
          numbers.organisations,
          [...brief.organisations, brief.others],
        ])
          expect(sum(items)).toBe(totals.came)
        for (const items of [numbers.sectors, numbers.organisations, [...brief.organisations, brief.others]])
          expect(away(items)).toBe(totals.absent)
        const { onTime, soonAfter, late, otherDay } = numbers.punctuality
        expect(onTime + soonAfter + late + otherDay).toBe(totals.came)
        expect(numbers.peak?.count ?? 0).toBeLessThanOrEqual(totals.came)
        expect(numbers.peak?.count ?? 0).toBeGreaterThanOrEqual(totals.here)
        expect(brief.organisations.length).toBeLessThanOrEqual(12)
      }),
    )
  })

  test('the most at once is what counting heads at every moment would find', () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 25 }), (people) => {
        const all = people.flatMap((one) => one?.stays ?? [])
        const heads = all.map((moment) => ({
          at: moment.in,
          count: all.filter((stay) => stay.in <= moment.in && (stay.out === null || stay.out > moment.in)).length,
        }))
        const most = Math.max(0, ...heads.map((head) => head.count))
        expect(count(people).peak).toEqual(
          most === 0
            ? null
            : {
                count: most,
                at: heads
                  .filter((head) => head.count === most)
                  .map((head) => head.at)
                  .toSorted()[0],
              },
        )
      }),
    )
  })
})
