/** Tells lines of “Okafor, Ada” from two columns: the comma stands within a name, and cutting there would lose which half is which. */
import { beginningOf } from './guess-top.ts'
import { knownHeadings } from './headings.ts'
import type { TableRow } from './table.ts'
import type { Vocabulary } from './vocabulary.ts'

// One word, or such as “de la Cruz” and “Ó Sé”.
const SURNAME =
  /^(?:(?:de|la|le|du|des|van|von|der|den|del|della|di|da|dos|das|al|el|ben|bin|ibn|mac|mc|st\.?|ó|ní|o) )*[\p{L}\p{M}'’.-]+$/iu
const FORENAMES = /^[\p{L}\p{M}'’-]+\.?(?: [\p{L}\p{M}'’-]+\.?){0,2}$/u

/** The rows with each cut name put together again, where nearly every line is one; null where they are columns. */
export function surnamesFirst(vocabulary: Vocabulary, rows: readonly TableRow[]): TableRow[] | null {
  // Most lists have more columns, and need not be looked through.
  if (rows.slice(0, 20).some(({ cells }) => cells.length > 2)) return null
  const filled = rows.filter(({ cells }) => cells.some((cell) => beginningOf(cell) !== ''))
  const names = filled.filter(({ cells }) => isName(vocabulary, cells))
  if (names.length === 0 || names.length < filled.length * 0.9 || filled.some(({ cells }) => cells.length > 2))
    return null
  const [top] = filled
  if (top !== undefined && knownHeadings(vocabulary, top.cells) > 0) return null
  // Where people work is said again and again; hardly two of a few are called the same.
  const second = new Set(names.map(({ cells }) => beginningOf(cells[1])))
  if (names.length > 3 && second.size < names.length * 0.6) return null
  return rows.map((row) => ({ ...row, cells: [row.cells.join(',')] }))
}

/** Somebody wrote a space after the comma, which no program does between two cells. */
function isName({ noNames }: Vocabulary, [surname = '', forenames = '', ...more]: readonly string[]): boolean {
  const words = forenames.trim()
  return (
    more.length === 0 &&
    forenames.startsWith(' ') &&
    SURNAME.test(surname.trim()) &&
    FORENAMES.test(words) &&
    !noNames.some((no) => no.test(words))
  )
}
