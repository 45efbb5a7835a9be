/** Tells whether the first row of a list is headings or somebody already. */
import { knownHeadings } from './headings.ts'
import { tidy } from './tidy.ts'
import type { Vocabulary } from './vocabulary.ts'

const NAME = /^[\p{Lu}\p{Lo}][\p{L}\p{M}'’.]*(?:[ -][\p{L}\p{M}'’.]+){1,5}$/u
const EMAIL = /^\S+@\S+\.\S+$/

/** A cell as it is guessed by: tidy, and no more of it than 300 characters. */
export const beginningOf = (cell: string | undefined): string => tidy((cell ?? '').slice(0, 300))
/** True of what looks like the name of a person. */
export const looksLikeName = ({ noNames }: Vocabulary, text: string): boolean =>
  NAME.test(text) && !noNames.some((words) => words.test(text))

// “Okafor” and “Ada”, “van der Sample” and “Mary Sue”: half a name each.
const HALF_A_NAME = /^(?:[\p{Ll}'’]+ ){0,3}\p{Lu}[\p{L}\p{M}'’.-]*(?: \p{Lu}[\p{L}\p{M}'’.-]*){0,2}$/u
/** “Surname, Forename”, line by line: every line is two halves, and has a blank behind the comma. */
const areHalves = (rows: readonly (readonly string[])[]): boolean =>
  rows.every(
    (cells) =>
      cells.length === 2 &&
      cells[1]?.startsWith(' ') === true &&
      cells.every((cell) => HALF_A_NAME.test(beginningOf(cell))),
  )

/** What the first row is, going by itself and the rows below it. A row of headings it cannot read is still headings. */
export function guessTop(
  vocabulary: Vocabulary,
  first: readonly string[],
  below: readonly (readonly string[])[],
): 'headings' | 'people' {
  const known = knownHeadings(vocabulary, first)
  if (known >= 2) return 'headings'
  const cells = first.map(beginningOf)
  if (cells.some((cell) => EMAIL.test(cell))) return 'people'
  const filled = cells.filter((cell) => cell !== '')
  if (known === 0 && (filled.length === 1 || areHalves([first, ...below]))) return 'people'
  const named = cells.some((cell, index) => {
    if (!looksLikeName(vocabulary, cell) || knownHeadings(vocabulary, [cell]) > 0) return false
    const others = below.map((row) => beginningOf(row[index])).filter((text) => text !== '')
    return others.filter((text) => looksLikeName(vocabulary, text)).length >= others.length * 0.6
  })
  return named ? 'people' : 'headings'
}
