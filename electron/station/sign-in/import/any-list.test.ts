import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { delegateDetails, needsSchema } from '../../../../shared/domain/delegate.ts'
import { recogniseMapping } from './mapping.ts'
import { readDelegates } from '../../../../test/support/read-delegates.ts'
import { readList } from '../../../../test/support/read-list.ts'
import type { Table } from '../../../files/tables/index.ts'
import { fc, runs } from '../../../../test/support/chance.ts'

const EVENT = {
  sectors: [
    { id: 'health', name: 'Health' },
    { id: 'council', name: 'Council' },
  ],
  tables: ['Table 1', 'Table 2'],
}

describe('Whatever the list says', () => {
  const nasty = fc.constantFrom(
    '',
    ' ',
    'Ada',
    'Lovelace, Ada',
    'a@example.org',
    'nowhere',
    'Cancelled',
    'Attending',
    '3',
    'Circus',
    'Health',
    '1.2E+24',
    '#REF!',
    '-',
    'Name',
    'Email',
    '\u0000',
    '\u202e',
    'x'.repeat(400),
    '"',
    'a\nb',
    ';',
    '\ud800',
    '=1+1',
  )
  const cell = fc.oneof(nasty, fc.string({ maxLength: 6 }))
  const headings = [
    'Name',
    'First name',
    'Surname',
    'Email',
    'Job title',
    'Organisation',
    'Sector',
    'Table',
    'Barcode',
    'Access needs',
    'Diet',
    'Status',
    'Quantity',
    'Phone',
  ]
  const list = fc.tuple(
    fc.subarray(headings, { minLength: 1 }),
    fc.array(fc.array(cell, { maxLength: 15 }), { minLength: 1, maxLength: 12 }),
  )

  test('every row is a candidate or faulty, never both, never neither, and every candidate passes the station’s own rules', () => {
    fc.assert(
      fc.property(list, ([columns, cells]) => {
        const rows = cells.map((row, index) => ({ number: index + 2, cells: row }))
        const table: Table = {
          kind: 'csv',
          encoding: 'utf-8',
          encodingGuessed: false,
          delimiter: ',',
          sheets: [],
          sheet: null,
          top: 'headings',
          headingRow: 1,
          headings: columns,
          rows,
          notices: [],
        }
        const {
          candidates,
          errors,
          faulty,
          rows: counted,
          notices,
        } = readDelegates(table, recogniseMapping(columns, cells), EVENT)
        const good = candidates.map(({ row }) => row)
        const bad = [...new Set(errors.map(({ row }) => row))]
        expect([...good, ...bad].toSorted((a, b) => a - b)).toEqual(rows.map(({ number }) => number))
        expect([counted, faulty]).toEqual([rows.length, bad.length])
        for (const { name, role, organisation, sector, email, table: seat, accessNeeds, dietaryNeeds } of candidates) {
          const details = { name, role, organisation, sector, email, table: seat }
          expect(delegateDetails.parse(details)).toEqual(details)
          expect(needsSchema.parse({ access: accessNeeds, dietary: dietaryNeeds })).toEqual({
            access: accessNeeds,
            dietary: dietaryNeeds,
          })
        }
        for (const { reason, value } of [...errors, ...notices]) {
          expect(reason).toMatch(/^[A-Z].*\.$/)
          expect(value.length).toBeLessThanOrEqual(81)
        }
      }),
      { numRuns: runs(300) },
    )
  })

  test('what was written as CSV is read back row by row, whatever stands in the cells', () => {
    const words = fc.string({ maxLength: 8 }).map((value) => `x${value}`)
    fc.assert(
      fc.property(
        fc.array(fc.array(words, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n'),
        (cells, delimiter, newline) => {
          const text = `sep=${delimiter}${newline}${Papa.unparse([['Name', 'Organisation', 'Notes'], ...cells], { delimiter, newline })}`
          const table = readList('list.csv', new TextEncoder().encode(text))
          const rows = table.kind === 'error' ? [] : table.rows
          expect(rows.map((row) => row.cells)).toEqual(
            cells.map((row) => row.map((value) => value.replace(/\r\n?/g, '\n'))),
          )
          expect(rows.map(({ number }) => number)).toEqual(cells.map((_, index) => index + 2))
        },
      ),
      { numRuns: runs(200) },
    )
  })

  test('any bytes at all are read or refused, never thrown', () => {
    const header = fc.constantFrom([], [0x50, 0x4b, 3, 4], [0xd0, 0xcf, 0x11, 0xe0], [0xff, 0xfe], [0xef, 0xbb, 0xbf])
    const check = () =>
      fc.assert(
        fc.property(header, fc.uint8Array({ maxLength: 300 }), (start, rest) => {
          const table = readList('any', Uint8Array.of(...start, ...rest))
          if (table.kind === 'error') return table.sentence.endsWith('.') && table.todo.endsWith('.')
          const { rows, candidates, faulty } = readDelegates(
            table,
            recogniseMapping(
              table.headings,
              table.rows.map(({ cells }) => cells),
            ),
            EVENT,
          )
          return rows === candidates.length + faulty
        }),
        { numRuns: runs(500) },
      )
    expect(check).not.toThrow()
  })
})
