import { describe, expect, test } from 'vitest'
import { fc, runs } from '../../test/support/chance.ts'
import { cardInWords, cardQr, paperPlaceInWords, placeOnPaper, readCard } from './paper-card.ts'
import { makeReference } from './reference.ts'

const anyCode = fc
  .infiniteStream(fc.nat(255))
  .map((stream) => makeReference((bytes) => Uint8Array.from({ length: bytes }, () => Number(stream.next().value))))
const anySlug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}$/)
/** What another keyboard makes of the signs in a code. */
const otherKeyboard = fc.constantFrom<[string, string]>([':', '-'], ['Ö', 'ß'], ['>', '/'], ['M', ')'], [';', "'"])

describe('the code of a card', () => {
  test('is read however it was copied, scanned or typed, and from another keyboard', () => {
    fc.assert(
      fc.property(anyCode, fc.boolean(), fc.constantFrom('', '-', ' ', '–'), (card, named, hyphen) => {
        const code = `${card.slice(0, 3)}${hyphen}${card.slice(3)}`
        const written = named ? `NEC-${code}` : code
        for (const text of [written, written.toLowerCase(), ` ${written} `, cardQr('NEC', card)])
          expect([text, readCard(text, 'NEC')]).toEqual([text, { kind: 'card', card, place: null }])
      }),
      { numRuns: runs(200) },
    )
  })

  test('of a sheet says where it belongs, also where the scanner’s keyboard is not the tablet’s', () => {
    fc.assert(
      fc.property(anyCode, anySlug, anySlug, otherKeyboard, (card, session, table, [colon, hyphen]) => {
        // A letter for the colon cannot be told from the code: then it is typed.
        if (colon === 'M') return
        const scanned = cardQr('NEC', card, { session, table }).replaceAll('-', hyphen).replaceAll(':', colon)
        expect(readCard(scanned, 'NEC')).toEqual({ kind: 'card', card, place: { session, table } })
      }),
      { numRuns: runs(200) },
    )
  })

  test('with a slip is no code, and another event’s is told as such', () => {
    const card = '2WBS96D'
    expect(cardInWords('NEC', card)).toBe('NEC-2WB-S96D')
    expect(readCard('NEC-2WB-S69D', 'NEC')).toEqual({ kind: 'not-a-card', why: 'wrong-check' })
    expect(readCard('2WB', 'NEC')).toEqual({ kind: 'not-a-card', why: 'wrong-length' })
    expect(readCard('WOLV-2WB-S96D', 'NEC')).toEqual({ kind: 'other-event', event: 'WOLV' })
    expect(readCard(cardQr('WOLV', card), 'NEC')).toEqual({ kind: 'other-event', event: 'WOLV' })
  })

  test('stands in a record with its line', () => {
    expect(paperPlaceInWords(placeOnPaper('2WBS96D', null))).toBe('2WB-S96D')
    expect(paperPlaceInWords(placeOnPaper('2WBS96D', 3))).toBe('2WB-S96D, line 3')
    expect(paperPlaceInWords('')).toBe('')
  })
})
