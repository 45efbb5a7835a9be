/**
 * Who changes what a fold makes, and forgets to give it another number, leaves tablets with records of two kinds: a golden journal is folded,
 * and what comes out is held to what was recorded under each number.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { keyFile, openDatabase, shippedMigrations } from '../../electron/station/kernel/database/index.ts'
import { eventOfFormatOne, writeFormatOneAnew } from '../../electron/station/app/format-one.ts'
import { createJournal, type Journal } from '../../electron/station/kernel/journal/index.ts'
import { drain } from '../../electron/slices.ts'
import { leaveFormatOne } from '../support/format-one.ts'
import { goldenAfternoon } from '../support/golden-afternoon.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { handClock, openTest } from '../support/test-station.ts'

const RECORD = 'PLEDGE_KIOSK_FOLDS=write npx vitest run --project station test/station/folds.test.ts'
const FILE = join(import.meta.dirname, '../fixtures/folds.json')

/** By table: the number of its fold, and the sha-256 of the rows that it makes of the golden journal. */
const folds = z.record(z.string(), z.object({ fold: z.int(), rows: z.string() }))
type Folds = z.infer<typeof folds>

/** The golden day of format 1, and an afternoon with what it has not. The same ids, times and chance at every run. */
function goldenJournal(): Journal {
  const folder = join(tempFolder(), 'station')
  leaveFormatOne(folder)
  const { db } = openDatabase(folder, keyFile(), shippedMigrations(), () => 0)
  onTestFinished(() => void db.close())
  const journal = createJournal({
    db,
    catalogue: openTest().journal.catalogue,
    own: {
      id: () => '018c5d3c-92a0-7a65-a708-00000000000a',
      changeId: () => undefined,
      key: () => null,
      keepKey: () => undefined,
      clock: () => null,
      keepClock: () => undefined,
      eventKey: () => null,
    },
    steady: null,
    now: handClock('2023-12-12T14:00:00.000Z'),
    random: (bytes) => Buffer.alloc(bytes, 7),
  })
  journal.begin({ role: 'station', delegate: null }, eventOfFormatOne(db) ?? '')
  drain(writeFormatOneAnew(db, journal))
  goldenAfternoon(journal)
  journal.records.refoldAll()
  return journal
}

function foldsOf(journal: Journal): Folds {
  const rows = Map.groupBy(journal.records.lines(), (line) => line.slice(0, line.indexOf(' ')))
  return Object.fromEntries(
    journal.catalogue.records.map(({ table, fold }) => {
      const sum = createHash('sha256')
      for (const line of rows.get(table) ?? []) sum.update(`${line}\n`)
      return [table, { fold, rows: sum.digest('hex') }]
    }),
  )
}

/** A sentence for each table that is not as it was recorded. */
function errorsOf(made: Folds, kept: Folds): string[] {
  const gone = Object.keys(kept).filter((table) => made[table] === undefined)
  return [
    ...gone.map((table) => `There are no records “${table}” any more. Record it: ${RECORD}`),
    ...Object.entries(made).flatMap(([table, { fold, rows }]) => {
      const before = kept[table]
      if (before === undefined || before.fold !== fold)
        return [`Fold number ${fold} of “${table}” is not recorded yet. Record it: ${RECORD}`]
      if (before.rows === rows) return []
      return [
        `The fold of “${table}” makes something else than its number ${fold} made: give it the next number, or tablets keep what the old one made. Then record it: ${RECORD}`,
      ]
    }),
  ]
}

test('each fold makes of the golden journal what was recorded under its number', () => {
  const made = foldsOf(goldenJournal())
  if (process.env['PLEDGE_KIOSK_FOLDS'] === 'write') writeFileSync(FILE, `${JSON.stringify(made, null, 2)}\n`)
  else expect(errorsOf(made, folds.parse(JSON.parse(readFileSync(FILE, 'utf8'))))).toEqual([])
})

test('the golden journal reaches every type of fact that a record hears of, and every table', () => {
  const journal = goldenJournal()
  const { catalogue, facts } = journal
  const said = new Set(
    facts
      .ofTypes([...catalogue.facts.keys()])
      .filter((fact) => journal.isFolded(fact))
      .map(({ type }) => type),
  )
  expect([...catalogue.recordsOf.keys()].filter((type) => !said.has(type))).toEqual([])
  expect(catalogue.records.filter((kind) => journal.records.count(kind) === 0)).toEqual([])
  // Somebody in it was changed at two doors that had not seen each other.
  expect([...journal.records.lines()].filter((line) => line.includes('"conflict":1'))).toHaveLength(1)
})

test('it is the same at every run', () => {
  expect(foldsOf(goldenJournal())).toEqual(foldsOf(goldenJournal()))
})

test('a fold that was changed is named, with and without another number', () => {
  const kept: Folds = { pledge: { fold: 1, rows: 'a' }, idea: { fold: 1, rows: 'b' }, gone: { fold: 1, rows: 'c' } }
  const made: Folds = { pledge: { fold: 1, rows: 'z' }, idea: { fold: 2, rows: 'z' }, fresh: { fold: 1, rows: 'd' } }
  expect(errorsOf(made, kept)).toEqual([
    `There are no records “gone” any more. Record it: ${RECORD}`,
    `The fold of “pledge” makes something else than its number 1 made: give it the next number, or tablets keep what the old one made. Then record it: ${RECORD}`,
    `Fold number 2 of “idea” is not recorded yet. Record it: ${RECORD}`,
    `Fold number 1 of “fresh” is not recorded yet. Record it: ${RECORD}`,
  ])
  expect(errorsOf(kept, kept)).toEqual([])
})
