/** The corrections made on screen so far: added, replaced, taken back. Pure. */
import { type ImportFixes, MOST_BY_HAND } from '../../../../shared/contract/import.ts'
import { countWords } from '../../../components/tree-totals.ts'

export const NO_FIXES: ImportFixes = { cells: [], everywhere: [], without: [] }

type Cell = ImportFixes['cells'][number]
type Everywhere = ImportFixes['everywhere'][number]

/** One correction, so that it can be taken back. */
export type Fix =
  | { kind: 'cell'; row: number; heading: string; value: string }
  | { kind: 'everywhere'; heading: string; from: string; to: string | null }
  | { kind: 'without'; row: number }

/** Cells of a row are written anew; what was written into them before goes. */
export function withCells(fixes: ImportFixes, cells: readonly Cell[]): ImportFixes {
  const isSame = (one: Cell) => cells.some(({ row, heading }) => row === one.row && heading === one.heading)
  return { ...fixes, cells: [...fixes.cells.filter((one) => !isSame(one)), ...cells] }
}

/** What a column says in many rows is read in another way, or those rows are left out. */
export function withEverywhere(fixes: ImportFixes, given: Everywhere): ImportFixes {
  const { heading, from, to } = given
  const others = fixes.everywhere.filter((one) => one.heading !== heading || one.from !== from)
  // What was corrected before into what is corrected now says it too.
  const isIt = (one: Cell) => one.heading === heading && one.value === from
  return {
    cells: fixes.cells.flatMap((one) => (isIt(one) ? (to === null ? [] : [{ ...one, value: to }]) : [one])),
    everywhere: [...others.map((one) => (one.heading === heading && one.to === from ? { ...one, to } : one)), given],
    without: to === null ? [...fixes.without, ...fixes.cells.filter(isIt).map(({ row }) => row)] : fixes.without,
  }
}

export const withoutRow = (fixes: ImportFixes, row: number): ImportFixes => ({
  ...fixes,
  without: [...fixes.without.filter((one) => one !== row), row],
})

/** In the order they were made, kind by kind. */
export const fixesOf = ({ cells, everywhere, without }: ImportFixes): Fix[] => [
  ...everywhere.map((one) => ({ kind: 'everywhere' as const, ...one })),
  ...cells.map((one) => ({ kind: 'cell' as const, ...one })),
  ...without.map((row) => ({ kind: 'without' as const, row })),
]

export function undone(fixes: ImportFixes, fix: Fix): ImportFixes {
  switch (fix.kind) {
    case 'cell':
      return { ...fixes, cells: fixes.cells.filter((one) => one.row !== fix.row || one.heading !== fix.heading) }
    case 'everywhere':
      return {
        ...fixes,
        everywhere: fixes.everywhere.filter((one) => one.heading !== fix.heading || one.from !== fix.from),
      }
    case 'without':
      return { ...fixes, without: fixes.without.filter((row) => row !== fix.row) }
  }
}

const quoted = (text: string) => (text === '' ? 'nothing' : `“${text}”`)

/** “Row 3, Email: “jo@elmdon.example””. */
export function fixWords(fix: Fix): string {
  switch (fix.kind) {
    case 'cell':
      return `Row ${countWords(fix.row)}, ${fix.heading}: ${quoted(fix.value)}`
    case 'everywhere':
      return fix.to === null
        ? `${fix.heading}: rows that say ${quoted(fix.from)} are left out`
        : `${fix.heading}: ${quoted(fix.to)} wherever it says ${quoted(fix.from)}`
    case 'without':
      return `Row ${countWords(fix.row)} is left out`
  }
}

/** True where more corrections by hand would be more than the station takes. */
export const isFull = ({ cells, everywhere, without }: ImportFixes): boolean =>
  cells.length > MOST_BY_HAND - 12 || without.length >= MOST_BY_HAND || everywhere.length >= 200
