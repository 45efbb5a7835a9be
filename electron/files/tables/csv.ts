/** Reads a CSV file as Excel, Eventbrite, pretix and people write them. */
import Papa from 'papaparse'
import { addressRows } from './address-lines.ts'
import { decode } from './encoding.ts'
import { headedRows } from './headed-rows.ts'
import { surnamesFirst } from './surname-first.ts'
import { LIMITS, type Reading, tableError, type Table, type TableError, type TableRow } from './table.ts'
import { tidy } from './tidy.ts'

const DELIMITERS = [',', ';', '\t', '|']

/** A table from the text in `bytes`; `encoding` overrides what the bytes say. */
export function readCsv(name: string, bytes: Uint8Array, { encoding, ...reading }: Reading): Table | TableError {
  if (bytes.length > LIMITS.textBytes)
    return tableError(
      'too-large',
      `“${name}” is ${Math.round(bytes.length / 1e6)} MB, which is more than any list of delegates.`,
      'Check that it is the right file, or delete the columns you do not need.',
    )
  const decoded = decode(bytes, encoding)
  if (decoded === null)
    return tableError(
      'not-a-spreadsheet',
      `“${name}” is not a spreadsheet: it holds no text.`,
      'Choose the list of delegates as a CSV file or an Excel workbook (.xlsx).',
    )
  const found = { kind: 'csv', encoding: decoded.encoding, encodingGuessed: decoded.guessed, sheet: null } as const
  // Whoever says what the first row is has seen the list, and wants it cell by cell.
  const addressed = reading.top === 'guess' ? addressRows(decoded.text) : null
  if (addressed !== null)
    return {
      ...found,
      sheets: [],
      delimiter: '',
      top: 'headings',
      headingRow: 0,
      headings: ['Name', 'Email'],
      rows: addressed.people.map((cells, index) => ({ number: index + 1, cells: [...cells] })),
      notices: addressed.notices,
    }
  const { delimiter: said, text } = takeSeparatorLine(decoded.text)
  const delimiter = said ?? guessDelimiter(text)
  if (countOf(delimiter, text) > LIMITS.cells)
    return tableError(
      'too-many-columns',
      `“${name}” has far more columns than any list of delegates.`,
      'Check that it is the right file, or delete the columns you do not need.',
    )
  const parsed = Papa.parse<string[]>(text, { delimiter, newline: '\n', preview: LIMITS.rows + 1000 })
  const raw: TableRow[] = parsed.data.map((cells, index) => ({ number: index + 1, cells }))
  for (const error of parsed.errors) {
    const row = error.row === undefined ? undefined : raw[error.row]
    if (row === undefined || error.type !== 'Quotes') continue
    if (error.code === 'MissingQuotes') {
      return tableError(
        'unclosed-quote',
        `A quotation mark that opens in row ${row.number} of “${name}” is never closed, so the rows after it cannot be told apart.`,
        'Open the file in Excel, mend that row, save it as an Excel workbook (.xlsx), and import that.',
      )
    }
    row.torn = true
  }
  const far = raw.find((row) => row.cells.slice(LIMITS.columns).some((cell) => tidy(cell) !== ''))
  if (far !== undefined)
    return tableError(
      'too-many-columns',
      `Row ${far.number} of “${name}” has more than ${LIMITS.columns} columns.`,
      'Delete the columns that are not about delegates, and import the file again.',
    )
  // Blank ones at the right are no columns, and looking at a million of them again and again takes minutes.
  for (const row of raw) if (row.cells.length > LIMITS.columns) row.cells.length = LIMITS.columns
  const names = delimiter === ',' && reading.top !== 'headings' ? surnamesFirst(reading.vocabulary, raw) : null
  const headed = headedRows(name, names ?? raw, reading)
  if ('kind' in headed) return headed
  return { ...found, sheets: [], delimiter, ...headed }
}

/** Excel's first line `sep=;` names the delimiter and is not a row: Excel does not show it, so it is not counted either. */
function takeSeparatorLine(text: string): { delimiter: string | null; text: string } {
  const said = /^\uFEFF?"?sep=([^"\n])"?[ ,;\t]*(?:\n|$)/i.exec(text)
  return said === null ? { delimiter: null, text } : { delimiter: said[1] ?? null, text: text.slice(said[0].length) }
}

function guessDelimiter(text: string): string {
  const { meta } = Papa.parse(text.slice(0, 65_536), {
    delimitersToGuess: DELIMITERS,
    newline: '\n',
    preview: 10,
    skipEmptyLines: true,
  })
  return DELIMITERS.includes(meta.delimiter) ? meta.delimiter : ','
}

/** Counts only in texts long enough to hold too many. */
function countOf(delimiter: string, text: string): number {
  if (text.length <= LIMITS.cells) return 0
  const code = delimiter.charCodeAt(0)
  let count = 0
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) === code) count++
  return count
}
