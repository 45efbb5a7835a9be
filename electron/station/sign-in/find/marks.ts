/** Marks in a name what the typed words stand for, for highlighting. */
import { placesInName, wordsOfName } from './name-words.ts'

/** From where up to where in the name, in UTF-16 code units. */
export type Mark = [start: number, end: number]

/**
 * The marks for `found`: typed words, each with the place of the name's word it stands for (-1 for none). What was typed is
 * marked letter by letter; where it is another way to say the name (Bob for Robert), all of the word is. In order, apart.
 */
export function marksIn(name: string, found: readonly { typed: string; index: number }[]): Mark[] {
  const places = placesInName(name)
  const words = wordsOfName(name)
  const marks: Mark[] = []
  for (const { typed, index } of found) {
    const word = words[index]
    if (word === undefined) continue
    const letters = places.slice(word.from, word.to + 1).flatMap((place) => place.letters)
    const written = letters.map(({ letter }) => letter).join('')
    const begin = word.text.startsWith(typed) ? written.indexOf(typed) : -1
    const first = letters[Math.max(begin, 0)]
    const last = begin < 0 ? letters.at(-1) : letters[begin + [...typed].length - 1]
    if (first !== undefined && last !== undefined) marks.push([first.start, last.end])
  }
  marks.sort((one, other) => one[0] - other[0] || one[1] - other[1])
  const apart: Mark[] = []
  for (const [start, end] of marks) {
    const before = apart.at(-1)
    if (before !== undefined && start <= before[1]) before[1] = Math.max(before[1], end)
    else apart.push([start, end])
  }
  return apart
}
