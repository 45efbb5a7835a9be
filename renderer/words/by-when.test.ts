import { expect, test } from 'vitest'
import { saidBack } from './by-when.ts'

const EVENT = '2026-11-30'

test.each([
  ['by the end of the financial year', 'That is 31 March 2027. Right?', '2027-03-31'],
  ['31/3/27', 'That is 31 March 2027. Right?', '2027-03-31'],
  ['between June and August', 'That is from 1 June 2027 to 31 August 2027. Right?', '2027-08-31'],
  ['from September 2027', 'That starts on 1 September 2027. If you know by when, say a day as well.', null],
  ['31 March 2026', 'That is 31 March 2026, and it is past. Is it the right year?', '2026-03-31'],
  [
    'by her 18th birthday',
    'An age or a birthday is a detail about a child. A day serves better, if you know one.',
    null,
  ],
  ['once funding is agreed', 'No day comes of that, and none is needed: we keep it in your words.', null],
])('who says “%s” is told: %s', (words, said, day) => {
  expect(saidBack(words, EVENT)).toEqual({ words: said, day })
})

test('nothing is said of two letters, nor of a day that stands there already', () => {
  expect(saidBack('by', EVENT)).toBeNull()
  expect(saidBack('   ', EVENT)).toBeNull()
  expect(saidBack('By 31 March 2027', EVENT)).toBeNull()
})
