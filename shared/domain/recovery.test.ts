import { describe, expect, test } from 'vitest'
import { fc } from '../../test/support/chance.ts'
import { CROCKFORD } from './crockford.ts'
import { readSheet, sheetText } from './recovery.ts'

const secret = fc.uint8Array({ minLength: 16, maxLength: 16 })

describe('what stands on a recovery sheet', () => {
  test('is read as it was printed, also in small letters, with spaces, and with O for 0 and l for 1', () => {
    fc.assert(
      fc.property(secret, (bytes) => {
        const text = sheetText(bytes)
        expect(text).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/)
        const byHand = text.toLowerCase().replaceAll('-', '  ').replaceAll('0', 'O').replaceAll('1', 'l')
        expect([readSheet(text), readSheet(` ${byHand}\n`)]).toEqual([text, text])
      }),
    )
  })

  test('no two secrets have the same text', () => {
    fc.assert(
      fc.property(secret, fc.nat(127), (bytes, bit) => {
        const other = bytes.map((byte, index) => (index === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
        expect(sheetText(other)).not.toBe(sheetText(bytes))
      }),
    )
  })

  test('one character that was read wrongly, or two that changed places, is noticed', () => {
    fc.assert(
      fc.property(secret, fc.nat(27), fc.nat(31), (bytes, index, value) => {
        const characters = [...sheetText(bytes).replaceAll('-', '')]
        const wrong = characters.with(index, CROCKFORD.charAt(value))
        if (wrong.join('') !== characters.join('')) expect(readSheet(wrong.join(''))).toBe(null)
        const [a = '', b = ''] = characters.slice(index, index + 2)
        if (b !== '' && a !== b)
          expect(
            readSheet(
              characters
                .with(index, b)
                .with(index + 1, a)
                .join(''),
            ),
          ).toBe(null)
      }),
    )
  })

  test('whatever else is typed is no sheet', () => {
    for (const typed of ['', 'three kind words', 'U'.repeat(28), '0'.repeat(27), '7K3-QF9W'])
      expect(readSheet(typed)).toBe(null)
    expect(() => sheetText(new Uint8Array(15))).toThrow('16 bytes')
  })
})
