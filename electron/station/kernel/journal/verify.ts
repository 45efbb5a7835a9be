/** Checking the journal: the quick look at every opening, and the thorough one in the background or when asked. */
import type { RecordKind } from './catalogue.ts'
import type { Journal } from './journal.ts'
import { type Chain, chainStart, hashOfFact } from './hash.ts'

/** How many facts are checked at a time in the background: a few milliseconds, so that nobody at the screen waits. */
const PIECE = 250

/** Each chain's head against its last fact, by two look-ups a station. An empty list means sound. */
export function verifyHeads(journal: Journal): string[] {
  return journal.readTransaction(() =>
    journal.facts.chains().flatMap(({ station, seq, hash }) => {
      if (seq === 0) return []
      const last = journal.facts.branches(station, seq)
      if (last.length === 0) return [`Fact ${seq} of station ${station} is missing.`]
      if (last.every((fact) => fact.hash !== hash))
        return [`Fact ${seq} of station ${station} is not the one that was written.`]
      // A copied disk may have gone on further than this one.
      if (!journal.isForked(station) && journal.facts.branches(station, seq + 1).length > 0)
        return [`Station ${station} holds facts beyond its head.`]
      return []
    }),
  )
}

/** Walks one station's chain, all its branches, in pieces of `piece` facts, so that the station can go on answering in between. */
export function* verifyChain(journal: Journal, chain: Chain, piece = PIECE): Generator<void, string[]> {
  const findings: string[] = []
  const { station } = chain
  /** The hashes of the facts of one number, and of the number before it. */
  let [before, same]: [string[], string[]] = [[], [chainStart(chain)]]
  let seq = 0
  for (;;) {
    let taken = 0
    for (const fact of journal.facts.rawFrom(station, seq)) {
      if (fact.seq !== seq) {
        if (taken >= piece) break
        if (fact.seq !== seq + 1) findings.push(`Fact ${seq + 1} of station ${station} is missing.`)
        before = same
        same = []
        seq = fact.seq
      }
      // The hash of a value that is still there is taken from the value itself, so this covers what it says as well.
      if (!before.some((previous) => hashOfFact(previous, fact) === fact.hash))
        findings.push(`Fact ${fact.seq} of station ${station} was changed after it was written.`)
      same.push(fact.hash)
      taken += 1
    }
    if (taken < piece) return findings
    yield
  }
}

/** Compares every record with its facts folded fresh, in pieces of about `piece` facts. */
export function* verifyRecords(journal: Journal, piece = PIECE): Generator<void, string[]> {
  const findings: string[] = []
  const expected = new Map<RecordKind, number>()
  const factsBefore = journal.facts.count()
  let taken = 0
  const compare = (subject: string): void => {
    for (const { kind, row, facts } of journal.records.about(subject)) {
      taken += facts
      if (row !== null) expected.set(kind, (expected.get(kind) ?? 0) + 1)
      if (JSON.stringify(row) === JSON.stringify(journal.records.kept(kind, subject))) continue
      findings.push(`The ${kind.table} ${subject} is not what its facts add up to.`)
    }
  }
  for (const subject of journal.facts.subjects()) {
    journal.readTransaction(() => compare(subject))
    if (taken < piece) continue
    taken = 0
    yield
  }
  // A row that no fact speaks of would never be met above. Where facts were written meanwhile, the count proves nothing.
  return journal.readTransaction(() =>
    journal.facts.count() === factsBefore ? [...findings, ...surplus(journal, expected)] : findings,
  )
}

function surplus(journal: Journal, expected: ReadonlyMap<RecordKind, number>): string[] {
  return journal.catalogue.records.flatMap((kind) => {
    const more = journal.records.count(kind) - (expected.get(kind) ?? 0)
    return more > 0 ? [`The table ${kind.table} holds ${more} more than the facts add up to.`] : []
  })
}
