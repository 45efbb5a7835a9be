/** Reads a list from a file's bytes, whatever it is called: CSV or an Excel workbook, or a plain reason why not. */
import { readCsv } from './csv.ts'
import { sniff } from './sniff.ts'
import { tableError, LIMITS, type Reading, type Table, type TableError } from './table.ts'
import { readWorkbook } from './workbook.ts'

/**
 * The table in a file. `name` is only used in sentences. Never throws for what is in the file, never runs a formula or a
 * macro, and never takes more memory than LIMITS allow.
 */
export function readTable(name: string, bytes: Uint8Array, reading: Reading): Table | TableError {
  if (bytes.length > Math.max(LIMITS.workbookBytes, LIMITS.textBytes)) {
    return tableError(
      'too-large',
      `“${name}” is ${Math.round(bytes.length / 1e6)} MB, which is more than any list of delegates.`,
      'Check that it is the right file, or copy the rows of people into a new one.',
    )
  }
  const kind = sniff(name, bytes)
  switch (kind.kind) {
    case 'error':
      return kind
    case 'workbook':
      return readWorkbook(name, bytes, kind.parts, reading)
    case 'text':
      return readCsv(name, bytes, reading)
  }
}
