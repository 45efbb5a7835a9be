/** Names taken apart into the words that people look for, and what people type into the search box. */
import { foldCharacter, foldText } from './fold-letters.ts'

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

const chunksOf = (folded: string) =>
  folded
    .replace(/,/g, ' , ')
    .split(/[ -]+/)
    .filter((chunk) => chunk.replaceAll("'", '') !== '')

type Kept = { chunks: string[]; first: number; weak: number }

/** The words that are the name itself: without titles before it and honours after it. */
function keep(all: string[]): Kept {
  const commas = new Set<number>()
  const chunks: string[] = []
  for (const chunk of all) {
    if (chunk === ',') commas.add(chunks.length)
    else chunks.push(chunk.replaceAll("'", ''))
  }
  let first = 0
  let end = chunks.length
  while (end - first > 1 && TITLES.has(chunks[first] ?? '')) first++
  const isSuffix = (at: number) =>
    SUFFIXES.has(chunks[at] ?? '')
      ? at - first > 1 || commas.has(at)
      : SUFFIXES_AFTER_COMMA.has(chunks[at] ?? '') && [...commas].some((comma) => comma <= at && comma - first > 1)
  while (end - first > 1 && isSuffix(end - 1)) end--
  const weak = end - first > 1 && TITLES_OR_NAMES.has(chunks[first] ?? '') ? 1 : 0
  return { chunks: chunks.slice(first, Math.min(end, first + MOST_WORDS)), first, weak }
}

/** The words of a name, its main ones before its aliases; at most ten and their aliases. */
export function wordsOfName(name: string): NameWord[] {
  const folded = foldText(name)
  // Most names are two plain words, and an import has a hundred thousand of them.
  if (/^[a-z]{2,} [a-z]{2,}$/i.test(name)) {
    const gap = folded.indexOf(' ')
    const [given, family] = [folded.slice(0, gap), folded.slice(gap + 1)]
    if (
      !TITLES.has(given) &&
      !TITLES_OR_NAMES.has(given) &&
      !PARTICLES.has(given) &&
      !family.startsWith('mc') &&
      !family.startsWith('mac')
    ) {
      return [
        { text: given, alias: false, from: 0, to: 0 },
        { text: family, alias: false, from: 1, to: 1 },
      ]
    }
  }
  const all = chunksOf(folded)
  const { chunks, first, weak } = keep(all)
  const words: NameWord[] = chunks.map((text, at) => ({ text, alias: at < weak, from: first + at, to: first + at }))
  const add = (text: string, from: number, to: number) => {
    if (text.length > 1 && !words.some((word) => word.text === text))
      words.push({ text, alias: true, from: first + from, to: first + to })
  }

  // O’Brien is looked for as “brien” too, and O Brien or Mary-Jane as one word.
  const written = all.filter((chunk) => chunk !== ',').slice(first)
  chunks.forEach((text, at) => {
    const inside = (written[at] ?? '').split("'").findLast((part) => part.length > 2)
    if (inside !== undefined) add(inside, at, at)
    if (/^mac.{4}|^mc.{3}/.test(text))
      add(text.startsWith('mac') ? `mc${text.slice(3)}` : `mac${text.slice(2)}`, at, at)
    let glued = text
    for (let next = at + 1; PARTICLES.has(chunks[next - 1] ?? '') && next < chunks.length; next++) {
      glued += chunks[next] ?? ''
      if (!PARTICLES.has(chunks[next] ?? '')) add(glued, at, next)
    }
  })
  for (const [compound] of folded.matchAll(/[^ ,-]+(?:-[^ ,-]+)+/g)) {
    const parts = compound.replaceAll("'", '').split('-')
    const at = chunks.findIndex((_, i) => parts.every((part, j) => chunks[i + j] === part))
    if (at >= 0) add(parts.join(''), at, at + parts.length - 1)
  }
  const spelt = spellUmlauts(name)
  if (spelt !== name)
    keep(chunksOf(foldText(spelt))).chunks.forEach((text, at) => text !== chunks[at] && add(text, at, at))
  const initials = chunks.findIndex((text, at) => text.length === 1 && chunks[at + 1]?.length === 1)
  if (initials >= 0) add(`${chunks[initials]}${chunks[initials + 1]}`, initials, initials + 1)
  return weak === 0 ? words : [...words.filter((word) => !word.alias), ...words.filter((word) => word.alias)]
}

/** A typed word; `spare` for a title or an honour, which need not be in the name. */
export type TypedWord = { text: string; spare: boolean }

/** What was typed, taken apart; at most six words. */
export function wordsOfQuery(query: string): TypedWord[] {
  const all = chunksOf(foldText(query))
    .filter((chunk) => chunk !== ',')
    .map((chunk) => chunk.replaceAll("'", ''))
    .slice(0, 6)
  return all.map((text, at) => ({
    text,
    spare:
      all.length > 1 &&
      (((TITLES.has(text) || TITLES_OR_NAMES.has(text)) && at < all.length - 1) ||
        (SUFFIXES.has(text) && at > 1 && at === all.length - 1)),
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
