/** Which of the facts that this station holds count: read once, and again where a clash or a ruling comes. */
import type { Fact } from '../../../shared/domain/fact.ts'
import { bodyOf, type Catalogue, mayWrite } from './catalogue.ts'
import { createCounting, type Fork } from './counting.ts'
import type { createFactTable } from './fact-table.ts'
import { calledOf, wasOf } from './fields.ts'
import { chainStart, hashOfFact } from './hash.ts'
import { inOrder } from './order.ts'
import { forkSettled, stationShutOut } from './rulings.ts'

type Deps = { facts: ReturnType<typeof createFactTable>; catalogue: Catalogue }

export function createClashes({ facts, catalogue }: Deps) {
  /** From the first number that is there twice. */
  const forkAt = (station: string, first: number): Fork => {
    const chain = facts.chain(station)
    const start = chain === null ? [] : [chainStart(chain)]
    let before = {
      seq: first - 1,
      hashes: first === 1 ? start : facts.branches(station, first - 1).map(({ hash }) => hash),
    }
    let same: string[] = []
    const all: Fork['facts'][number][] = []
    for (const fact of facts.from(station, first - 1)) {
      if (fact.seq !== before.seq + 1) {
        before = { seq: fact.seq - 1, hashes: same }
        same = []
      }
      same.push(fact.hash)
      const previous = before.hashes.find((hash) => hashOfFact(hash, fact) === fact.hash) ?? ''
      all.push({ station, seq: fact.seq, hash: fact.hash, previous })
    }
    return { station, first, facts: all }
  }
  const ruled = <Body>(type: Parameters<typeof bodyOf<Body>>[0]): Body[] =>
    facts.ofTypes([type.type]).flatMap((fact) => (mayWrite(type, fact) ? (bodyOf(type, fact) ?? []) : []))

  type Known = { forks: ReadonlyMap<string, number>; counts: ((fact: Fact) => boolean) | null }
  const read = (): Known => {
    const forks = facts.forks()
    const rulings = { settled: ruled(forkSettled), shutOut: ruled(stationShutOut) }
    if (forks.size === 0 && rulings.shutOut.length === 0) return { forks, counts: null }
    return {
      forks,
      counts: createCounting(
        [...forks].map(([station, first]) => forkAt(station, first)),
        rulings,
      ),
    }
  }
  let known: Known | null = null

  return {
    /** True where a disk was copied and both went on: more than one fact has one of its numbers. */
    isForked: (station: string): boolean => (known ??= read()).forks.has(station),
    isRuling: ({ type }: Fact): boolean => type === forkSettled.type || type === stationShutOut.type,
    forget: (): void => void (known = null),
    /** Of the facts of one subject those that count: what its writer may say, and no branch that nobody chose. */
    counting(all: readonly Fact[]): readonly Fact[] {
      const { counts } = (known ??= read())
      const left = all.filter((fact) => {
        const type = catalogue.facts.get(fact.type)
        return (type === undefined || mayWrite(type, fact)) && (counts === null || counts(fact))
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
