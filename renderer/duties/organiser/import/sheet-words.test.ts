import { expect, test } from 'vitest'
import { otherSheetsWords, sheetWords } from './sheet-words.ts'

const sheets = [
  { name: 'Police', people: 1200 },
  { name: 'Schools', people: 1 },
  { name: 'Housing', people: 3 },
  { name: 'Programme', people: 0 },
]

test('each sheet is offered with how many people it holds', () => {
  expect(sheets.map(sheetWords)).toEqual([
    'Police: 1,200 people',
    'Schools: 1 person',
    'Housing: 3 people',
    'Programme',
  ])
})

test('people on other sheets are told, with what to do; nothing is said where there are none', () => {
  expect(otherSheetsWords({ sheets, sheet: 'Police' })).toBe(
    '2 more sheets hold people, 4 altogether. Only “Police” is read now: import it, then choose the list again and another sheet.',
  )
  expect(otherSheetsWords({ sheets: sheets.slice(0, 2), sheet: 'Schools' })).toMatch(
    /^1 more sheet holds people, 1,200 /,
  )
  expect(otherSheetsWords({ sheets: sheets.slice(2), sheet: 'Housing' })).toBeNull()
})
