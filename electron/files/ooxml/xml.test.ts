import { describe, expect, test } from 'vitest'
import { hasEscapes, plainXmlText, xmlText } from './xml.ts'
import { fc, runs } from '../../../test/support/chance.ts'

/** What a spreadsheet does with the text of a cell: the entities first, then the escapes. */
function asRead(xml: string): string {
  const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }
  return xml
    .replace(/&(?:amp|lt|gt|quot);/g, (found) => entities[found] ?? found)
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

// oxlint-disable-next-line no-control-regex
const NOT_XML = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/

// Strings made of what gives trouble, so that an escape often meets the start of another.
const error = fc
  .array(
    fc.constantFrom(
      '_',
      'x',
      'X',
      '0',
      '4',
      '1',
      'D',
      '\u0001',
      '\r',
      '\ud83d',
      '\ude00',
      '&',
      '<',
      '"',
      '_x0041',
      '_x005F_',
      '\uffff',
      '😀',
    ),
  )
  .map((pieces) => pieces.join(''))

/** Any 16-bit units, halves of letters among them. */
const anyUnits = fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) })

describe('text as XML', () => {
  test('whatever a scanner or a person typed comes back as it was, and the file stays readable', () => {
    fc.assert(
      fc.property(fc.oneof(error, anyUnits, fc.string({ unit: 'grapheme' })), (text) => {
        const xml = xmlText(text)
        expect(asRead(xml)).toBe(text)
        expect(xml).not.toMatch(NOT_XML)
        expect(xml.isWellFormed()).toBe(true)
        expect(hasEscapes(text)).toBe(/_x[0-9A-F]{4}_/.test(xml))
      }),
      { numRuns: runs(1_000) },
    )
  })

  test('a delegate who writes what looks like an escape gets those very letters back', () => {
    expect(xmlText('_x0041_')).toBe('_x005F_x0041_')
    // Here the escape of the control character would complete a false one.
    expect(xmlText('_x0041\u0001')).toBe('_x005F_x0041_x0001_')
    expect(xmlText('snake_case & more')).toBe('snake_case &amp; more')
  })

  test('the document’s title has no escapes, so what XML cannot hold is shown as a replacement mark', () => {
    expect(plainXmlText('Day\u0001 one & _x0041_ \ud83d')).toBe('Day\ufffd one &amp; _x0041_ \ufffd')
  })
})
