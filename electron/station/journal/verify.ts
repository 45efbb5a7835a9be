/** Checking the journal: the quick look at every opening, and the thorough one in the background or when asked. */
import type { Journal } from './journal.ts'
import { CHAIN_START, hashOfFact } from './hash.ts'

/** Each chain's head against its last fact, by two look-ups a station. An empty list means sound. */
export function verifyHeads(journal: Journal): string[] {
  return journal.facts.heads().flatMap((head) => {
    const last = journal.facts.one(head.station, head.seq)
    if (last === null) return [`Fact ${head.seq} of station ${head.station} is missing.`]
    if (last.hash !== head.hash) return [`Fact ${head.seq} of station ${head.station} is not the one that was written.`]
    if (journal.facts.one(head.station, head.seq + 1) !== null) return [`Station ${head.station} holds facts beyond its head.`]
    return []
  })
}

/** Walks one station's chain in pieces of `piece` facts, so that the station can go on answering in between. */
export function* verifyChain(journal: Journal, station: string, piece = 2000): Generator<void, string[]> {
  const findings: string[] = []
  let previous = CHAIN_START
  let seq = 0
  for (;;) {
    let taken = 0
    for (const fact of journal.facts.from(station, seq)) {
      if (fact.seq !== seq + 1) findings.push(`Fact ${seq + 1} of station ${station} is missing.`)
      // The hash of a body that is still there is taken from the body itself, so this covers what it says as well.
      if (hashOfFact(previous, fact) !== fact.hash) findings.push(`Fact ${fact.seq} of station ${station} was changed after it was written.`)
      previous = fact.hash
      seq = fact.seq
      taken += 1
      if (taken === piece) break
    }
    if (taken < piece) return findings
    yield
  }
}

/** Compares every record with its facts folded fresh. */
export function* verifyRecords(journal: Journal, piece = 2000): Generator<void, string[]> {
  const findings: string[] = []
  let done = 0
  for (const subject of journal.facts.subjects()) {
    const types = new Set(journal.facts.about(subject).map((fact) => fact.type))
    const kinds = new Set([...types].flatMap((type) => journal.catalogue.recordsOf.get(type) ?? []))
    for (const kind of kinds) {
      if (JSON.stringify(journal.folded(kind, subject)) !== JSON.stringify(journal.kept(kind, subject))) findings.push(`The ${kind.table} ${subject} is not what its facts add up to.`)
    }
    done += 1
    if (done % piece === 0) yield
  }
  return findings
}
