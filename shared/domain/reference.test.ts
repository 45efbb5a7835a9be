import { describe, expect, test } from 'vitest'
import { CROCKFORD } from './crockford.ts'
import { formatReference, makeReference, readReference } from './reference.ts'
import { fc, runs } from '../../test/support/chance.ts'

const bytes = (seed: number) => {
  let state = seed >>> 0
  return (n: number) =>
    Uint8Array.from({ length: n }, () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      return state >>> 24
    })
}
const reference = fc.integer().map((seed) => makeReference(bytes(seed)))

const replaceAt = (text: string, index: number, character: string) =>
  text.slice(0, index) + character + text.slice(index + 1)
const swap = (text: string, a: number, b: number) => replaceAt(replaceAt(text, a, text.charAt(b)), b, text.charAt(a))

describe('a reference', () => {
  test('is shown in two groups that can be written on a card', () => {
    // Six characters of 0 sum to 0 under any weights; a lone last character has the lightest weight, x.
    expect(readReference('000-0000')).toEqual({ ok: true, reference: '0000000' })
    expect(readReference('000-0012')).toEqual({ ok: true, reference: '0000012' })
    expect(formatReference('7K3QF9W')).toBe('7K3-QF9W')
  })

  test('is read back from its own writing', () => {
    fc.assert(
      fc.property(reference, (made) => {
        expect(readReference(formatReference(made))).toEqual({ ok: true, reference: made })
        expect(readReference(made)).toEqual({ ok: true, reference: made })
      }),
    )
  })

  test('is read however somebody copied it: small letters, no hyphen, a long dash, spaces, O for nought and I or L for one', () => {
    fc.assert(
      fc.property(
        reference,
        fc.constantFrom('', ' ', '-', ' – ', '\u2011', '.', '\n'),
        fc.constantFrom('I', 'i', 'L', 'l'),
        fc.constantFrom('O', 'o'),
        (made, between, one, nought) => {
          const copied = `  ${made.slice(0, 3)}${between}${made.slice(3)} `
            .toLowerCase()
            .replaceAll('1', one)
            .replaceAll('0', nought)
          expect(readReference(copied)).toEqual({ ok: true, reference: made })
        },
      ),
    )
  })

  test('is refused for every single wrong character, wherever it is and whatever it became', () => {
    fc.assert(
      fc.property(reference, (made) => {
        for (let index = 0; index < made.length; index++) {
          for (const wrong of CROCKFORD) {
            if (wrong === made.charAt(index)) continue
            expect(readReference(replaceAt(made, index, wrong))).toEqual({ ok: false, code: 'wrong-check' })
          }
        }
      }),
      { numRuns: runs(50) },
    )
  })

  test('is refused when any two different characters changed places, next to each other or not', () => {
    fc.assert(
      fc.property(reference, (made) => {
        for (let a = 0; a < made.length; a++) {
          for (let b = a + 1; b < made.length; b++) {
            if (made.charAt(a) === made.charAt(b)) continue
            expect(readReference(swap(made, a, b))).toEqual({ ok: false, code: 'wrong-check' })
          }
        }
      }),
      { numRuns: runs(200) },
    )
  })

  // The check is linear, so these are all the errors there are: each must move the sum away from nought.
  test('catches every error by proof: no single change and no swap leaves the check as it was', () => {
    for (let index = 0; index < 7; index++) {
      for (const wrong of CROCKFORD.slice(1)) expect(readReference(replaceAt('0000000', index, wrong)).ok).toBe(false)
    }
    for (let a = 0; a < 7; a++) {
      for (let b = a + 1; b < 7; b++) {
        // A swap adds the same difference to both places.
        for (const difference of CROCKFORD.slice(1))
          expect(readReference(replaceAt(replaceAt('0000000', a, difference), b, difference)).ok).toBe(false)
      }
    }
  })

  test('says what is wrong with what was typed', () => {
    expect(readReference('')).toEqual({ ok: false, code: 'wrong-length' })
    expect(readReference('7K3-QF')).toEqual({ ok: false, code: 'wrong-length' })
    expect(readReference('7K3-QF9WW')).toEqual({ ok: false, code: 'wrong-length' })
    expect(readReference('7U3-QF9W')).toEqual({ ok: false, code: 'wrong-character' })
    expect(readReference('7K3/QF9W')).toEqual({ ok: false, code: 'wrong-character' })
    expect(readReference('7'.repeat(5000))).toEqual({ ok: false, code: 'wrong-length' })
    expect(readReference('0000001')).toEqual({ ok: false, code: 'wrong-check' })
  })

  test('is never a word that a steward would blush to read out', () => {
    fc.assert(
      fc.property(reference, (made) => {
        expect(made).not.toMatch(/[AE]/)
        expect(made).not.toMatch(/[B-Z][0134][B-Z]|[0134][B-Z]{2}|[B-Z]{2}[0134]/)
        expect(made).not.toMatch(/FCK|FKK|CNT|KKK|SHT/)
      }),
      { numRuns: runs(5000) },
    )
  })

  test('hardly ever comes twice', () => {
    const random = bytes(7)
    expect(new Set(Array.from({ length: 2000 }, () => makeReference(random))).size).toBe(2000)
  })

  test('is not made of a broken random source', () => {
    expect(() => makeReference((n) => new Uint8Array(n).fill(255))).toThrow('random source')
  })
})
