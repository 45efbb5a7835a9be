/** The branches of a chain: a disk that was copied goes on in several ways, and each has a head of its own. */
import type { Fork } from './counting.ts'
import type { createFactTable } from './fact-table.ts'
import { chainStart, hashOfFact } from './hash.ts'
import type { SignedHead } from './signed-head.ts'

type FactTable = ReturnType<typeof createFactTable>

/** What is held of the chain of `station` from `first` on, which is the first number that is there more than once. */
export function forkAt(facts: FactTable, station: string, first: number): Fork {
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

/** Null where no number of this chain is there more than once. */
export function forkOf(facts: FactTable, station: string): Fork | null {
  const first = facts.forks().get(station)
  return first === undefined ? null : forkAt(facts, station, first)
}

/** Tells of the facts that are held of one chain whether they lead to this head of it. */
export function leadingTo(
  { seq: last, hash: end }: SignedHead,
  fork: Fork | null,
): (fact: { seq: number; hash: string }) => boolean {
  if (fork === null) return ({ seq }) => seq <= last
  const previous = new Map(fork.facts.map((fact) => [fact.hash, fact.previous]))
  const path = new Set<string>()
  for (let hash: string | undefined = end; hash !== undefined && previous.has(hash); hash = previous.get(hash))
    path.add(hash)
  return ({ seq, hash }) => (seq < fork.first ? seq <= last : path.has(hash))
}

/** Keeps this head, which leads to what is held, and of all heads of its station the newest of each branch. */
export function keepHead(facts: FactTable, head: SignedHead): void {
  const fork = forkOf(facts, head.station)
  const all = [...facts.heads(head.station).filter(({ hash }) => hash !== head.hash), head]
  const isPassed = (one: SignedHead) =>
    all.some((other) => other.hash !== one.hash && leadingTo(other, fork)({ seq: one.seq, hash: one.hash }))
  facts.keepHeads(
    head.station,
    all.filter((one) => !isPassed(one)),
  )
}
