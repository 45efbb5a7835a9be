/** The table of what was broken and who noticed: kept after every line, so that it can be stopped and gone on with. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Drawn } from './draw.ts'
import type { Outcome } from './try-out.ts'

type Row = Drawn & { outcome: Outcome | null }
/** `house`: which house was broken, such as a commit; another one needs a table of its own. */
export type Table = { seed: number; house: string; rows: Row[] }

/** The table in this file, or `fresh` where there is none or it is of another draw or another house. */
export function openTable(path: string, fresh: () => Table): Table {
  if (!existsSync(path)) return fresh()
  const kept = JSON.parse(readFileSync(path, 'utf8')) as Table
  const wanted = fresh()
  return kept.seed === wanted.seed && kept.house === wanted.house && kept.rows.length === wanted.rows.length
    ? kept
    : wanted
}

export const keepTable = (path: string, table: Table): void =>
  writeFileSync(path, `${JSON.stringify(table, null, 2)}\n`)

/** What was caught in `before` and is not in `after`: a line each, for people. */
export function whatEscaped(before: Table, after: Table): string[] {
  return before.rows.flatMap((row, place) => {
    const now = after.rows[place]?.outcome?.outcome
    if (row.outcome?.outcome !== 'caught' || now === 'caught' || now === 'gone') return []
    return [`${row.path}: ${row.words} (${row.from} → ${row.to}) was noticed by ${row.outcome.by}`]
  })
}
