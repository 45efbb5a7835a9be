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

  test('two or three characters of either half are enough', () => {
    expect(['NEC-7K3', '-QF9W', 'K3-QF', 'QF9'].map((piece) => searchWords(piece, 'NEC'))).toEqual([
      '7K3',
      'QF9W',
      'K3QF',
      'QF9',
    ])
  })

  test('somebody copied it from their card by hand: small letters, no hyphen, O for nought and l for one', () => {
    expect(searchWords('nec-00O-o0l2', 'NEC')).toBe('0000012')
    expect(searchWords('pledge ooo0Ol2', 'NEC')).toBe('pledge 0000012')
    expect(searchWords('000_0012', 'NEC')).toBe('0000012')
  })

  test('a word that only looks like a reference is looked for as it is written', () => {
    expect(searchWords('0000013', 'NEC')).toBe('0000013')
    expect(searchWords('OOOOOOO', 'NEC')).toBe('OOOOOOO')
    for (let number = 10; number < 100; number += 1) expect(searchWords(`table${number}`, 'NEC')).toBe(`table${number}`)
  })

  test('a name with a hyphen stays a name, and other words stay beside a reference', () => {
    expect(searchWords('Ana-Mary Smith', 'NEC')).toBe('Ana-Mary Smith')
    expect(searchWords('Zoe-Kaur', 'NEC')).toBe('Zoe-Kaur')
    expect(searchWords('mentor 7K3-QF9W', 'NEC')).toBe('mentor 7K3QF9W')
    expect(searchWords('', 'NEC')).toBe('')
  })
})
