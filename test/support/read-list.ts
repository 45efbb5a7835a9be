/** Reads a list of delegates as the station does, in one go. */
import { readTable } from '../../electron/files/tables/read-table.ts'
import type { Reading, Table, TableError } from '../../electron/files/tables/table.ts'
import { DELEGATE_LIST } from '../../electron/station/sign-in/import/headings.ts'

/** As the station reads a list of which nothing else is said. */
export const AS_A_LIST: Reading = { encoding: null, sheet: null, top: 'headings', vocabulary: DELEGATE_LIST }

export const readList = (name: string, bytes: Uint8Array, reading: Partial<Reading> = {}): Table | TableError =>
  readTable(name, bytes, { ...AS_A_LIST, ...reading })
