/** CSV for spreadsheets and for other programs, in which nothing that somebody typed can run as a formula. */
import Papa from 'papaparse'

const LINE_END = '\r\n'
const BATCH = 500

/**
 * Text that a spreadsheet would run as a formula, or as one once it has dropped what stands before it (OWASP, CSV
 * injection). Papaparse's own pattern misses texts of several lines, so this one has no end.
 */
// oxlint-disable-next-line no-control-regex
const FORMULA = /^[\s\u0000\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/

export type CsvValue = string | number | boolean | null

/**
 * The rows under their headings (RFC 4180) in UTF-8 with a byte-order mark, a few hundred at a time as they are read.
 * Flags are Yes or No. A text that could run as a formula gets an apostrophe before it; numbers stay numbers.
 */
export function* csvBytes(headings: readonly string[], rows: Iterable<readonly CsvValue[]>): Generator<Uint8Array> {
  yield Buffer.from(`\ufeff${lines([[...headings]])}`)
  let batch: (string | number | null)[][] = []
  for (const row of rows) {
    batch.push(row.map((value) => (typeof value === 'boolean' ? (value ? 'Yes' : 'No') : value)))
    if (batch.length < BATCH) continue
    yield Buffer.from(lines(batch))
    batch = []
  }
  if (batch.length > 0) yield Buffer.from(lines(batch))
}

const lines = (rows: (string | number | null)[][]): string =>
  Papa.unparse(rows, { newline: LINE_END, escapeFormulae: FORMULA }) + LINE_END
