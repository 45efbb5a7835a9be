/** Finds in which rows of a list its headings stand: often below a title, and now and then on two rows, one of them for groups of columns. */
import { beginningOf, looksLikeName } from './guess-top.ts'
import { headingKey, isElsewhere, isNaming, knownHeadings } from './headings.ts'
import type { Vocabulary } from './vocabulary.ts'

/** `from` and `to`: places among the rows, of the first and the last that is part of the headings. `cells`: what each column is called. */
export type HeadingRows = { from: number; to: number; cells: string[] }

type Cells = readonly string[]

/** Headings stand within so many rows, or nowhere. */
const FIRST_ROWS = 10
/** More rows than three are no headings any more. */
const MOST_LEVELS = 3
const EMAIL = /^\S+@\S+\.\S+$/

/** As SurveyMonkey writes below each question that has no answers to choose from; below the others stand the answers. */
const isOpenEnded = (cell: string | undefined): boolean => /^open-ended response$/i.test(beginningOf(cell))
const isFilled = (cell: string | undefined): boolean => beginningOf(cell) !== ''
const filledIn = (cells: Cells): number => cells.filter(isFilled).length
const isKnown = (vocabulary: Vocabulary, cell: string): boolean => knownHeadings(vocabulary, [cell]) > 0

/**
 * The headings of these rows, none of which is blank. A title is passed over where a later row says clearly more about people; a row of groups
 * (“Name” over “First” and “Last”) gives way to the row below it. Null where there are no rows.
 */
export function findHeadingRows(vocabulary: Vocabulary, rows: readonly Cells[]): HeadingRows | null {
  const from = belowTitles(vocabulary, rows)
  const first = rows[from]
  if (first === undefined) return null
  const over = rows[from - 1]
  let headings: HeadingRows =
    over !== undefined && isOfGroups(over, first)
      ? { from: from - 1, to: from, cells: together(vocabulary, over, first) }
      : { from, to: from, cells: [...first] }
  for (let level = 1; level < MOST_LEVELS; level++) {
    const below = rows[headings.to + 1]
    if (below === undefined) break
    const cells = together(vocabulary, headings.cells, below)
    if (!goesOn(vocabulary, headings.cells, below, cells, rows.slice(headings.to + 2, headings.to + 32))) break
    headings = { from: headings.from, to: headings.to + 1, cells }
  }
  return headings
}

/** Lists made by hand carry the event’s name above the headings, reports a few lines on when and for whom they were made. */
function belowTitles(vocabulary: Vocabulary, rows: readonly Cells[]): number {
  const first = rows[0]
  if (first === undefined) return 0
  const known = knownHeadings(vocabulary, first)
  const isTitle = filledIn(first) <= 2
  if (!isTitle && known > 0) return 0
  const later = rows.slice(0, FIRST_ROWS).findIndex((row, index) => {
    const said = knownHeadings(vocabulary, row)
    if (index === 0 || said < 2 || said <= known) return false
    // Headings that nobody knows may stand above people who work for a “Council” as a “Delegate”.
    if (!isTitle && (said < 3 || said < filledIn(row) * 0.75)) return false
    return !isSomebody(vocabulary, row, rows.slice(index + 1, index + 31))
  })
  return later === -1 ? 0 : later
}

/** True of a row that is about somebody: it holds an address, in a column of names a name, or what is said again further down. */
function isSomebody(vocabulary: Vocabulary, row: Cells, below: readonly Cells[]): boolean {
  // Reports say their headings again above each of their parts.
  const rows = below.filter((other) => !isSaidAgain(vocabulary, row, other))
  return row.some((cell, index) => {
    const text = beginningOf(cell)
    if (text === '') return false
    if (EMAIL.test(text)) return true
    const others = rows.map((cells) => beginningOf(cells[index])).filter((other) => other !== '')
    // People are a “Delegate” one after another; a column is called so once.
    if (others.includes(text)) return true
    if (!looksLikeName(vocabulary, text) || isKnown(vocabulary, text)) return false
    return others.filter((other) => looksLikeName(vocabulary, other)).length >= Math.max(1, others.length * 0.6)
  })
}

/** True of headings that begin like these do, with the one of names. */
function isSaidAgain(vocabulary: Vocabulary, row: Cells, other: Cells): boolean {
  const first = row.findIndex(isFilled)
  const text = beginningOf(row[first])
  return text === beginningOf(other[first]) && isNaming(vocabulary, text) && knownHeadings(vocabulary, other) >= 2
}

/** True where the row below headings is part of them: it makes more of them known, and is nobody. */
function goesOn(vocabulary: Vocabulary, above: Cells, row: Cells, both: Cells, below: readonly Cells[]): boolean {
  if (row.some(isOpenEnded) && below.length > 0) return true
  const said = knownHeadings(vocabulary, row)
  if (below.length === 0 || said === 0 || knownHeadings(vocabulary, both) <= knownHeadings(vocabulary, above))
    return false
  if (isSomebody(vocabulary, row, below)) return false
  const filled = filledIn(row)
  return hasGroups(above, row) ? said >= filled * 0.5 : said === filled || (said >= 3 && said >= filled * 0.75)
}

/** True where something in the row stands under a heading that goes over several columns: it is said twice, or the next ones are empty. */
function hasGroups(above: Cells, row: Cells): boolean {
  return row.some((cell, index) => {
    if (index === 0 || !isFilled(cell)) return false
    const over = beginningOf(above[index])
    return over === '' || over === beginningOf(above[index - 1])
  })
}

/** True of a row that says nothing but over which columns each of its words goes; “Event:” and what it is called are no groups. */
function isOfGroups(row: Cells, below: Cells): boolean {
  const first = row.findIndex(isFilled)
  const next = beginningOf(row[first + 1])
  return (
    filledIn(row) >= 2 &&
    row.every((cell) => !beginningOf(cell).endsWith(':')) &&
    isFilled(below[first + 1]) &&
    (next === '' || next === beginningOf(row[first]))
  )
}

/**
 * What each column is called by two rows: by the lower, or the upper where the lower says nothing. With the group’s word where the lower is said
 * more than once, is only known so, or is something else so: an “Emergency contact” has a “Name” that is nobody’s who comes.
 */
function together(vocabulary: Vocabulary, above: Cells, row: Cells): string[] {
  const times = new Map<string, number>()
  for (const cell of row) times.set(headingKey(cell), (times.get(headingKey(cell)) ?? 0) + 1)
  let group = ''
  return Array.from({ length: Math.max(above.length, row.length) }, (_, index) => {
    const upper = beginningOf(above[index])
    const lower = isOpenEnded(row[index]) ? '' : beginningOf(row[index])
    if (upper !== '') group = upper
    if (lower === '') return above[index] ?? ''
    if (group === '') return lower
    const whole = `${group} ${lower}`
    const isNeeded =
      (times.get(headingKey(lower)) ?? 0) > 1 ||
      isElsewhere(vocabulary, lower, whole) ||
      (!isKnown(vocabulary, lower) && isKnown(vocabulary, whole))
    return isNeeded ? whole : lower
  })
}
