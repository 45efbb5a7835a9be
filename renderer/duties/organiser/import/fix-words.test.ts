import { expect, test } from 'vitest'
import { fixesOf, fixWords } from './fix-words.ts'

test('what was put right is told one by one, in plain words', () => {
  const fixes = {
    cells: [{ row: 4, heading: 'Email', value: 'jo@elmdon.example' }],
    everywhere: [
      { heading: 'Name', from: '', to: null },
      { heading: 'Sector', from: 'NHS Trust', to: 'Health' },
    ],
    without: [9],
    withoutMarked: ['hidden' as const, 'struck' as const],
  }
  expect(fixesOf(fixes).map(fixWords)).toEqual([
    'Name: rows that say nothing are left out',
    'Sector: “Health” wherever it says “NHS Trust”',
    'Row 4, Email: “jo@elmdon.example”',
    'Rows that the workbook hides are left out',
    'Rows that are struck through are left out',
    'Row 9 is left out',
  ])
})
