import { describe, expect, test } from 'vitest'
import { fixesOf, fixWords, isFull, NO_FIXES, undone, withCells, withEverywhere, withoutRow } from './fix-state.ts'

const address = { row: 4, heading: 'Email', value: 'jo@elmdon.example' }

describe('what was corrected on screen', () => {
  test('a cell that is corrected twice says what was written last', () => {
    const twice = withCells(withCells(NO_FIXES, [{ ...address, value: 'jo@' }]), [address])
    expect(twice.cells).toEqual([address])
  })

  test('one answer for 212 rows is one correction, and a second answer replaces it', () => {
    const first = withEverywhere(NO_FIXES, { heading: 'Sector', from: 'NHS Trust', to: 'health' })
    const second = withEverywhere(first, { heading: 'Sector', from: 'NHS Trust', to: null })
    expect(second.everywhere).toEqual([{ heading: 'Sector', from: 'NHS Trust', to: null }])
  })

  test('an answer that did not help is answered again, wherever it was given', () => {
    const first = withEverywhere(withCells(NO_FIXES, [{ row: 7, heading: 'Sector', value: 'Helth' }]), {
      heading: 'Sector',
      from: 'NHS Trust',
      to: 'Helth',
    })
    const second = withEverywhere(first, { heading: 'Sector', from: 'Helth', to: 'Health' })
    expect(second.everywhere[0]).toEqual({ heading: 'Sector', from: 'NHS Trust', to: 'Health' })
    expect(second.cells).toEqual([{ row: 7, heading: 'Sector', value: 'Health' }])
    expect(withEverywhere(first, { heading: 'Sector', from: 'Helth', to: null }).without).toEqual([7])
  })

  test('everything can be taken back, and then nothing is left', () => {
    let fixes = withoutRow(withoutRow(NO_FIXES, 9), 9)
    fixes = withEverywhere(withCells(fixes, [address]), { heading: 'Name', from: '', to: null })
    expect(fixesOf(fixes).map(fixWords)).toEqual([
      'Name: rows that say nothing are left out',
      'Row 4, Email: “jo@elmdon.example”',
      'Row 9 is left out',
    ])
    for (const fix of fixesOf(fixes)) fixes = undone(fixes, fix)
    expect(fixes).toEqual(NO_FIXES)
  })

  test('there is an end to what is done by hand', () => {
    expect(isFull(NO_FIXES)).toBe(false)
    expect(isFull({ ...NO_FIXES, without: Array.from({ length: 2000 }, (_, row) => row + 1) })).toBe(true)
  })
})
