/** The report of a smoke run, to be sent back by whoever has a real Electron: versions, each item with what came of it, pictures. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { strToU8, zipSync } from 'fflate'

/** What a smoke test leaves for the report, in its `meta`. */
declare module 'vitest' {
  interface TaskMeta {
    /** Of Electron, Chromium and Node, as the running app said them. */
    versions?: Record<string, string>
    /** What was measured, with its unit. */
    figures?: Record<string, string>
  }
}

export type Outcome = {
  item: string
  state: 'passed' | 'failed' | 'skipped'
  /** Why it failed or was skipped, or nothing. */
  words: string
}
export type SmokeRun = {
  /** The day it was run, `2026-11-30`. */
  day: string
  /** By what each is a version of: app, Electron, system. */
  versions: Readonly<Record<string, string>>
  figures: Readonly<Record<string, string>>
  outcomes: readonly Outcome[]
  /** What a person looks at by hand, from docs/desktop.md. */
  byHand: readonly string[]
}

const house = join(import.meta.dirname, '../..')
/** Where pictures are put while it runs, and the report after it. */
export const REPORT_FOLDER = join(house, 'test-results/electron-smoke')
/** The one file that is sent back, from the folder of this repository. */
export const REPORT_ZIP = 'test-results/electron-smoke.zip'

/** The report as a text, with a table for what a person has yet to look at. `places` are the paths that it must not tell. */
export function reportText(run: SmokeRun, places: readonly string[]): string {
  const count = (state: Outcome['state']) => run.outcomes.filter((one) => one.state === state).length
  const facts = (of: Readonly<Record<string, string>>) => Object.entries(of).map(([name, said]) => `- ${name}: ${said}`)
  const cell = (text: string) => withoutPlaces(text, places).replaceAll('|', '\\|').replaceAll(/\s+/g, ' ').trim()
  const lines = [
    '# Pledge Kiosk in a real Electron',
    '',
    `Run on ${run.day}: ${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped.`,
    '',
    ...facts(run.versions),
    '',
    '| item | came of it | words |',
    '|---|---|---|',
    ...run.outcomes.map(({ item, state, words }) => `| ${cell(item)} | ${state} | ${cell(words)} |`),
    ...(Object.keys(run.figures).length > 0 ? ['', '## Measured', '', ...facts(run.figures)] : []),
    '',
    '## By hand',
    '',
    'Nobody has looked at these for you. Write what you saw, and no names of people; leave empty what you did not look at.',
    '',
    '| to look at | what you saw |',
    '|---|---|',
    ...run.byHand.map((what) => `| ${what} | |`),
    '',
  ]
  return lines.join('\n')
}

/** `text` without colours, and with nothing in it of who runs it: no folder of theirs, and no name that a path tells. */
export function withoutPlaces(text: string, places: readonly string[]): string {
  let told = stripVTControlCharacters(text)
  // The longest first, or a folder within another would keep its end.
  for (const place of places.filter((one) => one.length > 3).toSorted((a, b) => b.length - a.length))
    for (const written of new Set([place, place.replaceAll('\\', '/'), place.replaceAll('\\', '\\\\')]))
      told = told.replaceAll(written, '…')
  return told.replaceAll(/([/\\]+(?:Users|home)[/\\]+)[^/\\\s'"]+/gi, '$1…')
}

/** What the table of docs/desktop.md leaves to a person, or to nobody yet, in a real Electron. Throws where there is none. */
export function itemsByHand(desktop: string): string[] {
  const [, section = ''] = /^## What only a real Electron proves\n([^]*?)^## /m.exec(desktop) ?? []
  const rows = section.split('\n').filter((line) => line.startsWith('|'))
  const items = rows.flatMap((row) => {
    const [, what = '', , proven = ''] = row.split('|').map((cell) => cell.trim())
    const left = /(?:by hand|not yet): .*$/.exec(proven)?.[0]
    return left === undefined ? (proven === 'by hand' ? [what] : []) : [`${what} (${left})`]
  })
  if (items.length === 0) throw new Error('docs/desktop.md has no item that is looked at by hand.')
  return items
}

/** Writes `report.md` beside the pictures in `folder`, and both into `zip`. */
export function writeReport(text: string, folder: string, zip: string): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'report.md'), text)
  const pictures = readdirSync(folder).filter((name) => name.endsWith('.png'))
  writeFileSync(
    zip,
    zipSync({
      'report.md': strToU8(text),
      ...Object.fromEntries(pictures.map((name) => [name, readFileSync(join(folder, name))])),
    }),
  )
}
