import { describe, expect, test } from 'vitest'
import { makeBadge, readBadge } from './badge.ts'
import { fc } from '../../test/support/chance.ts'

const random = (n: number) => Uint8Array.from({ length: n }, (_, i) => (i * 37 + 11) % 256)
const badge = makeBadge('NEC', random)
const code = badge.slice(-16)
const own = { kind: 'own', event: 'NEC', code, badge }

describe('a badge at the door', () => {
  test('carries the event and sixteen random characters, and nothing of the person', () => {
    expect(badge).toMatch(/^PK1-NEC-[0-9A-HJKMNP-TV-Z]{16}$/)
  })

  test('is known again', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        fc.stringMatching(/^[A-Z][A-Z0-9]{1,5}$/),
        (drawn, event) => {
          const made = makeBadge(event, () => drawn)
          expect(readBadge(made, event)).toEqual({ kind: 'own', event, code: made.slice(-16), badge: made })
        },
      ),
    )
  })

  test.each([
    ['a scanner that presses Enter', `${badge}\r\n`],
    ['a scanner that presses Tab, after a space', ` ${badge}\t`],
    ['a scanner set to small letters', badge.toLowerCase()],
    ['a link to the app', `pledge-kiosk:${badge}`],
    ['a link with slashes', `PLEDGE-KIOSK://${badge}`],
    ['a German keyboard', badge.replaceAll('-', 'ß')],
    ['a Spanish keyboard', badge.replaceAll('-', "'")],
    ['a French keyboard', badge.replaceAll('-', ')')],
    ['a Swedish keyboard', badge.replaceAll('-', '+')],
    ['a Spanish keyboard and a link', `pledge'kiosk Ñ${badge}`.replace(' Ñ', 'Ñ').replaceAll('-', "'")],
    ['a word processor’s dashes', badge.replaceAll('-', '–')],
    ['no hyphens at all', badge.replaceAll('-', '')],
    ['a scanner that says what kind of code it read', `]Q1${badge}`],
    ['a person who typed O for 0 and L for 1', badge.slice(0, -16) + code.replaceAll('0', 'O').replaceAll('1', 'l')],
  ])('is read from %s', (_, scanned) => {
    expect(readBadge(scanned, 'NEC')).toEqual(own)
  })

  test('from last year’s event says which event it was for', () => {
    expect(readBadge(badge, 'WOLV10')).toEqual({ kind: 'other-event', event: 'NEC' })
  })

  test('may stand for an event whose own code has an O or an L in it', () => {
    const made = makeBadge('SOLI', random)
    expect(readBadge(made, 'SOLI')).toMatchObject({ kind: 'own', event: 'SOLI' })
  })
})

describe('something else at the door', () => {
  test.each([
    ['an Eventbrite ticket', '7654321098211234567890001'],
    ['a pretix ticket', 'z3fsn8jyufm5kpk768q69gkbyr5f4h6w'],
    ['a web address', 'https://tickets.example/t/8F-22?id=Ü'],
    ['a badge of a later version', `PK2-NEC-${code}`],
    ['a badge cut short', badge.slice(0, -1)],
    ['a badge with one character too many', `${badge}7`],
    ['a badge with a letter that no badge has', `${badge.slice(0, -1)}U`],
    ['a badge whose hyphens differ', badge.replace('-', '/')],
    [
      'another event’s badge without hyphens, which could be any ticket',
      makeBadge('WOLV10', random).replaceAll('-', ''),
    ],
  ])('%s is handed on as it is, to be looked up', (_, text) => {
    expect(readBadge(`${text}\r`, 'NEC')).toEqual({ kind: 'foreign', text })
  })

  test.each([
    ['nothing', ''],
    ['only spaces and a line end', '  \r\n'],
    ['control characters in the middle', `PK1-NEC\u0000-${code}`],
    ['two scans run together', `${badge}\r\n${badge}`],
    ['half an emoji', 'ticket \ud83c'],
    ['text turned round by a hidden mark', `ticket \u202e321`],
    ['bytes that were not text', 'tick\ufffdt'],
    ['the largest QR code there is', 'A'.repeat(2953)],
  ])('%s cannot be read', (_, text) => {
    expect(readBadge(text, 'NEC')).toEqual({ kind: 'unreadable' })
  })

  test('never stops the next scan, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)), maxLength: 80 }),
        (text) => {
          expect(['own', 'other-event', 'foreign', 'unreadable']).toContain(readBadge(text, 'NEC').kind)
        },
      ),
    )
  })
})
