/**
 * Guesses how the letters of a list are written where its bytes do not say: in which encoding do they make words that could stand in a list of
 * names? No library that detects encodings is used: they count letters of long texts, and guess wrongly of a few names.
 */
import { type CodePage, decodeByPage } from './code-pages.ts'

/** The likeliest first: where two read equally well, the first is taken. */
const CANDIDATES = ['windows-1252', 'macintosh', 'windows-1250', 'iso-8859-2', 'ibm850'] as const satisfies CodePage[]
type Candidate = (typeof CANDIDATES)[number] | 'utf-8'

/** The letters beyond a to z that stand together in one name. Letters of two of these in one word make none. */
const LETTERS: readonly (readonly [language: string, letters: string])[] = [
  ['French', 'éèêëàâîïôùûüçœÿ'],
  ['German', 'äöüßé'],
  ['Spanish', 'áéíóúüñ'],
  ['Catalan', 'àèéíïòóúüç'],
  ['Portuguese', 'áâãàçéêíóôõú'],
  ['Italian', 'àèéìíòóùú'],
  ['Danish and Norwegian', 'æøåéüöä'],
  ['Swedish and Finnish', 'åäöéü'],
  ['Icelandic', 'áðéíóúýþæö'],
  ['Irish and Gaelic', 'áéíóúàèìòù'],
  ['Welsh', 'âêîôûŵŷäëïöáéàèìòù'],
  ['Dutch', 'éëïöüóèç'],
  ['Albanian', 'ëç'],
  ['Turkish', 'çöüâî'],
  ['Estonian', 'äöõüšž'],
  ['Polish', 'ąćęłńóśźż'],
  ['Czech', 'áčďéěíňóřšťúůýž'],
  ['Slovak', 'áäčďéíĺľňóôŕšťúýž'],
  ['Hungarian', 'áéíóöőúüű'],
  ['Romanian', 'ăâîşţșț'],
  ['Croatian and Slovene', 'čćđšž'],
]
/** Those that names in Britain have most. The others are a little less likely. */
const COMMON = new Set('éèêëàâáäãåæçîïíìñôöóòøúùüûß')
const RARE = 0.8
/** Where letters of names in Western Europe hardly ever stand, and those of Central Europe that are written with the same byte often do. */
const UNLIKELY = /ã(?![eos]|$)|õ(?!e)|ñ(?![aeiouáéíóú])|(?<=[aou])ø|(?<=[aeou])ö|è$|æ$|^ð|(?<!^)þ/iu
const ODD = 0.6
/** What each language more takes from an encoding that needs it to be read: most lists hold the names of few. */
const ONE_MORE_LANGUAGE = 0.3
/** So many different words are looked at. */
const MOST_WORDS = 3000

/** The encoding that makes most sense of these bytes; `windows-1252`, what Excel writes in Britain, where none makes any. */
export function guessEncoding(bytes: Uint8Array): Candidate {
  const words = wordsIn(bytes)
  let best: { candidate: Candidate; score: number } = { candidate: 'windows-1252', score: 0 }
  for (const candidate of [...CANDIDATES, 'utf-8'] as const) {
    const texts = words.map((word) =>
      candidate === 'utf-8' ? new TextDecoder().decode(word) : decodeByPage(candidate, word),
    )
    const score = texts.reduce((sum, text) => sum + likelihoodOf(text), 0) - languagesOf(texts) * ONE_MORE_LANGUAGE
    if (score > best.score) best = { candidate, score }
  }
  return best.candidate
}

/** What stands between two bytes that are no letters, where it holds one beyond ASCII; each once. */
function wordsIn(bytes: Uint8Array): Uint8Array[] {
  const words = new Map<string, Uint8Array>()
  for (let from = 0; from < bytes.length && words.size < MOST_WORDS; from++) {
    if (!isOfWord(bytes[from])) continue
    let to = from
    let isBeyond = false
    for (; to < bytes.length && to < from + 60 && isOfWord(bytes[to]); to++) isBeyond ||= (bytes[to] ?? 0) >= 0x80
    const word = bytes.subarray(from, to)
    if (isBeyond) words.set(Buffer.from(word).toString('latin1'), word)
    from = to
  }
  return [...words.values()]
}

const isOfWord = (byte = 0): boolean => byte >= 0x80 || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)
const isLetter = (character: string | undefined): boolean =>
  character !== undefined && /[\p{Lu}\p{Ll}]/u.test(character)
const isCapital = (character: string | undefined): boolean => character !== undefined && /\p{Lu}/u.test(character)

/** How likely a word is to stand in a list of names, from 0 to 1: as likely as its least likely part. */
function likelihoodOf(word: string): number {
  let least = 1
  for (const { 0: part, index } of word.matchAll(/[\p{Lu}\p{Ll}]+|./gsu))
    least = Math.min(least, isLetter(part[0]) ? ofLetters(part) : ofMark(part, word[index - 1], word.slice(index + 1)))
  return least
}

function ofLetters(part: string): number {
  const beyond = [...part].filter((letter) => letter > '\u007f')
  if (beyond.length === 0) return 1
  if (!isInCase(part) || !LETTERS.some(([, letters]) => isWithin(beyond, letters))) return 0
  if (part.length === 1) return 0.5
  // Nobody’s name begins with a small one.
  const isSmallFirst = part.charCodeAt(0) > 0x7f && !isCapital(part[0])
  if (isSmallFirst || UNLIKELY.test(part)) return ODD
  return beyond.every((letter) => COMMON.has(letter.toLowerCase())) ? 1 : RARE
}

const isWithin = (beyond: readonly string[], letters: string): boolean =>
  beyond.every((letter) => letters.includes(letter.toLowerCase()))

/** Letters beyond ASCII are capitals where a word begins, or is in capitals altogether; nowhere else. */
function isInCase(part: string): boolean {
  const plain = part.replaceAll(/[^a-z]/gi, '')
  const isShouted = plain.length > 1 && plain === plain.toUpperCase()
  return Array.from(part).every((letter, index, all) => {
    if (letter <= '\u007f') return true
    if (isShouted) return isCapital(letter)
    return isCapital(letter) ? index === 0 : !isCapital(all[index + 1])
  })
}

/** A mark beside the letter before it and what comes after it. */
function ofMark(mark: string, before: string | undefined, after: string): number {
  const isAfter = isLetter(before)
  const isBefore = isLetter(after[0])
  switch (mark) {
    case '\u2019':
      // O’Brien, Ada’s and James’; now and then a sound within a word.
      if (!isAfter) return 0
      return isCapital(after[0]) || after === 's' || (after === '' && before === 's') ? 1 : ODD
    case '\u2018':
    case '\u201c':
    case '\u00ab':
      return isAfter ? 0 : 1
    case '\u201d':
    case '\u00bb':
      return isBefore ? 0 : 1
    case '\u2013':
    case '\u2014':
    case '\u00a0':
      return isAfter && isBefore ? 0.5 : 0.9
    case '\u2026':
      return isBefore ? 0.3 : 0.9
    case '\u2022':
    case '\u00b7':
    case '\u00a3':
    case '\u20ac':
      return isAfter || isBefore ? 0 : 0.9
    case '\u00b0':
    case '\u00ba':
    case '\u00bd':
    case '\u00bc':
    case '\u2122':
    case '\u00ae':
    case '\u00a9':
      return isBefore ? 0 : 0.4
    default:
      return 0
  }
}

/** How many languages have these words, as few as can be: always the one that most of those left are of. */
function languagesOf(texts: readonly string[]): number {
  let left = texts
    .flatMap((text) => text.match(/[\p{Lu}\p{Ll}]+/gu) ?? [])
    .map((part) => [...part].filter((letter) => letter > '\u007f'))
    .filter((beyond) => beyond.length > 0 && LETTERS.some(([, letters]) => isWithin(beyond, letters)))
  let languages = 0
  for (; left.length > 0; languages++) {
    const rests = LETTERS.map(([, letters]) => left.filter((beyond) => !isWithin(beyond, letters)))
    left = rests.reduce((least, rest) => (rest.length < least.length ? rest : least), left)
  }
  return languages
}
