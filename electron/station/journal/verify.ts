/** Checking the journal: the quick look at every opening, and the thorough one in the background or when asked. */
import { foldAll } from './fold.ts'
import type { RecordKind } from './catalogue.ts'
import type { Journal } from './journal.ts'
import { CHAIN_START, hashOfFact } from './hash.ts'

/** How many facts are checked at a time in the background: a few milliseconds, so that nobody at the screen waits. */
const PIECE = 250

/** Each chain's head against its last fact, by two look-ups a station. An empty list means sound. */
export function verifyHeads(journal: Journal): string[] {
  return journal.atOneMoment(() =>
    journal.facts.heads().flatMap((head) => {
      const last = journal.facts.one(head.station, head.seq)
      if (last === null) return [`Fact ${head.seq} of station ${head.station} is missing.`]
      if (last.hash !== head.hash)
        return [`Fact ${head.seq} of station ${head.station} is not the one that was written.`]
      if (journal.facts.one(head.station, head.seq + 1) !== null)
        return [`Station ${head.station} holds facts beyond its head.`]
      return []
    }),
  )
}

/** Walks one station's chain in pieces of `piece` facts, so that the station can go on answering in between. */
export function* verifyChain(journal: Journal, station: string, piece = PIECE): Generator<void, string[]> {
  const findings: string[] = []
  let previous = CHAIN_START
  let seq = 0
  for (;;) {
    let taken = 0
    for (const fact of journal.facts.from(station, seq)) {
      if (fact.seq !== seq + 1) findings.push(`Fact ${seq + 1} of station ${station} is missing.`)
      // The hash of a body that is still there is taken from the body itself, so this covers what it says as well.
      if (hashOfFact(previous, fact) !== fact.hash)
        findings.push(`Fact ${fact.seq} of station ${station} was changed after it was written.`)
      previous = fact.hash
      seq = fact.seq
      taken += 1
      if (taken === piece) break
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
    const facts = journal.facts.about(subject)
    const kinds = new Set(facts.flatMap((fact) => journal.catalogue.recordsOf.get(fact.type) ?? []))
    for (const kind of kinds) {
      const folded = foldAll(kind, facts)
      if (folded !== null) expected.set(kind, (expected.get(kind) ?? 0) + 1)
      if (JSON.stringify(folded) === JSON.stringify(journal.kept(kind, subject))) continue
      findings.push(`The ${kind.table} ${subject} is not what its facts add up to.`)
    }
    taken += facts.length
  }
  for (const subject of journal.facts.subjects()) {
    journal.atOneMoment(() => compare(subject))
    if (taken < piece) continue
    taken = 0
    yield
  }
  // A row that no fact speaks of would never be met above. Where facts were written meanwhile, the count proves nothing.
  return journal.atOneMoment(() =>
    journal.facts.count() === factsBefore ? [...findings, ...surplus(journal, expected)] : findings,
  )
}

function surplus(journal: Journal, expected: ReadonlyMap<RecordKind, number>): string[] {
  return journal.catalogue.records.flatMap((kind) => {
    const more = journal.rows(kind) - (expected.get(kind) ?? 0)
    return more > 0 ? [`The table ${kind.table} holds ${more} more than the facts add up to.`] : []
  })
}
