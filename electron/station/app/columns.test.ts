/** Records and migrations say the same of every column. */
import { expect, test } from 'vitest'
import { actionRecord, ideaRecord } from '../../../shared/domain/action.ts'
import { pledgeRecord } from '../../../shared/domain/pledge.ts'
import { openTest } from '../../../test/support/test-station.ts'
import { keyFile, openDatabase, shippedMigrations } from '../kernel/database/index.ts'

type Column = { name: string; type: string; notnull: number }

const columnsOf = (folder: string, table: string): Column[] => {
  const { db } = openDatabase(folder, keyFile(), shippedMigrations(), Date.now)
  try {
    return db.prepare<[string], Column>('SELECT name, type, "notnull" FROM pragma_table_info(?)').all(table)
  } finally {
    db.close()
  }
}

test('every record has the columns of its table, and no other', () => {
  const { folder, journal } = openTest()
  expect(journal.catalogue.records.length).toBeGreaterThan(10)
  for (const { table, columns } of journal.catalogue.records)
    expect([
      table,
      columnsOf(folder, table)
        .map(({ name }) => name)
        .toSorted(),
    ]).toEqual([table, columns.toSorted()])
})

test.each([
  ['pledge', pledgeRecord],
  ['action', actionRecord],
  ['idea', ideaRecord],
])('the table “%s” keeps each field as it was declared', (table, { flags, nullable }) => {
  const { folder } = openTest()
  for (const { name, type, notnull } of columnsOf(folder, table)) {
    expect([name, notnull === 0]).toEqual([name, nullable.has(name)])
    if (flags.has(name)) expect([name, type]).toEqual([name, 'INTEGER'])
  }
})
