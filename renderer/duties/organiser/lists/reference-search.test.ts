import { describe, expect, test } from 'vitest'
import { searchWords, shownReference, spokenName } from './reference-search.ts'

describe('a row of a list', () => {
  test('a screen reader hears which record it opens, and not the whole of a long one', () => {
    expect(spokenName('NEC-7K3-QF9W', 'A flat')).toBe('NEC-7K3-QF9W: A flat')
    expect(spokenName('NEC-7K3-QF9W', 'home '.repeat(60)).length).toBeLessThanOrEqual(94)
  })
})

describe('looking for a reference', () => {
  test('somebody reads it out from their card, with or without the code of the event', () => {
    expect(shownReference('NEC', '7K3QF9W')).toBe('NEC-7K3-QF9W')
    expect(searchWords('NEC-7K3-QF9W', 'NEC')).toBe('7K3QF9W')
    expect(searchWords('nec\u20117k3\u2011qf9w', 'NEC')).toBe('7K3QF9W')
    expect(searchWords(' 7K3-QF ', 'NEC')).toBe('7K3QF')
  })

  test('a name with a hyphen stays a name, and other words stay beside a reference', () => {
    expect(searchWords('Ana-Mary Smith', 'NEC')).toBe('Ana-Mary Smith')
    expect(searchWords('Zoe-Kaur', 'NEC')).toBe('Zoe-Kaur')
    expect(searchWords('mentor 7K3-QF9W', 'NEC')).toBe('mentor 7K3QF9W')
    expect(searchWords('', 'NEC')).toBe('')
  })
})
