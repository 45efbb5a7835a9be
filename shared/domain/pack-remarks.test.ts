/** What is remarked on in a pack that is right: old days, another year, sessions at once; and when a board meets. */
import { expect, test } from 'vitest'
import { shippedPack } from '../../test/support/test-station.ts'
import { nextBoardInWords, packRemarks } from './pack-remarks.ts'

const pack = shippedPack()

test('an event that is over, and one in another year, say so; one to come in this year says nothing', () => {
  expect(packRemarks(pack, '2026-11-30')).toEqual(['This event was on 12 December 2023.'])
  expect(packRemarks(pack, '2023-12-13')).toEqual(['This event was on 12 December 2023.'])
  expect(packRemarks(pack, '2022-12-12')).toEqual(['This event is on 12 December 2023, in another year than today.'])
  expect(packRemarks(pack, '2023-01-01')).toEqual([])
  expect(packRemarks(pack, '2023-12-12')).toEqual([])
})

test('sessions at the same time are remarked on, unless they are in two rooms or one is closed', () => {
  const [first, second] = pack.programme
  if (first === undefined || second === undefined) throw new Error('There are two')
  const at = (change: object) =>
    packRemarks({ ...pack, programme: [first, { ...second, starts: first.starts, ...change }] }, '2023-12-12')
  expect(at({ room: '' })).toHaveLength(1)
  expect(at({ room: '' })[0]).toContain(`“${first.title}” goes on until ${first.ends}`)
  expect(at({ room: 'Another room' })).toEqual([])
  expect(at({ room: '', closed: true })).toEqual([])
})

test('a board’s next meeting reads right, a day or words', () => {
  expect(nextBoardInWords('2024-02-06')).toBe('6 February 2024')
  expect(nextBoardInWords('Every three months')).toBe('Every three months')
  expect(nextBoardInWords('')).toBe('')
})
