import { describe, expect, test } from 'vitest'
import { openWorkbook } from '../../../test/support/open-workbook.ts'
import { fc, runs } from '../../../test/support/chance.ts'
import { type SheetColumn, tableSheet, workbook } from './index.ts'

const VALUES = {
  text: 'A bus',
  long: 'A bus',
  choice: 'Red',
  date: '2026-03-12',
  instant: '2026-03-12T16:05:00.000Z',
  number: 12,
  flag: true,
} as const satisfies Record<SheetColumn['kind'], string | number | boolean>
const SHOWN = {
  text: 'A bus',
  long: 'A bus',
  choice: 'Red',
  date: '12 Mar 2026',
  instant: '12 Mar 2026 16:05',
  number: '12',
  flag: 'Yes',
} as const satisfies Record<SheetColumn['kind'], string>
const KINDS = Object.keys(VALUES) as SheetColumn['kind'][]

const bookOf = (kinds: readonly SheetColumn['kind'][]) =>
  workbook(
    {
      title: 'A list',
      keywords: '',
      event: { name: 'A day', code: 'DAY', venue: '', startsOn: '2026-03-12', endsOn: '2026-03-12' },
      rehearsal: false,
      exported: '2026-03-12T16:05:00.000Z',
    },
    function* (book) {
      yield* tableSheet(book, {
        name: 'List',
        tabColour: 'FFFFFF',
        tableName: 'List',
        banner: null,
        spareRows: 0,
        page: { paper: 'A4', orientation: 'landscape', head: ['', ''], foot: ['', ''], rehearsal: false },
        columns: kinds.map((kind, index) => ({
          key: `c${index}`,
          heading: `Column ${index}`,
          width: 20,
          kind,
          choices: [],
          group: 'board',
          printed: true,
        })),
        rows: [Object.fromEntries(kinds.map((kind, index) => [`c${index}`, VALUES[kind]]))],
      })
    },
  )

describe('a column', () => {
  test('is shown as what it is, whatever its place and whatever stands beside it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...KINDS), { minLength: 1, maxLength: 8 }), async (kinds) => {
        const { sheetJs, sheet } = await openWorkbook(bookOf(kinds))
        for (const [index, kind] of kinds.entries()) {
          const address = sheet('List')
            .getRow(2)
            .getCell(index + 1).address
          expect([kind, sheetJs.Sheets['List']?.[address]]).toEqual([kind, expect.objectContaining({ w: SHOWN[kind] })])
        }
      }),
      { numRuns: runs(20) },
    )
    const first = await openWorkbook(bookOf(['instant']))
    expect(first.sheetJs.Sheets['List']?.['A2']).toMatchObject({ t: 'n', w: '12 Mar 2026 16:05' })
  })
})
