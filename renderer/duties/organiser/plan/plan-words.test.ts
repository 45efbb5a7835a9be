import { describe, expect, test } from 'vitest'
import { exportedWords, rowsWords, undatedInFile, undatedWords } from './plan-words.ts'

describe('the export in words', () => {
  test('pledges and actions make the rows', () => {
    expect(rowsWords(142, 57)).toBe('142 pledges and 57 actions')
    expect(rowsWords(1, 0)).toBe('1 pledge and 0 actions')
  })

  test('rows without a due date are told before, and what became of them after', () => {
    expect(undatedWords(1)).toBe('1 row has no due date')
    expect(undatedWords(1200)).toBe('1,200 rows have no due date')
    expect(undatedInFile(0, '2024-02-29')).toBe('')
    expect(undatedInFile(2, null)).toBe('2 rows have no due date.')
    expect(undatedInFile(1, '2024-02-29')).toBe('1 row has 29 February 2024 as a due date, marked as offered.')
  })

  test('the workbook and the JSON hold the ideas and the withdrawn, the CSV holds the rows', () => {
    const counts = { rows: 1999, ideas: 1, withdrawn: 6 }
    expect(exportedWords('xlsx', { kind: 'downloads', name: 'plan.xlsx' }, counts)).toBe(
      '“plan.xlsx” is in your downloads: 1,999 rows and 1 idea; 6 withdrawn entries are listed apart.',
    )
    expect(exportedWords('json', { kind: 'downloads', name: 'plan.json' }, { rows: 1, ideas: 2, withdrawn: 0 })).toBe(
      '“plan.json” is in your downloads: 1 row and 2 ideas.',
    )
    expect(exportedWords('csv', { kind: 'stick', name: 'plan (1).csv', stick: 'KINGSTON' }, counts)).toBe(
      '“plan (1).csv” is on KINGSTON: 1,999 rows. It is written whole: the stick can be taken out.',
    )
  })
})
