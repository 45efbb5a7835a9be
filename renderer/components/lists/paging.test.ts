import { describe, expect, test } from 'vitest'
import { keptOffset, lastOffset, PAGE, rangeWords, totalWords } from './paging.ts'
import { fc } from '../../../test/support/chance.ts'

describe('a list in pages of fifty', () => {
  test('a hundred thousand people end on page two thousand', () => {
    expect(lastOffset(100_000)).toBe(99_950)
    expect(rangeWords(99_950, 100_000)).toBe('99,951 to 100,000 of 100,000')
    expect(lastOffset(100_001)).toBe(100_000)
    expect(rangeWords(100_000, 100_001)).toBe('100,001 to 100,001 of 100,001')
  })

  test('when somebody is taken off the only line of the last page, the page before is shown', () => {
    expect(keptOffset(50, 51)).toBe(50)
    expect(keptOffset(50, 50)).toBe(0)
    expect(keptOffset(50, 0)).toBe(0)
  })

  test('whatever happens to the list, the page that is shown begins on one of its lines', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(200_000), (page, total) => {
        const offset = keptOffset(page * PAGE, total)
        expect(offset % PAGE).toBe(0)
        expect(offset === 0 || offset < total).toBe(true)
      }),
    )
  })

  test('one is not many', () => {
    const people = { one: 'person', many: 'people' }
    expect(totalWords(1, people, false)).toBe('1 person')
    expect(totalWords(1204, people, true)).toBe('1,204 people found')
  })
})
