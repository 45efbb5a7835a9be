import { describe, expect, test } from 'vitest'
import { joinName, nameInOrder } from './person-name.ts'

describe('A name reads as the person would write it', () => {
  test.each([
    ['Lovelace, Ada', 'Ada Lovelace'],
    ['van der Sample,  Mary Sue', 'Mary Sue van der Sample'],
    ['Ada Lovelace', 'Ada Lovelace'],
    ['Ada Lovelace, OBE', 'Ada Lovelace, OBE'],
    ['Lovelace, Ada, MBE', 'Ada Lovelace, MBE'],
    ['Exemplar, Martin, Jr.', 'Martin Exemplar, Jr.'],
    ['Lovelace,', 'Lovelace'],
    [',Ada', ',Ada'],
    ['One, Two, Three', 'One, Two, Three'],
  ])('%s reads %s', (written, wanted) => {
    expect(nameInOrder(written)).toBe(wanted)
  })

  test.each([
    ['Ada', 'Lovelace', 'Ada Lovelace'],
    ['Suharto', '', 'Suharto'],
    ['', 'Ng', 'Ng'],
    ['Ada Lovelace', 'Lovelace', 'Ada Lovelace'],
    ['小明', '李', '李小明'],
    ['No', 'Null', 'No Null'],
  ])('%j and %j make %s', (first, last, wanted) => {
    expect(joinName(first, last)).toBe(wanted)
  })
})
