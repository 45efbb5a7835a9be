import { describe, expect, test } from 'vitest'
import { IMPORT_FIELDS } from './delegate.ts'
import {
  AS_FOUND,
  decided,
  type ImportChange,
  type ImportDecisions,
  type ImportMapping,
  isFull,
  stillAsked,
} from './import-decisions.ts'

const FOUND: ImportMapping = { name: 'Delegate', role: 'Post', email: 'Mail' }
/** One thing after the other is decided about a list of which nothing was decided. */
const after = (...changes: ImportChange[]): ImportDecisions =>
  changes.reduce((before, change) => decided(before, change, FOUND), AS_FOUND)

const email = (value: string): ImportChange => ({ decide: 'cells', row: 4, cells: [{ heading: 'Email', value }] })
const sector = (from: string, to: string | null): ImportChange => ({
  decide: 'everywhere',
  heading: 'Sector',
  from,
  to,
})
const about = { row: 3, kind: 'duplicate' as const, field: null }

describe('what was put right', () => {
  test('a cell that is corrected twice says what was written last', () => {
    expect(after(email('jo@'), email('jo@elmdon.example')).fixes.cells).toEqual([
      { row: 4, heading: 'Email', value: 'jo@elmdon.example' },
    ])
  })

  test('one answer for 212 rows is one correction, and a second answer replaces it', () => {
    expect(after(sector('NHS Trust', 'health'), sector('NHS Trust', null)).fixes.everywhere).toEqual([
      { heading: 'Sector', from: 'NHS Trust', to: null },
    ])
  })

  test('an answer that did not help is answered again, wherever it was given', () => {
    const first: ImportChange[] = [
      { decide: 'cells', row: 7, cells: [{ heading: 'Sector', value: 'Helth' }] },
      sector('NHS Trust', 'Helth'),
    ]
    const { fixes } = after(...first, sector('Helth', 'Health'))
    expect(fixes.everywhere[0]).toEqual({ heading: 'Sector', from: 'NHS Trust', to: 'Health' })
    expect(fixes.cells).toEqual([{ row: 7, heading: 'Sector', value: 'Health' }])
    expect(after(...first, sector('Helth', null)).fixes.without).toEqual([7])
  })

  test('everything can be taken back, one by one or all at once, and then nothing is left', () => {
    const made = [
      { decide: 'without', row: 9 },
      { decide: 'without', row: 9 },
      email('jo@elmdon.example'),
      sector('', null),
    ] as const
    expect(after(...made).fixes.without).toEqual([9])
    expect(after(...made, { decide: 'take-back', fix: null }).fixes).toEqual(AS_FOUND.fixes)
    const { fixes } = after(
      ...made,
      { decide: 'take-back', fix: { kind: 'cell', row: 4, heading: 'Email', value: 'jo@elmdon.example' } },
      { decide: 'take-back', fix: { kind: 'everywhere', heading: 'Sector', from: '', to: null } },
      { decide: 'take-back', fix: { kind: 'without', row: 9 } },
    )
    expect(fixes).toEqual(AS_FOUND.fixes)
  })

  test('many rows are left out at once, and all that a workbook marks alike, each once and each to be taken back', () => {
    const { fixes } = after(
      { decide: 'without', row: 9 },
      { decide: 'without-rows', rows: [4, 9, 4] },
      { decide: 'without-marked', mark: 'hidden' },
      { decide: 'without-marked', mark: 'hidden' },
      { decide: 'without-marked', mark: 'struck' },
      { decide: 'take-back', fix: { kind: 'without-marked', mark: 'struck' } },
      { decide: 'take-back', fix: { kind: 'without', row: 4 } },
    )
    expect(fixes).toEqual({ ...AS_FOUND.fixes, without: [9], withoutMarked: ['hidden'] })
    // An answer for many rows leaves them as they are.
    expect(after({ decide: 'without-marked', mark: 'hidden' }, sector('a', 'b')).fixes.withoutMarked).toEqual([
      'hidden',
    ])
  })

  test('there is an end to what is done by hand', () => {
    expect(isFull(AS_FOUND.fixes)).toBe(false)
    expect(isFull({ ...AS_FOUND.fixes, without: Array.from({ length: 2000 }, (_, row) => row + 1) })).toBe(true)
  })
})

describe('what was chosen', () => {
  test('a choice of one stands beside the choice for all, until all are chosen anew', () => {
    const one = [
      { decide: 'choice-for-all', kind: 'duplicate', choice: 'keep' },
      { decide: 'choice', ...about, choice: 'two' },
    ] as const
    expect(after(...one).choices).toEqual({ each: [{ ...about, choice: 'two' }], all: { duplicate: 'keep' } })
    const anew = after(...one, { decide: 'choice-for-all', kind: 'duplicate', choice: 'take' })
    expect(anew.choices).toEqual({ each: [], all: { duplicate: 'take' } })
    expect(after(...one, { decide: 'choice-for-all', kind: 'duplicate', choice: null }).choices).toEqual(
      AS_FOUND.choices,
    )
  })

  test('a second thought replaces the first', () => {
    const { each } = after(
      { decide: 'choice', ...about, choice: 'two' },
      { decide: 'choice', ...about, choice: 'keep' },
    ).choices
    expect(each).toEqual([{ ...about, choice: 'keep' }])
  })

  test('a conflict that is gone takes its choice along, and leaves the others', () => {
    const { choices } = after(
      { decide: 'choice', ...about, choice: 'two' },
      { decide: 'choice', ...about, row: 9, choice: 'keep' },
    )
    expect(stillAsked(choices, [about]).each).toEqual([{ ...about, choice: 'two' }])
  })
})

describe('how the list is read', () => {
  test('a column that is moved to another field leaves the one it filled', () => {
    expect(after({ decide: 'column', field: 'organisation', heading: 'Post' }).mapping).toMatchObject({
      name: 'Delegate',
      organisation: 'Post',
      role: null,
      email: 'Mail',
      table: null,
    })
  })

  test('leaving a field empty takes nothing from the others, nor from what was moved before', () => {
    const { mapping } = after(
      { decide: 'column', field: 'organisation', heading: 'Post' },
      { decide: 'column', field: 'name', heading: null },
    )
    expect(mapping).toMatchObject({ name: null, organisation: 'Post', email: 'Mail' })
    expect(Object.keys(mapping ?? {}).toSorted()).toEqual([...IMPORT_FIELDS].toSorted())
  })

  test.each([
    [{ decide: 'encoding', encoding: 'windows-1252' }, { encoding: 'windows-1252' }, true],
    [{ decide: 'sheet', sheet: 'Guests' }, { sheet: 'Guests' }, false],
    [{ decide: 'top', top: 'people' }, { top: 'people' }, false],
  ] as const)(
    'where other rows are read (%j), nothing that was said of rows holds any more',
    (change, read, columns) => {
      const before = [
        { decide: 'column', field: 'table', heading: 'Seat' },
        { decide: 'without', row: 9 },
        { decide: 'choice', ...about, choice: 'two' },
      ] as const
      const decisions = after(...before, change)
      expect(decisions).toMatchObject({ ...read, fixes: AS_FOUND.fixes, choices: AS_FOUND.choices })
      // Another alphabet leaves the columns where they are.
      expect(decisions.mapping !== null).toBe(columns)
    },
  )
})
