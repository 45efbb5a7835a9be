/** Names in letters that this tablet has no font for: which they are, and how they are called without them. Pure. */

/** The characters that a tablet may lack: without those of every keyboard here, and without what is not seen by itself. */
export function toLookAt(texts: Iterable<string>): string[] {
  const found = new Set<string>()
  for (const text of texts)
    for (const character of text)
      if (character > '~' && !/[\s\p{Default_Ignorable_Code_Point}\p{Cc}]/u.test(character)) found.add(character)
  return [...found]
}

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Han}/u, 'Chinese characters'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'Japanese letters'],
  [/\p{Script=Hangul}/u, 'Korean letters'],
  [/\p{Script=Arabic}/u, 'Arabic letters'],
  [/\p{Script=Hebrew}/u, 'Hebrew letters'],
  [/\p{Script=Cyrillic}/u, 'Cyrillic letters'],
  [/\p{Script=Greek}/u, 'Greek letters'],
  [/\p{Script=Devanagari}/u, 'Hindi letters'],
  [/\p{Script=Bengali}/u, 'Bengali letters'],
  [/\p{Script=Gurmukhi}/u, 'Punjabi letters'],
  [/\p{Script=Gujarati}/u, 'Gujarati letters'],
  [/\p{Script=Tamil}/u, 'Tamil letters'],
  [/\p{Script=Thai}/u, 'Thai letters'],
  [/\p{Script=Ethiopic}/u, 'Ethiopian letters'],
  [/[\p{L}\p{M}]/u, 'rare letters'],
]
const SAID_BY_ITSELF = /[\p{L}\p{M}\p{N}]/u

/** `Chinese characters`; of what is no letter, `pictures or signs`. */
const kindOf = (character: string): string =>
  KINDS.find(([pattern]) => pattern.test(character))?.[1] ?? 'pictures or signs'

/** The kinds of what cannot be drawn of a text, each once; none where all of it can. */
export const missingKinds = (text: string, undrawn: ReadonlySet<string>): string[] => [
  ...new Set([...text].filter((character) => undrawn.has(character)).map(kindOf)),
]

/**
 * A text as it can be drawn here: `[Chinese characters]` in the place of letters, so that whoever reads it knows that something
 * stands there; pictures are left out. What nobody would see takes no room.
 */
export function asDrawn(text: string, undrawn: ReadonlySet<string>): string {
  if (undrawn.size === 0 || ![...text].some((character) => undrawn.has(character))) return text
  let drawn = ''
  let last = ''
  for (const character of text) {
    if (!undrawn.has(character)) {
      // A space or a joiner between two of one kind is part of them.
      if (last !== '' && !/[\s\p{Default_Ignorable_Code_Point}]/u.test(character)) last = ''
      if (!/\p{Default_Ignorable_Code_Point}/u.test(character)) drawn += character
      continue
    }
    if (!SAID_BY_ITSELF.test(character)) continue
    const kind = kindOf(character)
    if (kind !== last) drawn += `[${kind}]`
    last = kind
  }
  return drawn.replaceAll(/\s+/gu, ' ').trim()
}

/** Whether something of a name that is said aloud is missing, so that it has to be written by hand. */
export const lacksLetters = (name: string, undrawn: ReadonlySet<string>): boolean =>
  [...name].some((character) => undrawn.has(character) && SAID_BY_ITSELF.test(character))
