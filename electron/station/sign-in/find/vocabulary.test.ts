import { describe, expect, test } from 'vitest'
import { isOneSlip, isTwoSlips } from './slips.ts'
import { createVocabulary } from './vocabulary.ts'
import { fc } from '../../../../test/support/chance.ts'

const word = fc.stringMatching(/^[abcé]{1,7}$/)
const words = fc.uniqueArray(word, { maxLength: 60 })

const holding = (all: readonly string[]) => {
  const vocabulary = createVocabulary()
  for (const one of all) vocabulary.add(one)
  return vocabulary
}

describe('the words of an index', () => {
  test('are found by how they start, however they came in', () => {
    fc.assert(
      fc.property(words, words, word, (first, later, start) => {
        const vocabulary = holding(first)
        vocabulary.starting('a', () => undefined)
        for (const one of later) vocabulary.add(one)
        const found: string[] = []
        vocabulary.starting(start, (number) => found.push(vocabulary.word(number)))
        const wanted = [...new Set([...first, ...later])].filter((one) => one.startsWith(start)).toSorted()
        expect(found).toEqual(wanted)
        expect(vocabulary.hasStart(start)).toBe(wanted.length > 0)
      }),
    )
  })

  test('keep their numbers', () => {
    fc.assert(
      fc.property(words, (all) => {
        const vocabulary = holding(all)
        vocabulary.starting('b', () => undefined)
        all.forEach((one, at) => {
          expect(vocabulary.add(one)).toBe(at)
          expect(vocabulary.numberOf(one)).toBe(at)
        })
        expect(vocabulary.size).toBe(all.length)
      }),
    )
  })
})

/** The distance of Damerau and Levenshtein where no letter is touched twice, by the textbook. */
function distance(one: string, other: string): number {
  const rows = Array.from({ length: one.length + 1 }, (_row, i) =>
    Array.from({ length: other.length + 1 }, (_cell, j) => (i === 0 ? j : j === 0 ? i : 0)),
  )
  const at = (i: number, j: number) => rows[i]?.[j] ?? Infinity
  for (let i = 1; i <= one.length; i++) {
    for (let j = 1; j <= other.length; j++) {
      const changed = at(i - 1, j - 1) + (one[i - 1] === other[j - 1] ? 0 : 1)
      const swapped =
        i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1] ? at(i - 2, j - 2) + 1 : Infinity
      const row = rows[i]
      if (row !== undefined) row[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, changed, swapped)
    }
  }
  return at(one.length, other.length)
}

describe('one slip of the fingers', () => {
  test.each([
    ['smith', 'smiht'],
    ['smith', 'smth'],
    ['smith', 'smitth'],
    ['smith', 'snith'],
    ['smith', 'msith'],
    ['smith', 'smithe'],
    ['smith', 'mith'],
  ])('turns %s into %s', (meant, typed) => {
    expect(isOneSlip(meant, typed)).toBe(true)
  })
  test('is what the textbook says it is', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        fc.pre(one !== other)
        expect(isOneSlip(one, other)).toBe(distance(one, other) === 1)
      }),
    )
  })
  test('finds every whole word that is one slip away, and none that is further', () => {
    fc.assert(
      fc.property(words, word, (all, typed) => {
        const vocabulary = holding(all)
        const found = new Set<string>()
        vocabulary.withinOneSlip(typed, false, (number) => found.add(vocabulary.word(number)))
        found.delete(typed)
        expect([...found].toSorted()).toEqual(all.filter((one) => distance(one, typed) === 1).toSorted())
      }),
    )
  })
  test('finds every word whose start is one slip away from a longer start', () => {
    fc.assert(
      fc.property(words, fc.stringMatching(/^[abc]{6}$/), (all, typed) => {
        const vocabulary = holding(all)
        const found = new Set<string>()
        vocabulary.withinOneSlip(typed, true, (number) => found.add(vocabulary.word(number)))
        const starts = (one: string) => Array.from({ length: one.length + 1 }, (_, end) => one.slice(0, end))
        for (const one of all)
          if (!one.startsWith(typed))
            expect(found.has(one)).toBe(starts(one).some((start) => distance(start, typed) === 1))
      }),
    )
  })

  test('are found by which letters they double', () => {
    const vocabulary = holding(['llewellyn', 'lewis', 'philippa', 'phillips'])
    const found = (typed: string) => {
      const all: string[] = []
      vocabulary.doubled(typed, (number) => all.push(vocabulary.word(number)))
      return all
    }
    expect(found('lewelyn')).toEqual(['llewellyn'])
    expect(found('phillipa')).toEqual(['philippa'])
    expect(found('lewin')).toEqual([])
  })

  test('and long ones with two slips, where the first letter is right', () => {
    const vocabulary = holding(['featherstonehaugh', 'smith', 'subramaniam'])
    const found = (typed: string) => {
      const all: string[] = []
      vocabulary.withinTwoSlips(typed, (number) => all.push(vocabulary.word(number)))
      return all
    }
    expect(found('fetherstonhaugh')).toEqual(['featherstonehaugh'])
    expect(found('subrmanaim')).toEqual(['subramaniam'])
    expect(found('veatherstonhaugh')).toEqual([])
    expect(found('smeth')).toEqual([])
  })

  test('a word that is one slip away is no more than two away, and so is a word one slip from that', () => {
    fc.assert(
      fc.property(word, word, word, (one, between, other) => {
        if (isOneSlip(one, between)) expect(isTwoSlips(one, between)).toBe(true)
        expect(isTwoSlips(one, other)).toBe(isTwoSlips(other, one))
        expect(isTwoSlips(one, `${one}abc`)).toBe(false)
      }),
    )
  })
})
