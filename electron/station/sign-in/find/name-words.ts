/** Names taken apart into the words that people look for, and what people type into the search box. */
import { foldCharacter, foldText } from '../../../../shared/domain/fold-letters.ts'

export type NameWord = {
  text: string
  /** Another way to write or cut words of the name, which counts a little less: `brien` and `obrien` of “O Brien”. */
  alias: boolean
  /** The first and the last of the name's written words that this stands for. */
  from: number
  to: number
}

const setOf = (words: string) => new Set(words.split(' '))
const TITLES = setOf(
  'mr mrs ms miss mx dr doctor prof professor rev revd reverend cllr councillor fr pastor imam rabbi sgt insp supt',
)
// Titles that are somebody's name as well.
const TITLES_OR_NAMES = setOf('sir dame lord lady baroness hon')
const SUFFIXES = setOf(
  'jr jnr junior sr snr senior ii iii iv obe mbe cbe kbe dbe gbe qpm bem phd frcp frcn qc kc dl dphil msc bsc',
)
// Letters that are a name's own unless a comma divides them from it.
const SUFFIXES_AFTER_COMMA = setOf('ma ba md jp mp mep am llb llm pgce rn rgn rmn bed mba esq hon frsa')
const PARTICLES = setOf(
  'o d n l mc mac de da do dos das du di del della la le van von der den ter ten al el ul ur abu bin ibn binti ap ab st fitz ni nic ui san santa',
)
const MOST_WORDS = 10
const MOST_TYPED = 6

const LONG_UMLAUTS: Record<string, string> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ø: 'oe',
  å: 'aa',
  Ä: 'ae',
  Ö: 'oe',
  Ü: 'ue',
  Ø: 'oe',
  Å: 'aa',
}
const spellUmlauts = (name: string) =>
  name.normalize('NFC').replace(/[äöüøå]/gi, (letter) => LONG_UMLAUTS[letter] ?? letter)

/** A written word of a name: between spaces, hyphens and commas. */
type Chunk = {
  text: string
  /** What stands behind its last apostrophe: “brien” of “o'brien”. */
  inside: string
  /** A comma stands somewhere before it; a hyphen joins it to the next. */
  afterComma: boolean
  hyphenated: boolean
}

const [SPACE, APOSTROPHE, COMMA, HYPHEN] = [32, 39, 44, 45]

function cut(folded: string): Chunk[] {
  const chunks: Chunk[] = []
  let start = 0
  let apostrophe = -1
  let afterComma = false
  for (let index = 0; index <= folded.length; index++) {
    const code = index < folded.length ? folded.charCodeAt(index) : SPACE
    if (code === APOSTROPHE) apostrophe = index
    if (code !== SPACE && code !== COMMA && code !== HYPHEN) continue
    if (index > start) {
      const written = folded.slice(start, index)
      const text = apostrophe >= start ? written.replaceAll("'", '') : written
      const inside = apostrophe >= start ? folded.slice(apostrophe + 1, index) : ''
      if (text !== '') chunks.push({ text, inside, afterComma, hyphenated: code === HYPHEN })
    }
    if (code === COMMA) afterComma = true
    start = index + 1
  }
  return chunks
}

/** Which of the written words are the name itself, without titles before it and honours after it. */
function keep(chunks: readonly Chunk[]): { first: number; end: number } {
  const textAt = (index: number) => chunks[index]?.text ?? ''
  let first = 0
  let end = chunks.length
  while (end - first > 1 && TITLES.has(textAt(first))) first++
  const isHonour = (index: number) =>
    SUFFIXES.has(textAt(index))
      ? index - first > 1 || chunks[index]?.afterComma === true
      : // “Smith, Ma” is a family name and a given one; two words and then a comma are a whole name.
        chunks[index]?.afterComma === true &&
        chunks[first + 1]?.afterComma === false &&
        SUFFIXES_AFTER_COMMA.has(textAt(index))
  while (end - first > 1 && isHonour(end - 1)) end--
  return { first, end: Math.min(end, first + MOST_WORDS) }
}

const otherMac = (text: string): string =>
  /^mac.{4}/.test(text) ? `mc${text.slice(3)}` : /^mc.{3}/.test(text) ? `mac${text.slice(2)}` : ''

/** What two given names are called by their letters, where nobody could take that for a name: TJ, not Jo or Al. */
const SAID_AS_LETTERS = /^[^aeiou]{2}$/

/** The words of a person's name, its main ones before its aliases; at most ten and their aliases. */
export function wordsOfName(name: string): NameWord[] {
  const words = wordsOf(name)
  const [one, two, three] = words
  if (one === undefined || two === undefined || three === undefined || three.alias) return words
  const letters = one.text.charAt(0) + two.text.charAt(0)
  const isSaid = one.text.length > 1 && two.text.length > 1 && !PARTICLES.has(two.text) && SAID_AS_LETTERS.test(letters)
  if (isSaid) words.push({ text: letters, alias: true, from: one.from, to: two.to })
  return words
}

/** The main words of a person's name, folded, in their order. */
export const mainWordsOf = (name: string): string[] =>
  wordsOfName(name)
    .filter(({ alias }) => !alias)
    .map(({ text }) => text)

/** The words of any name, also of an organisation's; as `wordsOfName` without the letters that somebody goes by. */
export function wordsOf(name: string): NameWord[] {
  const chunks = cut(foldText(name))
  const { first, end } = keep(chunks)
  const weak = end - first > 1 && TITLES_OR_NAMES.has(chunks[first]?.text ?? '')
  const words: NameWord[] = []
  for (let index = weak ? first + 1 : first; index < end; index++) {
    words.push({ text: chunks[index]?.text ?? '', alias: false, from: index, to: index })
  }
  const add = (text: string, from: number, to: number): void => {
    if (text.length > 1 && words.every((word) => word.text !== text)) words.push({ text, alias: true, from, to })
  }
  if (weak) add(chunks[first]?.text ?? '', first, first)

  // O’Brien is looked for as “brien” too, and O Brien or Mary-Jane as one word, McKay as MacKay, J. P. as JP.
  for (let index = first; index < end; index++) {
    const chunk = chunks[index]
    if (chunk === undefined) continue
    if (chunk.inside.length > 2) add(chunk.inside, index, index)
    if (chunk.text.startsWith('m')) add(otherMac(chunk.text), index, index)
    let glued = chunk.text
    for (let next = index; next + 1 < end; next++) {
      const [here, following] = [chunks[next], chunks[next + 1]]
      if (here === undefined || following === undefined) break
      const isInitials = here.text.length === 1 && following.text.length === 1 && next === index
      if (!here.hyphenated && !PARTICLES.has(here.text) && !isInitials) break
      glued += following.text
      if (!PARTICLES.has(following.text) || following.hyphenated || isInitials) add(glued, index, next + 1)
    }
  }
  if (!/^[ -~]*$/.test(name)) {
    const spelt = cut(foldText(spellUmlauts(name)))
    for (let index = first; index < end; index++) add(spelt[index]?.text ?? '', index, index)
  }
  return words
}

/** A typed word; `spare` for a title or an honour, which need not be in the name. */
export type TypedWord = { text: string; spare: boolean }

/** What was typed, taken apart; at most six words. */
export function wordsOfQuery(query: string): TypedWord[] {
  const all = cut(foldText(query))
    .slice(0, MOST_TYPED)
    .map(({ text }) => text)
  return all.map((text, index) => ({
    text,
    spare:
      all.length > 1 &&
      (((TITLES.has(text) || TITLES_OR_NAMES.has(text)) && index < all.length - 1) ||
        (SUFFIXES.has(text) && index > 1 && index === all.length - 1)),
  }))
}

/** One folded letter of a name, and where in it the character stands that it comes from. */
type PlacedLetter = { letter: string; start: number; end: number }

/** Where each written word of a name stands, letter by letter: for marking what was found. */
export function placesInName(name: string): { letters: PlacedLetter[] }[] {
  const places: { letters: PlacedLetter[] }[] = []
  let open: PlacedLetter[] | null = null
  let start = 0
  for (const character of name) {
    const end = start + character.length
    const folded = foldCharacter(character)
    // An accent that follows its letter is marked with it.
    const before = folded === '' ? open?.at(-1) : undefined
    if (before !== undefined && before.end === start) before.end = end
    for (const letter of folded) {
      if (' -,'.includes(letter)) open = null
      else if (letter !== "'") {
        if (open === null) places.push({ letters: (open = []) })
        open.push({ letter, start, end })
      }
    }
    start = end
  }
  return places
}
