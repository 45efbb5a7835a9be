/** Taking facts in that another station wrote: checked, one page a transaction, as far as their own station signed. */
import { rawFact, type RawFact } from '../../../../shared/domain/fact-two.ts'
import { fuller, hashOfFact } from './hashes.ts'
import { type Fact, type FactStore, readFact } from './store.ts'

/** Every fact that was given is in one of them. */
export type Taken = {
  added: number
  /** Held already; a field that was missing here may have been filled. */
  known: number
  /** Another fact of that number is held: both are. */
  clashing: number
  /** No fact, or none that follows from what is held, or beyond what its station signed. */
  refused: number
  /** What comes before it is missing. */
  waiting: number
}
export const NOTHING_TAKEN: Taken = { added: 0, known: 0, clashing: 0, refused: 0, waiting: 0 }

/** A page of one chain, in order. `start`: the hash before its first fact. `signed`: the newest number that its station signed. */
export type Page = { station: string; start: string; signed: { seq: number; hash: string }; facts: readonly unknown[] }

/**
 * In a transaction of the caller’s. Tells the subjects that facts came about, or were filled. A page is taken as far as the signed head,
 * and no part of a commit without the rest of it.
 */
export function takePage(
  store: FactStore,
  { station, start, signed, facts }: Page,
): { taken: Taken; touched: Set<string> } {
  const taken = { ...NOTHING_TAKEN }
  const touched = new Set<string>()
  const good: { fact: RawFact; held: Fact | undefined; clashes: boolean }[] = []
  let upTo = 0
  let rest: 'refused' | 'waiting' | null = null
  const inPage = new Map<string, number>()
  for (const given of facts) {
    if (rest !== null) break
    const read = rawFact.safeParse(given)
    if (!read.success || read.data.station !== station || read.data.seq > signed.seq) {
      rest = 'refused'
      break
    }
    const fact = read.data
    const held = store.branches(station, fact.seq)
    const same = held.find(({ hash }) => hash === fact.hash)
    const before =
      fact.seq === 1
        ? [start]
        : [
            ...store.branches(station, fact.seq - 1).map(({ hash }) => hash),
            ...[...inPage].filter(([, seq]) => seq === fact.seq - 1).map(([hash]) => hash),
          ]
    if (before.length === 0) rest = 'waiting'
    else if (same === undefined && !before.some((previous) => hashOfFact(previous, fact) === fact.hash))
      rest = 'refused'
    else {
      inPage.set(fact.hash, fact.seq)
      good.push({ fact, held: same, clashes: same === undefined && held.length > 0 })
      if (fact.last || same !== undefined) upTo = good.length
    }
  }
  for (const { fact, held, clashes } of good.slice(0, upTo)) {
    if (held === undefined) {
      store.add(readFact(fact))
      touched.add(fact.subject)
      taken[clashes ? 'clashing' : 'added'] += 1
      continue
    }
    taken.known += 1
    const fields = held.fields.map((field, at) => fuller(field, fact.fields[at] ?? field) ?? field)
    if (fields.some((field, at) => field !== held.fields[at])) {
      store.keepFields(held, fields)
      touched.add(fact.subject)
    }
  }
  taken[rest ?? 'waiting'] += facts.length - upTo
  return { taken, touched }
}
