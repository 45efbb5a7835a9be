import { describe, expect, test } from 'vitest'
import type { Fact } from '../../../../shared/domain/fact.ts'
import { fc, runs } from '../../../../test/support/chance.ts'
import { changedFrom, createClocks, instantAt } from './clocks.ts'

const HOUR = 60 * 60 * 1000
const NOON = Date.parse('2023-12-12T12:00:00.000Z')
const [WEST, EAST, HALL] = [1, 2, 3].map((n) => `00000000-0000-4000-8000-00000000000${n}`) as [string, string, string]

/** A fact as far as these rules look at it, written `minutes` after noon by a clock that was `ahead`. */
const fact = (
  station: string,
  seq: number,
  {
    type = 'pledge.made',
    subject = station,
    body = {},
    minutes = seq,
    ahead = 0,
  }: Partial<Fact> & { minutes?: number; ahead?: number } = {},
): Fact => ({
  station,
  seq,
  at: `${instantAt(NOON + minutes * 60_000 + ahead)}.0000`,
  wall: NOON + minutes * 60_000 + ahead,
  type,
  v: 1,
  subject,
  after: [],
  fields: [],
  last: true,
  hash: `${station} ${seq}`,
  by: { role: 'organiser', delegate: null },
  body,
})
const stepped = (station: string, seq: number, by: number | null) =>
  fact(station, seq, { type: 'clock.stepped', body: { by } })
const measured = (of: string, ofSeq: number, by: string, seq: number, ahead: number) =>
  fact(by, seq, { type: 'clock.measured', subject: of, body: { seq: ofSeq, ahead } })
const said = (of: string, seq: number, ahead: number, by = HALL, bySeq = 900) =>
  fact(by, bySeq, { type: 'clock.said', subject: of, body: { seq, ahead } })
const shown = (facts: readonly Fact[], station: string, seq: number) => createClocks(facts).ahead({ station, seq })

describe('a clock that is wrong', () => {
  test('is put right by a person’s word, from its last step on and no further', () => {
    const facts = [stepped(WEST, 5, null), said(WEST, 7, 4 * HOUR)]
    expect([4, 5, 9].map((seq) => shown(facts, WEST, seq))).toEqual([0, 4 * HOUR, 4 * HOUR])
  })

  test('is put right before a step, too, where it is known how far it was set', () => {
    // Four hours fast in the morning; the steward sets it back, and somebody says that it is right now.
    const facts = [stepped(WEST, 5, -4 * HOUR), said(WEST, 7, 0)]
    expect([4, 5].map((seq) => shown(facts, WEST, seq))).toEqual([4 * HOUR, 0])
  })

  test('is put right by another that was held beside it, once somebody has said that the other is right', () => {
    const held = measured(WEST, 3, EAST, 8, 10 * 60_000)
    expect(shown([held], WEST, 3)).toBe(0)
    expect(shown([held, said(EAST, 1, 0)], WEST, 3)).toBe(10 * 60_000)
    expect(shown([held, said(EAST, 1, HOUR)], WEST, 3)).toBe(HOUR + 10 * 60_000)
  })

  test('has the last word of a person on it, and a word on itself before one on another', () => {
    const words = [said(WEST, 3, HOUR, HALL, 900), said(WEST, 4, 2 * HOUR, HALL, 901)]
    expect(shown(words, WEST, 1)).toBe(2 * HOUR)
    expect(shown([...words, measured(WEST, 3, EAST, 8, 10 * 60_000), said(EAST, 1, 0, HALL, 902)], WEST, 1)).toBe(
      2 * HOUR,
    )
  })

  test('tells nothing of another station’s steps', () => {
    const facts = [fact(EAST, 3, { type: 'clock.stepped', subject: WEST, body: { by: HOUR } }), said(WEST, 1, 0)]
    expect(shown(facts, WEST, 9)).toBe(0)
  })
})

test('what is shown differs from a number on, and from no earlier one', () => {
  const was = createClocks([stepped(WEST, 5, HOUR)]).stretches(WEST)
  const word = createClocks([stepped(WEST, 5, null), said(WEST, 7, HOUR)]).stretches(WEST)
  expect(changedFrom(was, was)).toBeNull()
  expect(changedFrom(was, word)).toBe(5)
  expect(changedFrom(word, createClocks([stepped(WEST, 5, HOUR), said(WEST, 7, HOUR)]).stretches(WEST))).toBeNull()
  expect(changedFrom(word, createClocks([stepped(WEST, 5, 0), said(WEST, 7, HOUR)]).stretches(WEST))).toBe(1)
})

test('times outside the calendar are shown as its first and last moments, so that they sort', () => {
  expect(instantAt(Number.MAX_SAFE_INTEGER)).toBe('9999-12-31T23:59:59.999Z')
  expect(instantAt(Number.MIN_SAFE_INTEGER)).toBe('0001-01-01T00:00:00.000Z')
})

/** Clocks that are wrong by up to forty years and are set again and again; whoever tells of them tells the truth, or that they cannot. */
const day = fc.record({
  /** Of each of three tablets, how far ahead it was in each stretch of ten facts. */
  ahead: fc.tuple(...[0, 1, 2].map(() => fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 1, maxLength: 4 }))),
  isKnown: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
  measured: fc.array(fc.tuple(fc.nat(2), fc.nat(39), fc.nat(2), fc.nat(39)), { maxLength: 4 }),
  said: fc.array(fc.tuple(fc.nat(2), fc.nat(39)), { maxLength: 3 }),
  order: fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
})

test('no time that is shown is more wrong than its tablet’s clock, and the order in which facts came changes none', () => {
  const stations = [WEST, EAST, HALL]
  const year = 365 * 24 * HOUR
  fc.assert(
    fc.property(day, (one) => {
      const aheadAt = (station: number, seq: number) => {
        const all = one.ahead[station] ?? []
        return (all[Math.min(Math.floor(seq / 10), all.length - 1)] ?? 0) * year
      }
      const name = (station: number) => stations[station] ?? WEST
      const facts = [
        ...one.ahead.flatMap((all, station) =>
          all.slice(1).map((now, place) => {
            const isKnown = one.isKnown[station * 4 + place] === true
            return stepped(name(station), (place + 1) * 10, isKnown ? (now - (all[place] ?? 0)) * year : null)
          }),
        ),
        ...one.measured.flatMap(([of, ofSeq, by, seq]) =>
          of === by
            ? []
            : [measured(name(of), ofSeq + 1, name(by), seq + 1, aheadAt(of, ofSeq + 1) - aheadAt(by, seq + 1))],
        ),
        ...one.said.map(([of, seq], index) => said(name(of), seq + 1, aheadAt(of, seq + 1), HALL, 900 + index)),
      ]
      const clocks = createClocks(facts)
      const shuffled = createClocks(
        facts
          .map((each, index) => ({ each, key: one.order[index % 8] ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ each }) => each),
      )
      const wrong: unknown[] = []
      for (const [index, station] of stations.entries()) {
        expect(shuffled.stretches(station)).toEqual(clocks.stretches(station))
        for (let seq = 1; seq <= 40; seq += 1) {
          const known = clocks.ahead({ station, seq })
          if (known !== 0 && known !== aheadAt(index, seq)) wrong.push([station, seq, known])
        }
      }
      expect(wrong).toEqual([])
      for (const [of, seq] of one.said)
        expect(clocks.ahead({ station: name(of), seq: seq + 1 })).toBe(aheadAt(of, seq + 1))
    }),
    { numRuns: runs(2000) },
  )
})
