import { describe, expect, test } from 'vitest'
import { CELL_LIMIT, cleanCut, columnLetters, fitCell, serialOf } from './cells.ts'
import { fc } from '../../../test/support/chance.ts'

describe('dates as spreadsheets count them', () => {
  test('a due date is the number that Excel gives that day', () => {
    expect(serialOf('2026-03-12')).toBe(46_093)
    expect(serialOf('1900-03-01')).toBe(61)
    expect(serialOf('2026-03-12T18:00:00.000Z')).toBe(46_093.75)
  })

  test('a day that Excel counts wrongly or not at all has no number, and is written as text', () => {
    expect(serialOf('1900-02-28')).toBeNull()
    expect(serialOf('0001-01-01')).toBeNull()
    expect(serialOf('9999-12-31')).toBe(2_958_465)
    expect(serialOf('soon')).toBeNull()
  })
})

describe('columns', () => {
  test('after Z comes AA, and after AZ comes BA', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
  })
})

describe('texts longer than a cell', () => {
  test('are cut to fit, say where they go on, and never end in half a letter', () => {
    const text = '😀'.repeat(20_000)
    const fitted = fitCell(text)
    expect(fitted.length).toBeLessThanOrEqual(CELL_LIMIT)
    expect(fitted).toMatch(/😀 … \[continues on the sheet Long texts\]$/)
    expect(fitted.isWellFormed()).toBe(true)
    expect(fitCell('a'.repeat(CELL_LIMIT))).toBe('a'.repeat(CELL_LIMIT))
  })

  test('any cut leaves whole letters, and the pieces make up the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 9 }), (text, length) => {
        const pieces: string[] = []
        for (let from = 0; from < text.length; from += pieces.at(-1)?.length ?? 1)
          pieces.push(cleanCut(text, from, length))
        expect(pieces.join('')).toBe(text)
        for (const piece of pieces)
          expect(piece.isWellFormed() && piece.length <= length && piece.length > 0).toBe(true)
      }),
    )
  })
})
