import { describe, expect, test } from 'vitest'
import { isOneEdit, isWithinTwoEdits } from './edit-distance.ts'
import { createTermIndex } from './term-index.ts'
import { fc } from '../../../../test/support/chance.ts'

const word = fc.stringMatching(/^[abcé]{1,7}$/)
const words = fc.uniqueArray(word, { maxLength: 60 })

const holding = (all: readonly string[]) => {
  const index = createTermIndex<string>()
  for (const one of all) index.add(one, `who is called ${one}`)
  return index
}

describe('the words of an index', () => {
  test('lead to those who have them, by their beginnings too, through any additions and removals', () => {
    const step = fc.record({ remove: fc.boolean(), word: fc.stringMatching(/^[ab]{1,3}$/), owner: fc.nat(3) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const index = createTermIndex<number>()
        const model = new Map<string, number[]>()
        for (const { remove, word: text, owner } of steps) {
          const owners = model.get(text) ?? []
          if (remove) {
            index.remove(text, owner)
            if (owners.includes(owner)) owners.splice(owners.indexOf(owner), 1)
          } else {
            index.add(text, owner)
            owners.push(owner)
          }
          model.set(text, owners)
        }
        for (const [text, owners] of model) {
          expect(index.ownersOf(text)).toEqual(owners)
          expect(index.has(text)).toBe(owners.length > 0)
        }
        for (const prefix of ['', 'a', 'b', 'ab', 'bba', 'abab', 'c']) {
          const wanted = [...model].filter(([text, owners]) => text.startsWith(prefix) && owners.length > 0)
          expect(index.withPrefix(prefix).toSorted()).toEqual(wanted.map(([text]) => text).toSorted())
          expect(index.hasPrefix(prefix)).toBe(wanted.length > 0)
        }
        for (const [text, owners] of model) for (const owner of owners) index.remove(text, owner)
        expect(index.hasPrefix('')).toBe(false)
      }),
    )
  })

  test('are found by how they start, however long they are', () => {
    expect(holding(['ann', 'anna', 'x'.repeat(50_000)]).withPrefix('xx')).toEqual(['x'.repeat(50_000)])
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
    expect(isOneEdit(meant, typed)).toBe(true)
  })
  test('is what the textbook says it is', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        fc.pre(one !== other)
        expect(isOneEdit(one, other)).toBe(distance(one, other) === 1)
      }),
    )
  })
  test('finds every whole word that is one edit away, and none that is further', () => {
    fc.assert(
      fc.property(words, word, (all, typed) => {
        const { whole, started } = holding(all).withinOneEdit(typed, false)
        const found = new Set(whole)
        found.delete(typed)
        expect([...found].toSorted()).toEqual(all.filter((one) => distance(one, typed) === 1).toSorted())
        expect(started).toEqual([])
      }),
    )
  })
  test('finds every word whose start is one edit away from a longer start', () => {
    fc.assert(
      fc.property(words, fc.stringMatching(/^[abc]{6}$/), (all, typed) => {
        const { whole, started } = holding(all).withinOneEdit(typed, true)
        const found = new Set([...whole, ...started])
        const starts = (one: string) => Array.from({ length: one.length + 1 }, (_, end) => one.slice(0, end))
        for (const one of all)
          if (!one.startsWith(typed))
            expect(found.has(one)).toBe(starts(one).some((start) => distance(start, typed) === 1))
      }),
    )
  })
  test('is not looked for at the end of a short start, which would be any word', () => {
    const started = (typed: string) => new Set(holding(['smitable', 'smithable']).withinOneEdit(typed, true).started)
    expect(started('smith')).toEqual(new Set())
    expect(started('smithe')).toEqual(new Set(['smithable']))
  })

  test('are found by which letters they double', () => {
    const index = holding(['llewellyn', 'lewis', 'philippa', 'phillips'])
    expect(index.doubledAs('lewelyn')).toEqual(['llewellyn'])
    expect(index.doubledAs('phillipa')).toEqual(['philippa'])
    expect(index.doubledAs('lewin')).toEqual([])
  })

  test('and long ones with two edits, where the first letter is right', () => {
    const index = holding(['featherstonehaugh', 'smith', 'subramaniam'])
    expect(index.withinTwoEdits('fetherstonhaugh')).toEqual(['featherstonehaugh'])
    expect(index.withinTwoEdits('subrmanaim')).toEqual(['subramaniam'])
    expect(index.withinTwoEdits('veatherstonhaugh')).toEqual([])
    expect(index.withinTwoEdits('smeth')).toEqual([])
  })

  test('a word that is one edit away is no more than two away, and so is a word one edit from that', () => {
    fc.assert(
      fc.property(word, word, word, (one, between, other) => {
        if (isOneEdit(one, between)) expect(isWithinTwoEdits(one, between)).toBe(true)
        expect(isWithinTwoEdits(one, other)).toBe(isWithinTwoEdits(other, one))
        expect(isWithinTwoEdits(one, `${one}abc`)).toBe(false)
      }),
    )
  })
})
