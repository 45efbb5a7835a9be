import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { fc, runs } from '../../test/support/chance.ts'
import {
  asGiven,
  optionalEmail,
  optionalLine,
  reasonSchema,
  requiredName,
  requiredText,
  said,
  tidyEmail,
  tidyLine,
  tidyText,
} from './text.ts'

/** What a person pastes without knowing, and what takes two names apart that look alike. */
const HIDDEN = Array.from(
  '\u0000\u0007\u007f\u0085\u00ad\u034f\u061c\u115f\u1160\u17b4\u180b\u180c\u180d\u180e\u200b\u200c\u200d\u200e\u200f' +
    '\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\u206f\u3164\ufe0e\ufe0f\ufeff\uffa0' +
    '\ufdd0\ufdef\ufff9\ufffc\ufffe\uffff\u{1fffe}\u{10ffff}\u{e0001}\u{e0041}\u{e0100}',
)
const HALVES = ['\ud83d', '\ude00']

/** Any half or whole character, and often one that means trouble beside another. */
const character = fc.oneof(
  fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  fc.constantFrom(...HIDDEN, ...HALVES),
  fc.constantFrom(
    ...Array.from(' \t\n\r\v\u00a0\u2028\u2800\u0308\u0301\u094d\u0d4de1#Ã한\u1100\u1161ب葛ᠠ❤🏴👩👧🏽\u20e3\u{e007f}'),
  ),
)
const anything = fc.string({ unit: character, maxLength: 14 })

describe('what is written can be read back as written', () => {
  test('tidying is done once: again it changes nothing, and its result has no half characters', () => {
    fc.assert(
      fc.property(anything, (text) => {
        for (const tidy of [tidyLine, tidyText, tidyEmail]) {
          const once = tidy(text)
          expect(once.isWellFormed()).toBe(true)
          expect(once).toBe(once.trim())
          if (tidy !== tidyEmail) expect(tidy(once)).toBe(once)
        }
        expect(tidyText(tidyLine(text))).toBe(tidyLine(text))
      }),
      { numRuns: runs(3000) },
    )
  })

  test('a tidy text survives the database and JSON', () => {
    const db = new Database(':memory:')
    onTestFinished(() => void db.close())
    db.exec('CREATE TABLE kept (text TEXT NOT NULL) STRICT')
    const write = db.prepare<[string]>('INSERT INTO kept VALUES (?)')
    const read = db.prepare<[], { text: string }>('SELECT text FROM kept ORDER BY rowid DESC LIMIT 1')
    const find = db.prepare<[string], { n: number }>('SELECT count(*) AS n FROM kept WHERE text = ?')
    fc.assert(
      fc.property(anything, (text) => {
        for (const tidied of [tidyLine(text), tidyText(text), asGiven(50).parse(text)]) {
          write.run(tidied)
          expect(read.get()?.text).toBe(tidied)
          expect(find.get(tidied)?.n).toBeGreaterThan(0)
          const bytes = Buffer.from(JSON.stringify({ tidied }))
          expect(JSON.parse(bytes.toString('utf8'))).toEqual({ tidied })
        }
      }),
      { numRuns: runs(300) },
    )
  })

  test.each(HALVES)('half an emoji (%j) becomes the sign for what could not be read', (half) => {
    expect(tidyLine(`Ewa ${half}`)).toBe('Ewa \ufffd')
    expect(requiredText(50, 'Write').parse(`${half} one\ntwo`)).toBe('\ufffd one\ntwo')
    expect(said.parse(half)).toBe('\ufffd')
    expect(asGiven(9).parse(`a${half}`)).toBe('a\ufffd')
  })
})

describe('what nobody can see is not kept', () => {
  test.each(HIDDEN.map((hidden) => [hidden.codePointAt(0)?.toString(16).padStart(4, '0'), hidden]))(
    'U+%s',
    (_code, hidden) => {
      expect(tidyLine(`Ewa${hidden} Ka${hidden}ur${hidden}`)).toBe('Ewa Kaur')
      expect(tidyLine(`${hidden} ${hidden}`)).toBe('')
      expect(optionalLine(20).parse(hidden)).toBe('')
      expect(optionalEmail.parse(`${hidden}ewa@el${hidden}mdon.example${hidden}`)).toBe('ewa@elmdon.example')
      expect(requiredName(50, 'Write a name').safeParse(hidden).success).toBe(false)
      expect(reasonSchema.safeParse(hidden).success).toBe(false)
    },
  )

  test('blanks of every kind are spaces, at the ends nothing, and lines end in one way', () => {
    expect(tidyLine('\u2800Ewa\u00a0\u2003\vKaur\u2028')).toBe('Ewa Kaur')
    expect(tidyLine('\u2800\u2800')).toBe('')
    expect(tidyText(' one\r\ntwo\vthree\u2029four\tfive ')).toBe('one\ntwo\nthree\nfour\tfive')
  })

  test('a mark with no letter under it is nothing', () => {
    expect(tidyLine('\u0301 \u200d')).toBe('')
  })
})

describe('what a name needs is kept', () => {
  test.each([
    ['a Persian word of two parts', 'نمونه\u200cای'],
    ['a Kurdish name', 'ئه\u200cحمه\u200cد'],
    ['a Sinhala name', 'ශ්\u200dරී ලංකා'],
    ['a Malayalam name as older keyboards end it', 'അവന\u0d4d\u200d'],
    ['a Hindi name without a ligature', 'क्\u200cष'],
    ['marks that do not compose', 'Q\u0308wx\u0323\u0301'],
    ['a Japanese name in its own shape', '葛\u{e0100}城'],
    ['a Mongolian word', 'ᠠ\u180bᠮ\u180eᠠ'],
    ['a family', '👩\u200d👩\u200d👧 Ada'],
    ['a heart on fire, in colour', '❤\ufe0f\u200d🔥'],
    ['a woman with a skin and a job', '👩🏽\u200d⚕\ufe0f'],
    ['a keycap', '1\ufe0f\u20e3'],
    ['the flag of Wales', '🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}'],
    ['Hangul', '한글'],
  ])('%s', (_what, name) => {
    expect(tidyLine(name)).toBe(name)
    expect(requiredName(50, 'Write a name').parse(name)).toBe(name)
  })

  test.each(['Ewa', '田', '7', '👩', '★', 'ـ'])('%s says something', (name) => {
    expect(requiredName(9, 'Write a name').safeParse(name).success).toBe(true)
  })

  test.each(['—', '...', '\ufffd', '\ud83d', '"?"'])('%j does not, and the sentence says what would', (name) => {
    expect(
      requiredName(9, 'Write a name')
        .safeParse(name)
        .error?.issues.map(({ message }) => message),
    ).toEqual(['This needs at least one letter or number'])
  })

  test('where nothing is written, one sentence says what to write', () => {
    expect(
      requiredName(9, 'Write a name')
        .safeParse(' \u200b ')
        .error?.issues.map(({ message }) => message),
    ).toEqual(['Write a name'])
  })
})

describe('an e-mail address is understood as it is pasted', () => {
  test.each([
    ['Ewa@Elmdon.example', 'ewa@elmdon.example'],
    ['\u202amailto:ewa@elmdon.example\u202c', 'ewa@elmdon.example'],
    ['<ewa@elmdon.example>;', 'ewa@elmdon.example'],
    [' ewa@elmdon.example.\u00a0', 'ewa@elmdon.example'],
    ['', ''],
  ])('%j', (pasted, meant) => {
    expect(optionalEmail.parse(pasted)).toBe(meant)
  })

  test('what is none is refused in words', () => {
    expect(optionalEmail.safeParse('ewa at elmdon').error?.issues.map(({ message }) => message)).toEqual([
      'Write an e-mail address like name@example.org, or leave it empty',
    ])
  })
})
