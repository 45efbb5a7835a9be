import { describe, expect, test } from 'vitest'
import { fc, runs } from '../../../test/support/chance.ts'
import { type CodePage, decodeByPage } from './code-pages.ts'
import { guessEncoding } from './guess-encoding.ts'

const BEYOND = Uint8Array.from({ length: 128 }, (_, index) => 0x80 + index)
/** The bytes of a text in an encoding that has all of its letters. */
function written(text: string, page: CodePage): Uint8Array {
  const beyond = decodeByPage(page, BEYOND)
  const bytes = [...text].map((character) =>
    character <= '\u007f' ? character.charCodeAt(0) : beyond.indexOf(character) + 0x80,
  )
  if (bytes.includes(0x7f)) throw new Error(`${text} cannot be written in ${page}`)
  return Uint8Array.from(bytes)
}
const readBack = (text: string, page: CodePage): string => {
  const bytes = written(text, page)
  const guess = guessEncoding(bytes)
  return guess === 'utf-8' ? new TextDecoder().decode(bytes) : decodeByPage(guess, bytes)
}

// Invented people with names as they are borne in Britain, Poland, Czechia, Hungary, Romania, Croatia.
const WESTERN = [
  'Zoë Café',
  'Renée Øster',
  'Siân Griffiths-Wên',
  'Chloé O’Brien',
  'José García Núñez',
  'Jürgen Müller',
  'Søren Jørgensen',
  'François Lefèvre',
  'Åsa Lindström',
  'Seán Ó Sé',
  'Inês Gonçalves',
  'Björn Weiß',
  'Gaël Benoît',
  'Niamh Ní Bhriain',
  'Anaïs Fournière',
]
const CENTRAL = [
  'Łukasz Wiśniewski',
  'Michał Dąbrowski',
  'Małgorzata Wójcik',
  'Paweł Żak',
  'Jiří Dvořák',
  'Růžena Černá',
  'Gergő Erdős',
  'Ştefan Rădulescu',
  'Ţepeş Ionuţ',
  'Željko Kovačić',
  'Zdeněk Šťastný',
  'Győző Szűcs',
]

describe('encodings of one byte a letter', () => {
  test.each(['macintosh', 'windows-1250', 'iso-8859-2'] as const)('%s is as the Encoding Standard has it', (page) => {
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte)
    expect(decodeByPage(page, bytes)).toBe(new TextDecoder(page).decode(bytes))
  })
})

describe('how letters are written, where nothing says so', () => {
  test.each(['windows-1252', 'macintosh'] as const)(
    'names of Western Europe in %s, each in a list of its own',
    (page) => {
      expect(WESTERN.map((name) => readBack(name, page))).toEqual(WESTERN)
    },
  )

  test.each(['windows-1250', 'iso-8859-2'] as const)(
    'names of Central Europe in %s, each in a list of its own',
    (page) => {
      expect(CENTRAL.map((name) => readBack(name, page))).toEqual(CENTRAL)
    },
  )

  test('names in capitals, and letters that two encodings have of which one is commoner', () => {
    expect(readBack('RENÉE JØRGENSEN', 'macintosh')).toBe('RENÉE JØRGENSEN')
    expect(readBack('BOŻENA JĘDRZEJCZYK', 'windows-1250')).toBe('BOŻENA JĘDRZEJCZYK')
    expect(readBack('Jörg Schröder', 'macintosh')).toBe('Jörg Schröder')
  })

  test('what MS-DOS wrote, and UTF-8 of which a letter was cut off', () => {
    for (const name of ['Renée Øster', 'Jürgen Müller', 'Seán Ó Sé']) expect(readBack(name, 'ibm850')).toBe(name)
    const whole = new TextEncoder().encode('Zoë Café, Chloé, Renée')
    expect(guessEncoding(whole.subarray(0, -1))).toBe('utf-8')
  })

  test.each([
    ['nothing but a price', '£5 each', 'windows-1252'],
    ['nothing that makes sense', '\u00d7\u00f7\u00ac', 'windows-1252'],
    ['names in capitals', 'RENÉE ØSTER, JÜRGEN MÜLLER', 'windows-1252'],
    ['an apostrophe and nothing else', 'Orla O’Shea', 'windows-1252'],
  ] as const)('%s is what Excel writes in Britain', (_what, text, page) => {
    expect(readBack(text, page)).toBe(text)
  })

  test('some of them together, in any order, in any encoding that has them', () => {
    const lists = fc.oneof(
      fc.tuple(fc.subarray(WESTERN, { minLength: 3 }), fc.constantFrom<CodePage>('windows-1252', 'macintosh')),
      fc.tuple(fc.subarray(CENTRAL, { minLength: 2 }), fc.constantFrom<CodePage>('windows-1250', 'iso-8859-2')),
    )
    fc.assert(
      fc.property(lists, ([names, page]) => {
        const list = ['Name,Organisation', ...names.map((name) => `${name},Brightmoor`)].join('\n')
        expect(readBack(list, page)).toBe(list)
      }),
      { numRuns: runs(100) },
    )
  })
})
