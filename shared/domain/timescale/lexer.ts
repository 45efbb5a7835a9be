/** Cuts what somebody said into tokens. */
import { dayOf, partsOf } from './civil-day.ts'
import { MONTHS, plain } from './plain.ts'
import { meantBy } from './spelling.ts'
import type { Token } from './token.ts'
import { isWord, knownAt } from './dictionary.ts'

/** A piece of what was said: a word or a number as it stands, or what a group of digits is. */
type Piece = { text: string } | { tokens: readonly Token[] }

type Reader = { pattern: RegExp; read: (match: RegExpExecArray, year: number, after: string) => Piece | null }
const is = (...tokens: Token[]): Piece => ({ tokens })
const MONTH_TOKENS = 'january february march april may june july august september october november december'.split(' ')
const monthToken = (month: number): Token[] => {
  const entry = knownAt(MONTH_TOKENS, month - 1)
  return entry === null ? [] : [entry.token]
}
const fullYear = (year: number): number => (year < 100 ? 2000 + year : year)

function date(day: number, month: number, year: number): Piece {
  const { month: reached } = partsOf(dayOf(year, month, day))
  return month >= 1 && month <= 12 && day >= 1 && reached === month
    ? is({ kind: 'date', day, month, year })
    : is({ kind: 'broken' })
}

/** “24/25 March”, “16-17 year olds”: figures that are no years. */
const COUNTED = new RegExp(
  `^\\s*(?:(?:${MONTHS}|day|week|month|hour|working|yo|y o|children|people)s?\\b|(?:year|yr)s?\\b(?!.end))`,
)

const READERS: readonly Reader[] = [
  { pattern: /\d{1,2}(?:[:.]\d\d)? ?(?:am|pm)\b|\d{1,2}:\d\d\b/y, read: () => is({ kind: 'filler' }) },
  { pattern: /24\/7\b|\d{1,2}\/52\b/y, read: () => is({ kind: 'flag', flag: 'vague' }) },
  { pattern: /(20\d\d)([/.-])(\d{1,2})\2(\d{1,2})\b/y, read: ([, y, , m, d]) => date(Number(d), Number(m), Number(y)) },
  {
    pattern: /(\d{1,2}) ?([/.-]) ?(\d{1,2}) ?\2 ?(20\d\d|\d\d)\b/y,
    // “31/3/2023-24”
    read: ([, d, , m, y], _year, after) =>
      /^-\d\d\b(?![/.])/.test(after) ? is({ kind: 'broken' }) : date(Number(d), Number(m), fullYear(Number(y))),
  },
  {
    pattern: /(\d{1,2}) (\d{1,2}) (20\d\d|\d\d)\b(?! ?[/.-]?\d)/y,
    read: ([, d, m, y]) => date(Number(d), Number(m), fullYear(Number(y))),
  },
  {
    pattern: /(0?[1-9]|1[0-2])[/.-](20\d\d)\b/y,
    read: ([, m, y]) => is(...monthToken(Number(m)), { kind: 'year', year: Number(y) }),
  },
  {
    pattern: /(20\d\d) ?[/-] ?(20)?(\d\d)\b/y,
    read: ([, first, century, second]) => {
      const [one, other] = [Number(first), Number(second)]
      if ((one + 1) % 100 === other) return is({ kind: 'years', first: one })
      if (century !== undefined)
        return is({ kind: 'year', year: one }, { kind: 'join', join: '-' }, { kind: 'year', year: 2000 + other })
      return other >= 1 && other <= 12 ? is(...monthToken(other), { kind: 'year', year: one }) : is({ kind: 'broken' })
    },
  },
  {
    pattern: /(\d\d) ?([/-]) ?(\d\d)\b/y,
    read: ([, first, , second], year, after) => {
      const one = 2000 + Number(first)
      const isYears = Number(first) + 1 === Number(second) && Number(first) > 12 && one >= year - 1 && one <= year + 15
      return isYears && !COUNTED.test(after) ? is({ kind: 'years', first: one }) : null
    },
  },
  {
    // “05/27”: no day has a month of 27, and it is a year that is near.
    pattern: /(0?[1-9]|1[0-2])\/(\d\d)\b/y,
    read: ([, month, short], year, after) => {
      const isYear = Number(short) > 12 && 2000 + Number(short) >= year && 2000 + Number(short) <= year + 5
      return isYear && !COUNTED.test(after)
        ? is(...monthToken(Number(month)), { kind: 'year', year: 2000 + Number(short) })
        : null
    },
  },
  {
    pattern: /(\d{1,2})([/.])(\d{1,2})\b/y,
    read: ([, first, mark, second], _year, after) => {
      const [day, month] = [Number(first), Number(second)]
      const isDay = month >= 1 && month <= 12 && day >= 1 && day <= 31
      if (COUNTED.test(after) || (mark === '.' && (!isDay || /^\s*[a-z]/.test(after)))) return null
      if (!isDay) return { text: `${first}${mark}${second}` }
      const isOdd = (month === 12 && day <= 12) || (month === 7 && day <= 7)
      return is({ kind: 'date', day, month, year: null, ...(isOdd ? { isOdd } : {}) })
    },
  },
  { pattern: /\d+\+|\d+s\b|\d{1,2} ?(?:yos?|y\/o)\b/y, read: () => is({ kind: 'flag', flag: 'age' }) },
  { pattern: /\d{1,2}(?:st|nd|rd|th)\b/y, read: ([text]) => ({ text }) },
  { pattern: /20\d\d(?![\d.])/y, read: ([year]) => is({ kind: 'year', year: Number(year) }) },
  { pattern: /\d+(?:\.\d+)?/y, read: ([text]) => ({ text }) },
  { pattern: /-+/y, read: () => is({ kind: 'join', join: '-' }) },
  { pattern: /\//y, read: () => is({ kind: 'join', join: '/' }) },
  { pattern: /[.,;:]+/y, read: () => is({ kind: 'join', join: ',' }) },
]

const WORD = /(?:q|h|ks)[1-6]\b|\p{L}+/uy

function pieceAt(text: string, at: number, year: number): { piece: Piece; end: number } {
  WORD.lastIndex = at
  const word = WORD.exec(text)
  if (word !== null) return { piece: { text: word[0] }, end: at + word[0].length }
  for (const { pattern, read } of READERS) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match === null) continue
    const end = at + match[0].length
    const piece = read(match, year, text.slice(end))
    if (piece !== null) return { piece, end }
  }
  return { piece: { text: text[at] ?? '' }, end: at + 1 }
}

function tokenOf(text: string): Token {
  const ordinal = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(text)
  if (ordinal !== null) return { kind: 'ordinal', value: Number(ordinal[1]), isDigits: true }
  if (/^\d/.test(text) && Number.isFinite(Number(text))) return { kind: 'number', value: Number(text) }
  return { kind: 'word', text, isLight: false }
}

/** What was said in `year`, in tokens: the longest of the known words at each place. */
export function tokensOf(words: string, year: number): Token[] {
  const text = plain(words)
  const pieces: Piece[] = []
  for (let at = 0; at < text.length;) {
    if (/\s/.test(text[at] ?? '')) {
      at++
      continue
    }
    const { piece, end } = pieceAt(text, at, year)
    pieces.push('text' in piece && !isWord(piece.text) ? { text: meantBy(piece.text) } : piece)
    at = end
  }
  const texts = pieces.map((piece) => ('text' in piece ? piece.text : ''))
  const tokens: Token[] = []
  for (let index = 0; index < pieces.length;) {
    const piece = pieces[index]
    const entry = knownAt(texts, index)
    if (entry !== null) tokens.push(entry.token)
    else if (piece !== undefined) tokens.push(...('tokens' in piece ? piece.tokens : [tokenOf(piece.text)]))
    index += entry?.words.length ?? 1
  }
  return tokens
}
