/** References that nobody else on this station has: pledges, actions and ideas share one set, for they share one plan. */
import type { Database, Statement } from 'better-sqlite3'
import { makeReference, type Reference } from '../../../shared/domain/reference.ts'
import type { Random } from './journal/index.ts'

/** Two tablets that have not met may still choose alike: one in hundreds of millions (shared/domain/reference.ts). */
export function createReferences(db: Database, random: Random): () => Reference {
  const taken: Statement<[{ reference: string }], { found: number }> = db.prepare(
    "SELECT 1 AS found WHERE EXISTS (SELECT 1 FROM pledge WHERE reference = @reference OR (otherReferences <> '' AND instr(otherReferences, @reference) > 0)) OR EXISTS (SELECT 1 FROM action WHERE reference = @reference) OR EXISTS (SELECT 1 FROM idea WHERE reference = @reference)",
  )
  return () => {
    for (;;) {
      const reference = makeReference(random)
      if (taken.get({ reference }) === undefined) return reference
    }
  }
}
