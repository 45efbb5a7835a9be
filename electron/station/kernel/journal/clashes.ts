/** Which of the facts that this station holds count: read once, and again where a clash or a ruling comes, or another program wrote. */
import type { Database } from 'better-sqlite3'
import type { Fact } from '../../../../shared/domain/fact.ts'
import { createDataVersion } from '../database/index.ts'
import { forkAt } from './branches.ts'
import { bodyOf, type Catalogue } from './catalogue.ts'
import { createCounting } from './counting.ts'
import type { createFactTable } from './fact-table.ts'
import { calledOf, wasOf } from './fields.ts'
import { type Speaking, stationEnrolled } from './enrolled.ts'
import { inOrder } from './order.ts'
import { forkSettled, stationShutOut } from './rulings.ts'

type Deps = { db: Database; facts: ReturnType<typeof createFactTable>; catalogue: Catalogue; speaking: Speaking }

export function createClashes({ db, facts, catalogue, speaking }: Deps) {
  const dataVersion = createDataVersion(db)
  const ruled = <Body>(type: Parameters<typeof bodyOf<Body>>[0]): Body[] =>
    facts.ofTypes([type.type]).flatMap((fact) => (speaking.mayWrite(type, fact) ? (bodyOf(type, fact) ?? []) : []))

  type Known = {
    forks: ReadonlyMap<string, number>
    shutOut: ReadonlySet<string>
    counts: ((fact: Fact) => boolean) | null
  }
  const read = (): Known => {
    const forks = facts.forks()
    const rulings = { settled: ruled(forkSettled), shutOut: ruled(stationShutOut) }
    const shutOut = new Set(rulings.shutOut.map(({ station }) => station))
    if (forks.size === 0 && shutOut.size === 0) return { forks, shutOut, counts: null }
    return {
      forks,
      shutOut,
      counts: createCounting(
        [...forks].map(([station, first]) => forkAt(facts, station, first)),
        rulings,
      ),
    }
  }
  let known: Known | null = null
  /** Another number as soon as another program has written. */
  let version: number | undefined

  return {
    /** True where a disk was copied and both went on: more than one fact has one of its numbers. */
    isForked: (station: string): boolean => (known ??= read()).forks.has(station),
    /** True where an organiser has said up to which number this station counts. */
    isShutOut: (station: string): boolean => (known ??= read()).shutOut.has(station),
    isRuling: ({ type }: Pick<Fact, 'type'>): boolean =>
      type === forkSettled.type || type === stationShutOut.type || type === stationEnrolled.type,
    forget(): void {
      known = null
      speaking.forget()
    },
    /** To be asked at the begin of every transaction: true where another program has written since, and may have taken in whatever counts. */
    isWrittenElsewhere(): boolean {
      const now = dataVersion()
      const is = now !== version
      version = now
      return is
    },
    /**
     * Of the facts of one subject those that count: what its writer may say, and no branch that nobody chose. What takes out counts all the
     * same, for it has: whoever was forgotten would otherwise be back, without a name.
     */
    counting(all: readonly Fact[]): readonly Fact[] {
      const { counts } = (known ??= read())
      const left = all.filter((fact) => {
        const type = catalogue.facts.get(fact.type)
        if (type !== undefined && !speaking.mayWrite(type, fact)) return false
        return type?.isErasing === true || counts === null || counts(fact)
      })
      return left.every(({ station }) => station === left[0]?.station) ? left : onceEach(left)
    },
  }
}

/** One folder whose facts were written anew twice, under two stations: the first in order counts. */
function onceEach(all: readonly Fact[]): readonly Fact[] {
  const met = new Set<string>()
  return all.toSorted(inOrder).filter((fact) => {
    const called = calledOf(fact)
    if (met.has(called) && wasOf(fact) !== null) return false
    met.add(called)
    return true
  })
}
