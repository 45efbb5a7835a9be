/** How long each test file took when the budget was last written, on a quiet machine with two cores. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'

const HOUSE = join(import.meta.dirname, '../..')
const FILE = join(import.meta.dirname, '../budget.json')

/** Seconds by the absolute path of the file. */
export function readBudget(): Map<string, number> {
  const kept = JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, number>
  return new Map(Object.entries(kept).map(([path, seconds]) => [join(HOUSE, path), seconds]))
}

/** Replaces what was kept. */
export function writeBudget(seconds: ReadonlyMap<string, number>): void {
  const rows = [...seconds].map(([path, took]) => [nameOf(path), Math.round(took * 10) / 10] as const)
  const sorted = Object.fromEntries(rows.toSorted(([a], [b]) => (a < b ? -1 : 1)))
  writeFileSync(FILE, `${JSON.stringify(sorted, null, 2)}\n`)
}

/** The path from the top folder, with forward slashes. */
export const nameOf = (path: string): string => relative(HOUSE, path).replaceAll('\\', '/')

export type Grown = { path: string; before: number; now: number }

/** A file may take so much longer than before, in seconds, until it is named. */
const ROOM = 5

/**
 * The files that grew, the most first. A machine that is slower today is slower for all: what each took is held against its share of
 * what all files together took, those that are in both runs. A new file grew from nothing.
 */
export function whatGrew(before: ReadonlyMap<string, number>, now: ReadonlyMap<string, number>): Grown[] {
  let [then, today] = [0, 0]
  for (const [path, took] of now) {
    const last = before.get(path)
    if (last === undefined) continue
    then += last
    today += took
  }
  const pace = then === 0 ? 1 : today / then
  return [...now]
    .map(([path, took]) => ({ path, before: before.get(path) ?? 0, now: took / pace }))
    .filter(({ before: last, now: took }) => took > last * 1.5 + ROOM)
    .toSorted((a, b) => b.now - b.before - (a.now - a.before))
}
