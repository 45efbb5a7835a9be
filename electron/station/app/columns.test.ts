/** Records and migrations say the same of every column. */
import { expect, test } from 'vitest'
import { openTest } from '../../../test/support/test-station.ts'
import { keyFile, openDatabase, shippedMigrations } from '../kernel/database/index.ts'

type Column = { name: string; type: string; notnull: number }

const byName = (one: { name: string }, other: { name: string }): number => (one.name < other.name ? -1 : 1)

const columnsOf = (folder: string, table: string): Column[] => {
  const { db } = openDatabase(folder, keyFile(), shippedMigrations(), Date.now)
  try {
    return db.prepare<[string], Column>('SELECT name, type, "notnull" FROM pragma_table_info(?)').all(table)
  } finally {
    db.close()
  }
}

test('every record has the columns of its table, and no other, and each is kept as it was declared', () => {
  const { folder, journal } = openTest()
  expect(journal.catalogue.records.length).toBeGreaterThan(10)
  for (const { table, columns, types, nullable } of journal.catalogue.records) {
    const declared = columns.map((name) => ({ name, type: types.get(name), notnull: Number(!nullable.has(name)) }))
    expect([table, columnsOf(folder, table).toSorted(byName)]).toEqual([table, declared.toSorted(byName)])
  }
})

test('what is true or false is kept as a number, and only that and what can be counted', () => {
  const flags = openTest().journal.catalogue.records.flatMap(({ table, flags: all, types }) =>
    [...all].map((name) => `${table} ${name} ${types.get(name)}`),
  )
  expect(flags.toSorted()).toEqual([
    'action dueDerived INTEGER',
    'badgePrint failed INTEGER',
    'delegate walkIn INTEGER',
    'event rehearsal INTEGER',
    'pledge dueDerived INTEGER',
    'pledge mayContact INTEGER',
    'pledge showName INTEGER',
  ])
})
