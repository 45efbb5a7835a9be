/** Is a station whole and sound? In one go, with turns for others, or in pieces for the background. */
import type { Database } from 'better-sqlite3'
import { type Journal, verifyChain, verifyRecords } from './journal/index.ts'
import { createTurns, drain } from './turns.ts'

/** `facts` counts all that are held; of the findings the first hundred are told. */
type Checked = { sound: boolean; facts: number; findings: string[] }

export function createChecks({ db, journal }: { db: Database; journal: Journal }) {
  /** Every chain and record: yields between them, and returns what it found. */
  function* inPieces(): Generator<void, string[]> {
    const all: string[] = []
    for (const head of journal.facts.heads()) all.push(...(yield* verifyChain(journal, head.station)))
    all.push(...(yield* verifyRecords(journal)))
    return all
  }
  function* thoroughly(): Generator<void, Checked> {
    const found = String(db.pragma('integrity_check(20)', { simple: true }))
    yield
    const all = [...(found === 'ok' ? [] : [`SQLite: ${found}`]), ...(yield* inPieces())]
    return { sound: all.length === 0, facts: journal.facts.count(), findings: all.slice(0, 100) }
  }

  return {
    /** The thorough check in one go, for a program that nobody else waits for. */
    check: (): Checked => drain(thoroughly()),
    /** The same with turns for whoever stands at another screen. Throws the signal's reason once nobody waits for it. */
    async checkInTurns(signal?: AbortSignal): Promise<Checked> {
      const turns = createTurns()
      const steps = thoroughly()
      for (;;) {
        const step = steps.next()
        if (step.done === true) return step.value
        if (turns.isDue()) await turns.give(signal)
      }
    },
    /** What the background looks through: all but SQLite’s own check, which cannot be done in pieces. */
    checkInPieces: inPieces,
  }
}
