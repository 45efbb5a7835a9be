import { describe, expect, test } from 'vitest'
import { sizeInWords } from './event-words.ts'

describe('the size of a backup', () => {
  test('grows from bytes to gigabytes without a gap', () => {
    expect(
      [0, 999, 1000, 999_499, 999_500, 12_440_000, 999_949_999, 999_950_000, 2_500_000_000].map(sizeInWords),
    ).toEqual(['0 bytes', '999 bytes', '1 kB', '999 kB', '1 MB', '12.4 MB', '999.9 MB', '1 GB', '2.5 GB'])
  })
})
