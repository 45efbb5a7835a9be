/** What the badges page says. */
import { describe, expect, test } from 'vitest'
import { paperOf } from '../../../../shared/domain/badge-layout.ts'
import { outcomeWords, paperWords, printWords, whoseWords } from './badge-words.ts'

describe('what so many badges take', () => {
  test('cards and labels are counted one by one, sheets with what stays free on the last', () => {
    expect(paperWords('a6', paperOf('a6'), 0, 1)).toBe('1 card')
    expect(paperWords('roll-62', paperOf('roll-62'), 0, 1204)).toBe('1,204 labels')
    expect(paperWords('sheet-8', paperOf('sheet-8'), 0, 8)).toBe('1 sheet')
    expect(paperWords('sheet-8', paperOf('sheet-8'), 0, 37)).toBe('5 sheets; 3 labels stay free on the last')
    expect(paperWords('sheet-10', paperOf('sheet-10'), 8, 1)).toBe('1 sheet; 1 label stays free on the last')
    expect(paperWords('sheet-10', paperOf('sheet-10'), 0, 0)).toBe('')
  })
})

describe('the button', () => {
  test('says how many, or which of many are next', () => {
    expect(printWords([[1]], 0)).toBe('Print 1 badge')
    const many = [Array.from({ length: 200 }), Array.from({ length: 200 }), Array.from({ length: 12 })]
    expect(printWords(many, 0)).toBe('Print 1 to 200 of 412')
    expect(printWords(many, 2)).toBe('Print 401 to 412 of 412')
  })
})

describe('a line of the log', () => {
  const ewa = { id: '11111111-1111-4111-8111-111111111111', name: 'Ewa Kaur' }
  test('is about one person by name, or from the first to the last', () => {
    expect(whoseWords({ badges: 1, first: ewa, last: 'Ewa Kaur' })).toBe('Ewa Kaur')
    expect(whoseWords({ badges: 37, first: ewa, last: 'Zoë Young' })).toBe('37 badges, Ewa Kaur to Zoë Young')
  })
  test('tells how many did not come out', () => {
    expect(outcomeWords({ badges: 8, failed: 0 })).toBe('')
    expect(outcomeWords({ badges: 8, failed: 2 })).toBe('2 of 8 did not come out')
    expect(outcomeWords({ badges: 1, failed: 1 })).toBe('Did not come out')
  })
})
