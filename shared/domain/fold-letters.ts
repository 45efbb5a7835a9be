/** Letters as people type them: without case, accents or the letters that a British keyboard does not have. */

// Letters that Unicode does not take apart.
const SPELT: Record<string, string> = {
  ø: 'o',
  ł: 'l',
  ß: 'ss',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'ng',
  ə: 'e',
  ɓ: 'b',
  ɗ: 'd',
  ƙ: 'k',
  ĸ: 'k',
  ς: 'σ',
  ة: 'ه',
  ى: 'ي',
  ٱ: 'ا',
  ی: 'ي',
  ک: 'ك',
}

// Accents of alphabets whose words are known without them. Vowel signs of Indian scripts are part of the word and stay.
const ACCENTS = /[\p{Mn}&&[\p{Script=Inherited}\p{Script=Hebrew}\p{Script=Arabic}]]|\u0640/gv
const APOSTROPHES = /['’‘‛ʼʻʾʿ`´′＇]/
const HYPHENS = /\p{Pd}/u
const IDEOGRAPH = /\p{Script=Han}/u
// The consonant that a Korean syllable starts with, once taken apart.
const SYLLABLE_START = /[\u1100-\u115f]/

function foldSlowly(character: string): string {
  if (APOSTROPHES.test(character)) return "'"
  if (HYPHENS.test(character)) return '-'
  if (character === ',') return ','
  // Marks that are not seen (soft hyphens, direction marks, joiners) divide nothing.
  if (/\p{Cf}/u.test(character)) return ''
  let folded = ''
  for (const letter of character.toLowerCase().normalize('NFKD').replace(ACCENTS, '')) folded += SPELT[letter] ?? letter
  if (folded === '') return /\p{M}/u.test(character) ? '' : ' '
  if (!/^[\p{L}\p{N}\p{M}]+$/u.test(folded)) return ' '
  // Chinese characters and Korean syllables are words of their own: names in them are written without spaces.
  if (IDEOGRAPH.test(folded)) return ` ${folded} `
  return SYLLABLE_START.test(folded.charAt(0)) ? ` ${folded}` : folded
}

const tableFrom = (start: number, end: number): readonly string[] =>
  Array.from({ length: end - start }, (_, index) => foldSlowly(String.fromCharCode(start + index)))
// Nearly every name is in these: Latin letters, and those with the marks of Vietnamese and Yoruba.
const LATIN = tableFrom(0, 0x250)
const MORE_LATIN_FROM = 0x1e00
const MORE_LATIN = tableFrom(MORE_LATIN_FROM, 0x1f00)

/**
 * One character folded: small letters without accents; `'`, `-` and `,` for any apostrophe, hyphen and comma; a space for
 * whatever divides words; nothing for what is not seen. Chinese characters and Korean syllables bring spaces with them.
 */
export function foldCharacter(character: string): string {
  const code = character.codePointAt(0) ?? -1
  return LATIN[code] ?? MORE_LATIN[code - MORE_LATIN_FROM] ?? foldSlowly(character)
}

/** A text with every character folded. */
export function foldText(text: string): string {
  // Most names are plain, and an import has a hundred thousand of them.
  if (/^[a-z ]*$/i.test(text)) return text.toLowerCase()
  let folded = ''
  for (const character of text) folded += foldCharacter(character)
  return folded
}

/**
 * How many letters a folded word counts for when a kiosk waits for three before it lists anybody. A Chinese character, a
 * Japanese kana or a Korean syllable counts for two: a name in them is often two characters and never gets to three, while
 * one alone is a family name that millions share, which is no more than two letters of ours give away. Digits count nothing.
 */
export function lettersIn(word: string): number {
  if (/^[a-z]*$/.test(word)) return word.length
  let letters = 0
  for (const character of word) {
    if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character)) letters += 2
    else if (/[\p{L}\p{M}]/u.test(character) && !/[\u11a8-\u11ff]/.test(character)) letters += 1
  }
  return letters
}
