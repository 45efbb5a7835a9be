import { describe, expect, test } from 'vitest'
import { freeWords, placeWords, sticksWords } from './place-words.ts'

describe('the room on a stick', () => {
  test('is told as it is printed on sticks, and never more than there is', () => {
    for (const [bytes, words] of [
      [0, '0 kB'],
      [999, '0.9 kB'],
      [1_234_567, '1.2 MB'],
      [14_999_999_999, '14 GB'],
      [999_999_999_999, '999 GB'],
      [2_000_000_000_000, '2 TB'],
      [3_000_000_000_000_000, '3000 TB'],
    ] as const)
      expect(freeWords({ free: bytes, size: bytes }, 0)).toBe(`${words} free of ${words}`)
  })

  test('that is too little for the file is told before anybody tries', () => {
    const size = 16_000_000_000
    expect(freeWords({ free: 14_200_000_000, size }, 40_000)).toBe('14 GB free of 16 GB')
    expect(freeWords({ free: 30_000, size }, 40_000)).toBe('Too full for this file: 30 kB free of 16 GB')
    expect(freeWords({ free: 0, size }, 40_000)).toBe('It is full')
  })
})

describe('where the file is', () => {
  test('on a stick it is whole, in the downloads it is there, and where the system asks nobody claims to know', () => {
    expect(placeWords({ kind: 'stick', name: 'plan.csv', stick: 'KINGSTON' })).toBe(
      '“plan.csv” is on KINGSTON. It is written whole: the stick can be taken out.',
    )
    expect(placeWords({ kind: 'downloads', name: 'plan.csv' }, '3 rows')).toBe(
      '“plan.csv” is in your downloads: 3 rows.',
    )
    expect(placeWords({ kind: 'asked', name: 'plan.csv' })).toBe('“plan.csv” goes where you choose.')
  })

  test('sticks are read out by name as they come and go', () => {
    expect(sticksWords([])).toBe('No stick is plugged in now.')
    expect(sticksWords([{ name: 'A' }])).toBe('One stick is plugged in: A.')
    expect(sticksWords([{ name: 'A' }, { name: 'B' }])).toBe('2 sticks are plugged in: A, B.')
  })
})
