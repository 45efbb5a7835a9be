/** What a list looks like once it has been read: headings and rows of text, or the reason it could not be read. */
import type { RowMark } from '../../../shared/domain/import-decisions.ts'
import type { CodePage } from './code-pages.ts'
import type { Vocabulary } from './vocabulary.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | CodePage

export type TableRow = {
  /** As a spreadsheet shows it: the first row is 1, headings and blank rows are counted. */
  number: number
  /** One text for each heading; a row of a CSV file may hold fewer, or (torn) more. */
  cells: string[]
  /** Set where the quotation marks of a CSV row do not pair up, so that its cells cannot be trusted. */
  torn?: true
  /** What the workbook does with this row, which is read all the same. */
  mark?: RowMark
  /** Set where somebody has written into this row since it was read. */
  isWritten?: true
}

/**
 * Something whoever reads the list should know about that loses no row: in which column, what stands there, and what to do about it. `row` is
 * the first row it is true of, `rows` how many. `mark`: it is true of all rows that are marked so.
 */
export type TableNotice = { row: number; column: string; value: string; reason: string; rows: number; mark?: RowMark }

/** One of a workbook’s sheets. `people`: how many rows of it seem to be about somebody. */
type Sheet = { name: string; people: number }

export type Table = {
  kind: 'csv' | 'xlsx'
  encoding: Encoding
  /** True where nothing in the file says how it was written, so that a person should look at the accents. */
  encodingGuessed: boolean
  /** What stands between two cells of a CSV file; empty for a workbook. */
  delimiter: string
  /** The workbook's visible sheets, in its order; empty for a CSV file. */
  sheets: Sheet[]
  sheet: string | null
  /** Whether the first row is headings or somebody already, so that the columns are called after their letters. */
  top: 'headings' | 'people'
  /** The number of the row that holds the headings; 0 where none does. */
  headingRow: number
  /** All different and none empty: a repeated heading carries “(2)”, a missing one is called after its column. */
  headings: string[]
  /** Every row below the headings that is not blank. */
  rows: TableRow[]
  notices: TableNotice[]
}

export type TableError = {
  kind: 'error'
  code:
    | 'empty'
    | 'not-a-spreadsheet'
    | 'other-spreadsheet'
    | 'password'
    | 'too-large'
    | 'too-many-rows'
    | 'too-many-columns'
    | 'damaged'
    | 'too-slow'
    | 'unclosed-quote'
    | 'no-headings'
    | 'no-rows'
    | 'no-such-sheet'
  /** What is wrong. */
  sentence: string
  /** What to do about it. */
  todo: string
}

export const tableError = (code: TableError['code'], sentence: string, todo: string): TableError => ({
  kind: 'error',
  code,
  sentence,
  todo,
})

/** `than`: what it holds more than. */
export const tooLarge = (name: string, than: string): TableError =>
  tableError(
    'too-large',
    `“${name}” holds more than ${than}.`,
    'Copy the rows of people into a new workbook, or save the sheet as CSV, and import that.',
  )

/**
 * How a table is taken from a file. `encoding` reads text in another way than its bytes suggest; `sheet` chooses a sheet of a workbook; `top`:
 * whether its first row is headings; `guess` tells by what it says. `vocabulary`: by which words headings are known.
 */
export type Reading = {
  encoding: Encoding | null
  sheet: string | null
  top: 'headings' | 'people' | 'guess'
  vocabulary: Vocabulary
}

/** Bounds that keep a hostile or mistaken file from taking the station's memory; far above any real delegate list. */
export const LIMITS = {
  /** Bytes of a workbook as it stands on disk. */
  workbookBytes: 20_000_000,
  /** Bytes of the parts of a workbook that hold cells, once unpacked: 200,000 rows of ten columns take about 100 million. */
  unpackedBytes: 150_000_000,
  /** Bytes that a workbook may unpack to however small it is: a list of a thousand people takes about half a million. */
  unpackedFreely: 8_000_000,
  /** How many times its own size a workbook may unpack to beyond that; rows of nothing but formats come to about thirty. */
  unfolding: 100,
  /** Tags in the parts that hold cells: 200,000 rows of ten columns have about 20 million. */
  tags: 25_000_000,
  /** Tags one within the other; Excel’s own come to about a dozen. */
  depth: 100,
  /** Bytes of one tag with all that it says; the longest that Excel writes have a few thousand. */
  tag: 32_000,
  /** Bytes between two tags: a cell of Excel’s most, each character written as a number. */
  text: 400_000,
  /** Milliseconds in which a file must have been read, and how many more for each million of its bytes: twenty times what they take. */
  reading: 8000,
  readingMore: 20_000,
  /** Bytes of a CSV file: 100,000 rows of a full Eventbrite export take about 30 million. */
  textBytes: 48_000_000,
  rows: 200_000,
  columns: 500,
  /** Characters of a heading that are looked at; a screen sends back up to 2,000, with the number of a repeated one. */
  heading: 1900,
  /** Characters of a cell that are looked at for an address where a heading should be; an address has at most 254. */
  email: 254,
  /** Characters of one cell that are looked at; Excel's own most is 32,767. */
  cell: 40_000,
  /** Cells of a CSV file, blank ones included. */
  cells: 12_000_000,
} as const

/** The letters a spreadsheet gives a column: 0 is A, 25 is Z, 26 is AA. */
export function columnLetters(index: number): string {
  let letters = ''
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1)
    letters = String.fromCharCode(65 + (rest % 26)) + letters
  return letters
}
