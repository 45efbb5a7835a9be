/** A tablet as a version of before left it, with facts of format 1: a day in the hall that was written down then, and what was shown of it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { keyFile, openDatabase, shippedMigrations } from '../../electron/station/kernel/database/index.ts'
import { z } from 'zod'

/** The newest migration that knew format 1. */
const LAST_OF_ONE = 9

const row = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))
const dayShape = z.object({
  rollCall: z.uuid(),
  people: z.record(z.enum(['ada', 'ben', 'cai', 'kw', 'gone']), z.uuid()),
  facts: z.array(row),
  chain: z.array(row),
  settings: z.array(row),
  secrets: z.array(row),
  shown: z.object({
    plan: z.record(z.string(), z.unknown()),
    records: z.array(z.string()),
    numbers: z.unknown(),
    histories: z.array(z.object({ id: z.uuid(), lines: z.array(z.record(z.string(), z.unknown())) })),
    rollCallPeople: z.array(z.unknown()),
  }),
})

export const formatOneDay = dayShape.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/format-one/day.json'), 'utf8')),
)

/** Makes the data of that tablet in `folder`, which has none; `version` is that of its tables. */
export function leaveFormatOne(folder: string, version = LAST_OF_ONE): void {
  const migrations = shippedMigrations().filter(({ number }) => number <= version)
  const { db } = openDatabase(folder, keyFile(), migrations, () => 0)
  const tables = {
    fact: formatOneDay.facts,
    chain: formatOneDay.chain,
    setting: formatOneDay.settings,
    staffSecret: formatOneDay.secrets,
  }
  db.transaction(() => {
    for (const [table, rows] of Object.entries(tables))
      for (const one of rows) {
        const columns = Object.keys(one)
        db.prepare(
          `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`,
        ).run(one)
      }
  })()
  db.close()
}

/** So many ideas more than on that day, in the closed `folder`. */
export function moreOfFormatOne(folder: string, count: number): void {
  const migrations = shippedMigrations().filter(({ number }) => number <= LAST_OF_ONE)
  const { db } = openDatabase(folder, keyFile(), migrations, () => 0)
  // As the last idea of that day, by other numbers and about other subjects: nobody looks at their hashes any more.
  db.prepare(
    `INSERT INTO fact (station, seq, at, by, type, v, subject, after, body, bodyHash, hash)
     WITH RECURSIVE more (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM more WHERE n < ?),
       idea AS (SELECT * FROM fact WHERE type = 'idea.posted' ORDER BY seq DESC LIMIT 1),
       head AS (SELECT max(seq) AS seq FROM fact)
     SELECT station, head.seq + n, at, by, type, v, printf('018c5d3c-92a0-7a65-a709-%012d', n), NULL, body, bodyHash, hash
     FROM more, idea, head`,
  ).run(count)
  db.close()
}
