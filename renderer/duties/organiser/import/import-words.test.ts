import { describe, expect, test } from 'vitest'
import { IMPORT_FIELDS } from '../../../../shared/domain/delegate.ts'
import {
  countLines,
  FIELDS,
  formatWords,
  lacksName,
  peopleWords,
  refusedBefore,
  sumWords,
  toImport,
} from './import-words.ts'
import { fc } from '../../../../test/support/chance.ts'

const count = fc.nat(100_000)
const counts = fc.record({
  added: count,
  updated: count,
  unchanged: count,
  repeated: count,
  duplicates: count,
  faulty: count,
  leftOut: count,
})

describe('the counts of an import', () => {
  test('the lines hold every row of the file once, before and after', () => {
    fc.assert(
      fc.property(counts, fc.boolean(), (given, done) => {
        const sum = countLines(given, done).reduce((total, line) => total + line.count, 0)
        expect(sum).toBe(
          given.added +
            given.updated +
            given.unchanged +
            given.repeated +
            given.duplicates +
            given.faulty +
            given.leftOut,
        )
      }),
    )
  })

  test('one person is added, two rows repeat; what went well is green, what cannot be used is red', () => {
    const lines = countLines(
      { added: 1, updated: 0, unchanged: 2, repeated: 2, duplicates: 1, faulty: 3, leftOut: 0 },
      false,
    )
    expect(lines.map(({ words, tone }) => [words, tone])).toEqual([
      ['person will be added', 'ok'],
      ['people on the list get new details', 'plain'],
      ['people stay as they are on the list', 'plain'],
      ['rows repeat one above them', 'plain'],
      ['may be somebody we have already: left for you to look at', 'warn'],
      ['rows cannot be used as they are', 'bad'],
    ])
    expect(
      countLines({ added: 1, updated: 0, unchanged: 0, repeated: 0, duplicates: 0, faulty: 0, leftOut: 0 }, true)[0]
        ?.words,
    ).toBe('person was added')
  })

  test('the button says how many people it touches', () => {
    expect(peopleWords(toImport({ added: 498, updated: 2 }))).toBe('500 people')
    expect(peopleWords(1)).toBe('1 person')
    expect(sumWords(1)).toBe('row in the list')
    expect(sumWords(1512)).toBe('rows in the list, altogether')
  })
})

describe('which column is which', () => {
  test('every field that an import may fill has a label', () => {
    expect(FIELDS.map(({ field }) => field).toSorted()).toEqual([...IMPORT_FIELDS].toSorted())
  })

  test('a list whose people have no name in any column is told', () => {
    expect(lacksName({ name: null, role: 'Post' })).toBe(true)
    expect(lacksName({ name: null, lastName: 'Surname' })).toBe(false)
  })
})

describe('the file itself', () => {
  test('a known export is named, anything else is a plain list', () => {
    expect(formatWords('eventbrite')).toBe('Read as an Eventbrite export')
    expect(formatWords('plain')).toBe('Read as a plain list')
  })

  test('a film chosen by mistake is refused before it is sent, and so is an empty file', () => {
    expect(refusedBefore('film.mp4', 900_000_000)?.sentence).toBe(
      '“film.mp4” is 900 MB, which is more than any list of delegates.',
    )
    expect(refusedBefore('list.csv', 0)?.sentence).toBe('“list.csv” is empty.')
    expect(refusedBefore('list.csv', 30_000)).toBeNull()
  })
})
