/** The times that people are shown: what the writer’s clock said, put right by what is known of that clock. */
import type { Fact } from '../../../../shared/domain/fact.ts'
import type { Timed } from './catalogue.ts'
import type { createClashes } from './clashes.ts'
import { stationBegan } from './began.ts'
import { clockTypes } from './clock-facts.ts'
import { changedFrom, type Clocks, createClocks, instantAt } from './clocks.ts'
import type { createFactTable } from './fact-table.ts'
import { touch, type Touched } from './redaction.ts'

type Deps = { facts: ReturnType<typeof createFactTable>; clashes: ReturnType<typeof createClashes> }

/** Where a tablet goes on under another id, its first fact tells of its clock, too. */
const NAMES = [stationBegan, ...clockTypes].map(({ type }) => type)
const names: ReadonlySet<string> = new Set(NAMES)

export function createTimes({ facts, clashes }: Deps) {
  const read = (isKnown: (fact: Fact) => boolean = () => true): Clocks =>
    createClocks(clashes.counting(facts.ofTypes(NAMES)).filter(isKnown))
  let known: Clocks | null = null
  const now = (): Clocks => (known ??= read())
  const instantOf = (fact: Fact): string => instantAt(fact.wall - now().ahead(fact))

  return {
    isOfClock: ({ type }: Pick<Fact, 'type'>): boolean => names.has(type),
    instantOf,
    timed: (fact: Fact): Timed => ({ ...fact, time: instantOf(fact) }),
    forget: (): void => void (known = null),
    now,
    /** What was known before these facts came, which are held already. */
    before(came: readonly Fact[]): Clocks {
      if (known !== null) return known
      const hashes = new Set(came.map(({ hash }) => hash))
      return read(({ hash }) => !hashes.has(hash))
    },
    /** After what is known of clocks has changed: adds to `touched` what is shown at another time than before. */
    changedSince(before: Clocks, touched: Touched): void {
      known = null
      for (const { station } of facts.chains()) {
        const from = changedFrom(before.stretches(station), now().stretches(station))
        if (from !== null) for (const fact of facts.from(station, from - 1)) touch(touched, fact)
      }
    },
  }
}
