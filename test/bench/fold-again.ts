/** Folding everything again after an update, beside the bare INSERT of the same rows; and how long others wait meanwhile. */
import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Database } from 'better-sqlite3'
import { openInSteps, openStation, type Station } from '../../electron/station/app/station.ts'
import { withGaps } from '../../electron/slices.ts'
import { bareDatabase, insertInto } from './bench-station.ts'
import type { Figure } from './figure.ts'
import { inFolder } from './measure.ts'
import { filled } from './merge.ts'
import type { Beside } from './wait-beside.ts'

const FACTS_EACH = 4
const SIZES = [
  { name: '20k', people: 20_000 / FACTS_EACH },
  { name: '200k', people: 200_000 / FACTS_EACH },
]
/** As many rows a transaction as a page has: two for each person of a page. */
const ROWS = 200

/** What one way of it took: in all, and the longest anybody waited, in milliseconds. */
type Taken = { all: number; longestStep: number; longestWait: number }

/**
 * Of 20,000 and of 200,000 facts. `-seconds`: all of it, with the pauses that it leaves others, against the INSERT of the same rows in
 * transactions of that size with the same pauses; `-longest-step`: how long another call to this program waits; `-longest-wait`: how
 * long another program waits to write, each against the same of the bare INSERT. Milliseconds.
 */
export async function benchFoldAgain(): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const { name, people } of SIZES) {
    const [taken, bare] = await inFolder(async (folder) => {
      const tablet = join(folder, 'tablet')
      filled(tablet, 1, people)
      const station = openStation(tablet)
      const rows = rowsOf(station)
      station.close()
      const db = bareDatabase(tablet)
      db.prepare("DELETE FROM setting WHERE key = 'folded'").run()
      db.close()
      const ours = await beside(tablet, () => foldedAgain(tablet))
      const floor = join(folder, 'bare')
      const empty = bareDatabase(floor)
      const theirs = await beside(floor, () => inserted(empty, rows))
      empty.close()
      return [ours, theirs] as const
    })
    const begin = `fold-again-${name}`
    figures.push(
      {
        name: `${begin}-seconds`,
        value: taken.all / 1000,
        unit: 's',
        against: 'bare INSERT',
        againstValue: bare.all / 1000,
      },
      {
        name: `${begin}-longest-step`,
        value: taken.longestStep,
        unit: 'ms',
        against: 'longest bare page',
        againstValue: bare.longestStep,
      },
      {
        name: `${begin}-longest-wait`,
        value: taken.longestWait,
        unit: 'ms',
        against: 'beside the bare INSERT',
        againstValue: bare.longestWait,
      },
    )
  }
  return figures
}

/** Does it while another program wants to write all the time. */
async function beside(folder: string, work: () => Omit<Taken, 'longestWait'>): Promise<Taken> {
  const shared: Beside = { folder, over: new SharedArrayBuffer(4) }
  const other = new Worker(new URL('./wait-beside.ts', import.meta.url), { workerData: shared })
  await once(other, 'message')
  const taken = work()
  Atomics.store(new Int32Array(shared.over), 0, 1)
  const [longestWait] = (await once(other, 'message')) as [number]
  return { ...taken, longestWait }
}

/** One step after the other, with a pause in between. */
function stepByStep(step: () => boolean): Omit<Taken, 'longestWait'> {
  const began = performance.now()
  let longestStep = 0
  function* steps(): Generator<void, void> {
    for (let more = true; more; yield) {
      const start = performance.now()
      more = step()
      longestStep = Math.max(longestStep, performance.now() - start)
    }
  }
  withGaps(steps())
  return { all: performance.now() - began, longestStep }
}

function foldedAgain(folder: string): Omit<Taken, 'longestWait'> {
  const steps = openInSteps(folder)
  let station: Station | null = null
  const taken = stepByStep(() => {
    const { done, value } = steps.next()
    if (done === true) station = value
    return done !== true
  })
  ;(station as Station | null)?.close()
  return taken
}

type Rows = { table: string; columns: readonly string[]; rows: Record<string, unknown>[] }

function rowsOf({ journal }: Station): Rows[] {
  const lines = Map.groupBy(journal.records.lines(), (line) => line.slice(0, line.indexOf(' ')))
  return journal.catalogue.records.map(({ table, columns }) => ({
    table,
    columns,
    rows: (lines.get(table) ?? []).map((line) => JSON.parse(line.slice(table.length + 1)) as Record<string, unknown>),
  }))
}

function inserted(bare: Database, all: readonly Rows[]): Omit<Taken, 'longestWait'> {
  const pages = all.flatMap(({ table, columns, rows }) => {
    const insert = insertInto(bare, table, columns)
    return Array.from({ length: Math.ceil(rows.length / ROWS) }, (_, nth) => () => {
      for (const row of rows.slice(nth * ROWS, (nth + 1) * ROWS)) insert.run(row)
    })
  })
  let nth = 0
  return stepByStep(() => {
    const page = pages[nth]
    if (page !== undefined) bare.transaction(page).immediate()
    nth += 1
    return nth < pages.length
  })
}
