/** Keeps the table that was read last, so that each correction on screen need not wait for the file to be read again. */
import { createHash } from 'node:crypto'
import {
  isSmall,
  type Reading,
  readInThread,
  readTable,
  type Table,
  type TableFault,
} from '../../../files/tables/index.ts'

/** A list of people is not kept in memory for longer than somebody looks at it. Milliseconds. */
const KEPT = 10 * 60 * 1000

export function createTableKeeper() {
  let kept: { key: string; table: Table } | null = null
  let timer: NodeJS.Timeout | undefined
  const forget = (): void => {
    clearTimeout(timer)
    kept = null
  }
  const keep = (key: string, table: Table): void => {
    clearTimeout(timer)
    kept = { key, table }
    timer = setTimeout(forget, KEPT).unref()
  }
  return {
    forget,
    /** Small files are read at once, large ones beside everything else. */
    async table(
      name: string,
      bytes: Uint8Array,
      reading: Reading,
      signal: AbortSignal | undefined,
    ): Promise<Table | TableFault> {
      const key = createHash('sha256').update(JSON.stringify(reading)).update(bytes).digest('base64')
      if (kept?.key === key) {
        keep(key, kept.table)
        return kept.table
      }
      const table = isSmall(bytes)
        ? readTable(name, bytes, reading)
        : await readInThread(name, bytes, reading, { signal })
      if (table.kind !== 'fault') keep(key, table)
      return table
    },
  }
}
