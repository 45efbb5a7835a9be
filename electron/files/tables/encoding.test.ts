import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { decode } from './encoding.ts'

const utf16le = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'))
const utf16be = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le').swap16())
const NAMES = 'Name,Town\nZoë O’Brien,Kraków\n'

describe('The bytes of a list say how they were written', () => {
  test('UTF-8 with and without a byte-order mark is UTF-8, for certain', () => {
    for (const mark of ['', '\uFEFF']) {
      expect(decode(new TextEncoder().encode(mark + NAMES), null)).toEqual({
        text: NAMES,
        encoding: 'utf-8',
        guessed: false,
      })
    }
  })

  test('UTF-16 is known by its mark, and guessed by its zeros', () => {
    expect(decode(utf16le(`\uFEFF${NAMES}`), null)).toEqual({ text: NAMES, encoding: 'utf-16le', guessed: false })
    expect(decode(utf16be(`\uFEFF${NAMES}`), null)).toEqual({ text: NAMES, encoding: 'utf-16be', guessed: false })
    expect(decode(utf16le(NAMES), null)).toEqual({ text: NAMES, encoding: 'utf-16le', guessed: true })
    expect(decode(utf16be(NAMES), null)).toEqual({ text: NAMES, encoding: 'utf-16be', guessed: true })
  })

  test('What Excel writes in Britain is Windows-1252, and that is a guess', () => {
    // Z o ë space O ’ B r i e n, then the euro sign: 0xeb is the same in Latin-1, 0x92 and 0x80 are not.
    const bytes = Uint8Array.of(0x5a, 0x6f, 0xeb, 0x20, 0x4f, 0x92, 0x42, 0x72, 0x69, 0x65, 0x6e, 0x20, 0x80)
    expect(decode(bytes, null)).toEqual({ text: 'Zoë O’Brien €', encoding: 'windows-1252', guessed: true })
  })

  test('Every byte of Windows-1252 is what the WHATWG Encoding Standard says', () => {
    const euro =
      decode(
        Uint8Array.from({ length: 32 }, (_, index) => 0x80 + index),
        'windows-1252',
      )?.text ?? ''
    expect(euro).toBe('€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ')
    const latin =
      decode(
        Uint8Array.from({ length: 96 }, (_, index) => 0xa0 + index),
        'windows-1252',
      )?.text ?? ''
    expect(Array.from(latin, (character) => character.charCodeAt(0))).toEqual(
      Array.from({ length: 96 }, (_, index) => 0xa0 + index),
    )
  })

  test('A person may say otherwise, and then it is not a guess', () => {
    const bytes = new TextEncoder().encode('Zoë')
    expect(decode(bytes, 'windows-1252')).toEqual({ text: 'ZoÃ«', encoding: 'windows-1252', guessed: false })
    expect(decode(Uint8Array.of(0x5a, 0xeb), 'utf-8')?.text).toBe('Z\u{fffd}')
  })

  test('What Excel for Mac wrote is told as a guess, and can be read as anything else', () => {
    const bytes = readFileSync(new URL('../../../test/cases/mac-roman.csv', import.meta.url))
    expect(decode(bytes, null)).toEqual({
      text: 'Name,Organisation\nZoë Café,Brightmoor\nRenée Øster,Ash Lane\n',
      encoding: 'macintosh',
      guessed: true,
    })
    expect(decode(bytes, 'windows-1252')).toMatchObject({ encoding: 'windows-1252', guessed: false })
    expect(decode(bytes, 'ibm850')?.text).toContain('Caf')
  })

  test('Bytes that are no text at all are refused', () => {
    expect(decode(Uint8Array.of(1, 2, 3, 0, 0, 0, 9, 7, 0, 200, 3, 0, 0), null)).toBeNull()
  })

  test('Every kind of line end becomes one, in every encoding', () => {
    const mixed = 'a\r\nb\rc\nd\r\n\r\ne\r'
    const plain = 'a\nb\nc\nd\n\ne\n'
    expect(decode(new TextEncoder().encode(mixed), null)?.text).toBe(plain)
    expect(decode(new TextEncoder().encode(mixed), 'windows-1252')?.text).toBe(plain)
    expect(decode(utf16be(`\uFEFF${mixed}`), null)?.text).toBe(plain)
  })
})
