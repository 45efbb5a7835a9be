/** Is a station whole and sound? In one go, with turns for others, or in pieces for the background. */
import type { Database } from 'better-sqlite3'
import { notAsWritten } from '../kernel/database/index.ts'
import { type Journal, verifyChain, verifyRecords } from '../kernel/journal/index.ts'
import { drain, inSlices } from '../../slices.ts'

/** `facts` counts all that are held; of the findings the first hundred are told. */
type Checked = { sound: boolean; facts: number; findings: string[] }

export function createChecks({ db, journal }: { db: Database; journal: Journal }) {
  const tables = db.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
  /** Every chain: yields between pieces, and returns what it found. */
  function* chains(): Generator<void, string[]> {
    const all: string[] = []
    for (const chain of journal.facts.chains()) all.push(...(yield* verifyChain(journal, chain)))
    return all
  }
  /** SQLite's own quick look at every page, a table at a time; returns what it found. */
  function* pages(): Generator<void, string[]> {
    const all: string[] = []
    for (const { name } of tables.all()) {
      const found = String(db.pragma(`quick_check("${name}")`, { simple: true }))
      if (found !== 'ok') all.push(`SQLite: ${found}`)
      yield
    }
    return all
  }
  /**
   * For the background: yields between pieces. Throws StorageError where what is written is damaged; returns which records are not
   * what their facts add up to, for those can be folded again.
   */
  function* inPieces(): Generator<void, string[]> {
    const damage = [...(yield* pages()), ...(yield* chains())]
    if (damage.length > 0) throw notAsWritten(undefined, damage.slice(0, 3).join(' '))
    return yield* verifyRecords(journal)
  }
  function* thoroughly(): Generator<void, Checked> {
    const found = String(db.pragma('integrity_check(20)', { simple: true }))
    yield
    const all = [
      ...(found === 'ok' ? [] : [`SQLite: ${found}`]),
      ...(yield* chains()),
      ...(yield* verifyRecords(journal)),
    ]
    return { sound: all.length === 0, facts: journal.facts.count(), findings: all.slice(0, 100) }
  }

  return {
    /** The thorough check in one go, for a program that nobody else waits for. */
    check: (): Checked => drain(thoroughly()),
    /** The same with turns for whoever stands at another screen. Throws the signal's reason once nobody waits for it. */
    checkInSlices: (signal?: AbortSignal): Promise<Checked> => inSlices(thoroughly(), signal),
    /** What the background looks through. */
    checkInPieces: inPieces,
  }
}
