/** Tablets of one event that meet in any order, in pieces, by way of one another, with clocks that are wrong: they come to hold the same. */
import { expect, test } from 'vitest'
import { stationShutOut } from '../../electron/station/kernel/journal/rulings.ts'
import { anyStep, play } from '../support/any-day.ts'
import { fc, runs } from '../support/chance.ts'
import { carried, factsOf, takeIn } from '../support/merge.ts'
import { otherApp } from '../support/other-app.ts'
import { MEMORY, tempFolder } from '../support/temp-folder.ts'
import { handClock, openTest, organiser, shippedPack } from '../support/test-station.ts'
import type { Station } from '../../electron/station/app/station.ts'

const YEAR = 365 * 24 * 60 * 60 * 1000

/**
 * What happens: somebody does something at a tablet, its clock jumps, or somebody says what time it is; one tablet hears of another; two
 * entries are said to be one person, or to be two after all; somebody is forgotten; a tablet is shut out; or one comes with a newer app.
 */
const happening = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('does' as const),
      at: fc.nat(4),
      steps: fc.array(anyStep, { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('jumps' as const),
      at: fc.nat(4),
      by: fc.integer({ min: -40 * YEAR, max: 40 * YEAR }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('hears' as const),
      at: fc.nat(4),
      from: fc.nat(4),
      size: fc.integer({ min: 1, max: 30 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('forgets' as const), at: fc.nat(4), whom: fc.nat() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('says' as const),
      at: fc.nat(4),
      ahead: fc.integer({ min: -40 * YEAR, max: 40 * YEAR }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('joins' as const), at: fc.nat(4), whom: fc.nat(), other: fc.nat() }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('parts' as const), at: fc.nat(4), whom: fc.nat() }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('shuts-out' as const), at: fc.nat(4), which: fc.nat(), back: fc.nat(6) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('brings-newer' as const),
      at: fc.nat(4),
      whom: fc.nat(),
      stripped: fc.boolean(),
    }),
  },
)
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never

const recordsOf = (station: Station): string[] => [...station.journal.records.lines()]

/** Somebody who is on this tablet's list, by chance. */
function somebody(station: Station, whom: number): string | null {
  const all = station.signIn.list({ search: '', offset: 0, limit: 50, presence: null }).items
  return all[whom % Math.max(1, all.length)]?.id ?? null
}

/** What a tablet wrote after some number counts no more; that it has the event stays. */
function shutOut(station: Station, which: number, back: number): void {
  const chains = station.journal.facts.chains()
  const chain = chains[which % chains.length]
  if (chain === undefined || chain.seq < 4) return
  const body = { station: chain.station, last: Math.max(3, chain.seq - back), reason: 'It was lost' }
  station.journal.commit(organiser, (write) => void write.about(stationShutOut, station.event().id, body))
}

function tell(
  tablets: readonly { station: Station; clock: ReturnType<typeof handClock> }[],
  story: readonly Happening[],
): string[] {
  const forgotten: string[] = []
  for (const one of story) {
    const tablet = tablets[one.at % tablets.length]
    if (tablet === undefined) continue
    const { station, clock } = tablet
    if (one.kind === 'does') {
      clock.pass(60_000)
      play(station, one.steps)
    } else if (one.kind === 'jumps') clock.pass(one.by)
    else if (one.kind === 'hears') {
      const from = tablets[one.from % tablets.length]
      if (from !== undefined && from !== tablet) takeIn(station, carried(from.station), one.size)
    } else if (one.kind === 'says') station.sayTime(organiser, clock() - one.ahead)
    else if (one.kind === 'shuts-out') shutOut(station, one.which, one.back)
    else if (one.kind === 'brings-newer') {
      const other = otherApp(station.event().id)
      const said = {
        at: new Date(clock()).toISOString().concat('.0000'),
        subject: somebody(station, one.whom) ?? station.id,
      }
      const labels = { name: { class: 'identity', about: 'subject' } } as const
      other.write({ ...said, type: 'delegate.amended', v: 9, body: { name: 'Newer' }, labels, stripped: one.stripped })
      other.write({ ...said, type: 'table.waved', v: 1, body: { hands: 2 } })
      takeIn(station, [other.carried()])
    } else {
      const id = somebody(station, one.whom)
      if (id === null) continue
      const { onePerson } = station.signIn
      if (one.kind === 'joins') {
        onePerson.merge(organiser, id, somebody(station, one.other) ?? id, 'They said so')
        continue
      }
      if (one.kind === 'parts') {
        onePerson.part(organiser, onePerson.mergesOf(id)[0]?.id ?? id, 'Two after all')
        continue
      }
      station.eraseDelegate(organiser, id, 'They asked')
      forgotten.push(id)
    }
  }
  return forgotten
}

test('Whatever happens at two to five tablets, in whatever order they meet: they hold the same, show the same, and nobody who was forgotten is back', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 5 }),
      fc.array(happening, { minLength: 3, maxLength: 14 }),
      (count, story) => {
        const tablets = Array.from({ length: count }, () => {
          const clock = handClock()
          const station = openTest(tempFolder(MEMORY), { now: clock })
          station.loadEvent(shippedPack(), false)
          return { station, clock }
        })
        const forgotten = tell(tablets, story)
        // Everybody hears of everybody by way of the last.
        const [last, ...others] = tablets.map(({ station }) => station).toReversed()
        if (last === undefined) throw new Error('There is one')
        for (const other of others) takeIn(last, carried(other))
        for (const other of others) {
          const taken = takeIn(other, carried(last), 7)
          const given = carried(last).reduce((sum, { facts }) => sum + facts.length, 0)
          expect(Object.values(taken).reduce((sum, n) => sum + n, 0)).toBe(given)
          expect(taken).toMatchObject({ refused: 0, waiting: 0, clashing: 0 })
        }
        const [facts, records] = [factsOf(last), recordsOf(last)]
        for (const { station } of tablets) {
          expect(factsOf(station)).toEqual(facts)
          expect(recordsOf(station)).toEqual(records)
          expect(station.check()).toMatchObject({ sound: true, findings: [] })
          for (const id of forgotten) {
            // Another entry may be said to be the same person, by whoever had not heard of it.
            expect(station.signIn.delegate(id)?.id).not.toBe(id)
            const said = station.journal.facts.holding(id).flatMap(({ fields }) => fields)
            expect(said.filter((field) => field.about === id && 'value' in field && field.class !== 'words')).toEqual(
              [],
            )
          }
          station.close()
        }
      },
    ),
    { numRuns: runs(150, 2000) },
  )
})
