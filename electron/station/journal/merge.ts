/** Merging: set union by station and number. It may come in any order, twice, or in pieces; the outcome is the same. */
import type { ChangeKind } from '../../../shared/contract/station.ts'
import { advance } from '../../../shared/domain/clock.ts'
import { type Fact, factSchema, inOrder } from '../../../shared/domain/fact.ts'
import { bodyOf } from './catalogue.ts'
import { CHAIN_START, hashOfBody, hashOfFact } from './hash.ts'
import type { Journal } from './journal.ts'

export type MergeReport = {
  added: number
  /** Held already, with the same hash. */
  repeated: number
  /** The same station and number with another hash (a cloned disk): set aside for a person. */
  setAside: number
  /** Not taken: it is no fact, or its hash or body does not hold. */
  broken: number
  /** Where the next fact of a station is missing; what comes after it waits. */
  gaps: { station: string; expected: number; got: number }[]
}

/** A body as the JSON it is kept in, null where redaction left nothing; undefined where no JSON can say it. */
function textOf(body: unknown): string | null | undefined {
  if (body === null) return null
  try {
    return JSON.stringify(body)
  } catch {
    // Nested so deep that writing it down runs out of room.
    return undefined
  }
}

/** Merges facts of other stations in one transaction. Never throws for what the facts hold. */
export function mergeFacts(journal: Journal, incoming: readonly Fact[]): MergeReport {
  const report: MergeReport = { added: 0, repeated: 0, setAside: 0, broken: 0, gaps: [] }
  const { facts, catalogue } = journal
  const touched = new Map<string, Set<string>>()
  const changes = new Set<ChangeKind>()
  const stopped = new Set<string>()

  const takeOne = (fact: Fact): void => {
    if (stopped.has(fact.station)) return
    const text = textOf(fact.body)
    if (!factSchema.safeParse(fact).success || text === undefined) {
      report.broken += 1
      stopped.add(fact.station)
      return
    }
    const held = facts.one(fact.station, fact.seq)
    if (held !== null) {
      if (held.hash === fact.hash) report.repeated += 1
      else {
        facts.setAside(fact)
        report.setAside += 1
        stopped.add(fact.station)
      }
      return
    }
    const head = facts.head(fact.station)
    const expected = (head?.seq ?? 0) + 1
    if (fact.seq !== expected) {
      report.gaps.push({ station: fact.station, expected, got: fact.seq })
      stopped.add(fact.station)
      return
    }
    const type = catalogue.facts.get(fact.type)
    const holds =
      hashOfFact(head?.hash ?? CHAIN_START, fact) === fact.hash &&
      (fact.redacted || hashOfBody(text ?? 'null') === fact.bodyHash) &&
      // A type or a version from a newer app is kept and passed on, not judged and not folded.
      (type === undefined || fact.v > type.v || (fact.redacted && text === null) || bodyOf(type, fact) !== null)
    if (!holds) {
      report.broken += 1
      stopped.add(fact.station)
      return
    }
    facts.add(fact, text)
    facts.setHead({
      station: fact.station,
      seq: fact.seq,
      hash: fact.hash,
      at: advance(head?.at ?? null, fact.at),
    })
    touched.set(fact.subject, (touched.get(fact.subject) ?? new Set()).add(fact.type))
    report.added += 1
  }

  journal.atomically(() => {
    for (const fact of incoming.toSorted((a, b) => (a.station === b.station ? a.seq - b.seq : inOrder(a, b))))
      takeOne(fact)
    for (const [subject, types] of touched)
      for (const change of journal.refoldSubject(subject, types)) changes.add(change)
  })
  if (changes.size > 0) journal.announce({ changes, subjects: new Set(touched.keys()) })
  return report
}
