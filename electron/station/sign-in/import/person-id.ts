/** The id of somebody whom a list brings: on every tablet that reads the same list the same. Pure. */
import { idFromName } from '../../kernel/journal/index.ts'

/** `digest` is that of the file, as hex; `sheet` the one that is read of a workbook, null where there are none. */
export type ReadList = { event: string; digest: string; sheet: string | null }

/** `row` is the number of the row as the file has it: blank rows and headings are counted. */
export const idInList = ({ event, digest, sheet }: ReadList, row: number): string =>
  idFromName(JSON.stringify(['delegate', event, digest, sheet, row]))
