import { describe, expect, test } from 'vitest'
import { absentSentence, absentTitle, savedWords } from './attendance-words.ts'

describe('those who did not come', () => {
  test('are not here yet until nobody else will come', () => {
    expect(absentTitle('no', 36)).toBe('36 people are not here yet')
    expect(absentTitle('no', 1)).toBe('1 person is not here yet')
    expect(absentTitle('no', 0)).toBe('Nobody is missing')
    expect(absentTitle('organiser', 1)).toBe('1 no-show')
    expect(absentTitle('last-day', 1204)).toBe('1,204 no-shows')
    expect(absentSentence('organiser')).toContain('You said')
  })
})

describe('the list that was saved', () => {
  test('is named, with how many stand on it and how many of them came', () => {
    expect(savedWords({ kind: 'downloads', name: 'NEC-attendance.xlsx' }, 290, 36)).toBe(
      '“NEC-attendance.xlsx” is in your downloads: 290 people, of whom 254 came.',
    )
  })
})
