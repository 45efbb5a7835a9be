/**
 * Breaks lines of the product, drawn by a seed, and tells which test notices: `node test/mutation/main.ts`.
 * `--house DIR` a checkout with its packages that may be broken (this one otherwise), `--count 30`, `--seed N`, `--table FILE` where the
 * outcome is kept and gone on with, `--lines FILE` takes the drawn lines from another table, for a house that has changed since.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { SEED } from '../support/lane.ts'
import { draw } from './draw.ts'
import { readProduct } from './product.ts'
import { keepTable, openTable, type Table } from './table.ts'
import { tryOut } from './try-out.ts'

const { values } = parseArgs({
  options: {
    house: { type: 'string', default: join(import.meta.dirname, '../..') },
    count: { type: 'string', default: '30' },
    seed: { type: 'string', default: String(SEED) },
    table: { type: 'string', default: 'mutation.json' },
    lines: { type: 'string' },
  },
})
const house = resolve(values.house)
const seed = Number(values.seed)
const commit = execFileSync('git', ['rev-parse', '--short=12', 'HEAD'], { cwd: house, encoding: 'utf8' }).trim()
const lines =
  values.lines === undefined
    ? draw(readProduct(house), seed, Number(values.count))
    : (JSON.parse(readFileSync(values.lines, 'utf8')) as Table).rows.map(({ outcome: _, ...line }) => line)
const table = openTable(values.table, () => ({
  seed,
  house: commit,
  rows: lines.map((line) => ({ ...line, outcome: null })),
}))
const say = (line: string) => process.stdout.write(`${line}\n`)

for (const row of table.rows) {
  if (row.outcome !== null) continue
  const { outcome: _, ...line } = row
  row.outcome = await tryOut(house, line)
  keepTable(values.table, table)
  say(`${row.outcome.outcome} ${row.path}: ${row.words} (${row.from} → ${row.to}) ${row.outcome.by}`)
}
const count = (wanted: string) => table.rows.filter(({ outcome }) => outcome?.outcome === wanted).length
say(`seed ${seed}, ${commit}: ${count('caught')} caught, ${count('escaped')} escaped, ${count('gone')} gone`)
