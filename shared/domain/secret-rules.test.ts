import { describe, expect, test } from 'vitest'
import { fc } from '../../test/support/chance.ts'
import { REHEARSAL_SECRETS } from './rehearsal.ts'
import { passphraseError, pinError } from './secret-rules.ts'

const length = fc.integer({ min: 4, max: 8 })
const digit = fc.integer({ min: 0, max: 9 })
/** This many characters, from the unit said again and again. */
const said = (unit: string, times: number): string => unit.repeat(times).slice(0, times)

describe('the PIN that somebody chooses', () => {
  test('is not one of those that everybody tries first', () => {
    for (const pin of ['0000', '1111', '1234', '4321', '7890', '0987', '12345678', '1212', '123123', '2468'])
      expect(pinError(pin), pin).toMatch(/\w/)
    for (const pin of ['12', '123456789', '12a4', '', '12 4']) expect(pinError(pin)).toBe('Use 4 to 8 digits')
  })

  test('of four digits 9,879 are taken, and 121 are not', () => {
    const all = Array.from({ length: 10_000 }, (_, n) => String(n).padStart(4, '0'))
    expect(all.filter((pin) => pinError(pin) === null)).toHaveLength(9879)
  })

  test('whatever repeats or runs is refused at every length, and one other digit in it makes it good', () => {
    fc.assert(
      fc.property(length, digit, fc.constantFrom(-1, 0, 1), (digits, first, step) => {
        const run = Array.from({ length: digits }, (_, index) => (first + step * index + 100) % 10)
        expect(pinError(run.join(''))).toContain('tried first')
        const [a = 0, b = 0, ...rest] = run
        const changed = [a, (b + 5) % 10, ...rest].join('')
        // Where four digits are left, 0505 would repeat again.
        if (step !== 0 || digits !== 4)
          expect(pinError(changed) === null || changed === REHEARSAL_SECRETS.pin).toBe(true)
      }),
    )
    fc.assert(
      fc.property(length, fc.stringMatching(/^\d{1,2}$/), (digits, unit) => {
        expect(pinError(said(unit, digits))).toContain('tried first')
      }),
    )
  })
})

describe('the passphrase that somebody chooses', () => {
  test('is not the rehearsal’s, however it is written, nor short', () => {
    for (const one of ['rehearsal only', 'Rehearsal  Only', ' rehearsal only ', 'REHEARSAL ONLY'])
      expect(passphraseError(one)).toContain('rehearsal')
    expect(passphraseError('short')).toBe('Use at least 10 characters: three or four words are easy to remember')
    expect(passphraseError('long enough '.repeat(20))).toBe('Use at most 200 characters')
  })

  test('three or four different words are good, in any script', () => {
    for (const one of [
      'three kind words',
      'plough lantern gooseberry',
      'Grünes Licht für alle',
      'тихий вечер дома',
      'kettle blue kettle moon',
    ])
      expect(passphraseError(one), one).toBe(null)
  })

  test('one character, a short pattern or a word said again, and what runs in order, are refused at any length', () => {
    const times = fc.integer({ min: 10, max: 60 })
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9!]{1,5}$/), times, (unit, long) => {
        expect(passphraseError(said(unit, long))).toContain('again')
      }),
    )
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z]{4,12}$/),
        fc.integer({ min: 3, max: 8 }),
        fc.boolean(),
        (word, often, capital) => {
          const words = Array.from({ length: often }, (_, index) =>
            capital && index % 2 === 0 ? word.toUpperCase() : word,
          )
          expect(passphraseError(words.join(' '))).toContain('again')
        },
      ),
    )
    for (const one of ['abcdefghij', 'ABCDEFGHIJKLM', 'zyxwvutsrq', '1234567890', '0987654321', '89012345678'])
      expect(passphraseError(one), one).toContain('in order')
  })

  test('whatever one writes, it is judged, and a different word more never spoils it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 220 }), (one) => {
        const error = passphraseError(one)
        expect(error === null || error.length > 10).toBe(true)
        if (error === null && one.length < 180) expect(passphraseError(`${one} gooseberry`)).toBe(null)
      }),
    )
  })
})
