/**
 * `kept.json` is what was tried out when the tests were last told in another way: thirty lines, and who noticed each. In the long lane
 * all that were noticed then are broken again, and thirty more that its seed draws; in the usual lane one. It goes on where it was stopped.
 */
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { house } from '../house/tools.ts'
import { inLane, isLong, SEED } from '../support/lane.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { type Drawn, draw } from './draw.ts'
import { readProduct } from './product.ts'
import { keepTable, openTable, type Table, whatEscaped } from './table.ts'
import { copyHouse, digestOfHouse } from './this-house.ts'
import { tryOut } from './try-out.ts'

const KEPT = JSON.parse(readFileSync(join(import.meta.dirname, 'kept.json'), 'utf8')) as Table
const NOTICED = KEPT.rows.filter(({ outcome }) => outcome?.outcome === 'caught')
const TABLE = join(house, 'test-results', 'mutation.json')
const MINUTE = 60_000

/** Breaks each line that has not been tried yet; each may take as long as the tests that could notice. */
async function tryAll(table: Table, keep: (table: Table) => unknown): Promise<void> {
  const copy = tempFolder()
  await copyHouse(copy)
  for (const row of table.rows) {
    if (row.outcome !== null) continue
    const { outcome: _, ...line } = row
    row.outcome = await tryOut(copy, line)
    keep(table)
  }
}
const untried = (lines: readonly Drawn[]): Table['rows'] =>
  lines.map(({ path, words, nth, column, from, to }) => ({ path, words, nth, column, from, to, outcome: null }))

test('what was noticed when it was broken is noticed still', { timeout: inLane(5, 900) * MINUTE }, async () => {
  const [quickest, ...others] = NOTICED.toSorted(
    (one, other) => (one.outcome?.seconds ?? 0) - (other.outcome?.seconds ?? 0),
  )
  if (quickest === undefined) throw new Error('Nothing was ever noticed')
  const known = inLane([quickest], [quickest, ...others])
  const drawn = inLane([], draw(readProduct(house), SEED, 30))
  const digest = await digestOfHouse()
  const fresh = (): Table => ({ seed: SEED, house: digest, rows: untried([...known, ...drawn]) })
  const table = isLong ? openTable(TABLE, fresh) : fresh()
  await tryAll(table, (now) => isLong && keepTable(TABLE, now))
  expect(whatEscaped({ ...table, rows: known }, table)).toEqual([])
  // Of a line that chance draws nobody knows whether it can be noticed; where most are not, the tests see nothing.
  const escaped = table.rows.slice(known.length).filter(({ outcome }) => outcome?.outcome === 'escaped')
  for (const { path, words, from, to } of escaped)
    process.stdout.write(`Not noticed: ${path}: ${words} (${from} → ${to})\n`)
  expect(escaped.length).toBeLessThanOrEqual(drawn.length / 2)
  rmSync(TABLE, { force: true })
})
