/** The order of a paper sheet: by letter, and under each by the word that somebody looks under. */
import { SHEET_LETTERS } from '../../../../shared/contract/paper.ts'
import { letterOf, sortWord } from './sheet-word.ts'

const byLetters = new Intl.Collator('en-GB', { sensitivity: 'base', ignorePunctuation: true, numeric: true })

/** Sorts by letter, then by the last word, then by the whole name; two of the same name by what tells them apart. */
export function inSheetOrder<P extends { id: string; name: string; organisation: string }>(
  people: readonly P[],
): (P & { letter: string })[] {
  return people
    .map((person) => {
      const word = sortWord(person.name)
      const letter = letterOf(word)
      return { person, word, letter, place: SHEET_LETTERS.indexOf(letter) }
    })
    .toSorted(
      (one, other) =>
        one.place - other.place ||
        byLetters.compare(one.word, other.word) ||
        byLetters.compare(one.person.name, other.person.name) ||
        byLetters.compare(one.person.organisation, other.person.organisation) ||
        (one.person.id < other.person.id ? -1 : 1),
    )
    .map(({ person, letter }) => ({ ...person, letter }))
}
