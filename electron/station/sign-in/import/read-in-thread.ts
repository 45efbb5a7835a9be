/** Reads a large file in a thread of its own: parsing a workbook takes seconds in which nobody could sign in. */
import { Worker } from 'node:worker_threads'
import { listParts } from './archive.ts'
import { readTable } from './read-table.ts'
import { LIMITS, tableFault, type Reading, type Table, type TableFault, type TableRow } from './table.ts'

/** Read within a few hundredths of a second: less than it takes to begin a thread. Bytes. */
const SMALL = { text: 1_000_000, unpacked: 400_000 }
/** Memory for parsing, in megabytes: what would take more is refused, and the station goes on. */
const MOST_MEMORY = 1500

/** What the thread is given, and what it sends. */
export type ThreadTask = { name: string; bytes: Uint8Array; reading: Required<Reading> }
export type ThreadNews =
  | { kind: 'fault'; fault: TableFault }
  | { kind: 'table'; table: Omit<Table, 'rows'>; of: number }
  | { kind: 'rows'; rows: TableRow[] }
  | { kind: 'end' }

export function isSmall(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return bytes.length <= SMALL.text
  const parts = bytes.length > SMALL.unpacked ? null : listParts(bytes)
  return parts !== null && parts.reduce((sum, part) => sum + part.size, 0) <= SMALL.unpacked
}

/** Does something after so many milliseconds, unless what it answers is called before. */
export type After = (milliseconds: number, what: () => void) => () => void

const afterThat: After = (milliseconds, what) => {
  const timer = setTimeout(what, milliseconds).unref()
  return () => clearTimeout(timer)
}

/** How long a file may take: a small one that takes longer was made to. Milliseconds. */
const timeFor = (bytes: Uint8Array): number => LIMITS.reading + (bytes.length / 1e6) * LIMITS.readingMore

/** Yields how many rows have come, of how many; 0 of 0 while the file is parsed. Where no thread can be begun, reads here. */
export async function* readInThread(
  name: string,
  bytes: Uint8Array,
  reading: Required<Reading>,
  signal: AbortSignal | undefined,
  after: After = afterThat,
): AsyncGenerator<{ done: number; of: number }, Table | TableFault> {
  signal?.throwIfAborted()
  const news: ThreadNews[] = []
  let wake: () => void = () => undefined
  let failed: Error | null = null
  const worker = begin({ name, bytes, reading })
  const stop = () => wake()
  worker.on('message', (said: ThreadNews) => {
    news.push(said)
    wake()
  })
  worker.on('error', (error: Error) => {
    failed = error
    wake()
  })
  signal?.addEventListener('abort', stop)
  let late = false
  const inTime = after(timeFor(bytes), () => {
    late = true
    wake()
  })
  const rows: TableRow[] = []
  let head: { table: Omit<Table, 'rows'>; of: number } | null = null
  try {
    yield { done: 0, of: 0 }
    for (;;) {
      signal?.throwIfAborted()
      const said = news.shift()
      if (said === undefined) {
        if (late) return tooSlow(name)
        if (failed !== null) return isOutOfMemory(failed) ? tooLarge(name) : readTable(name, bytes, reading)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
        continue
      }
      switch (said.kind) {
        case 'fault':
          return said.fault
        case 'table':
          head = said
          break
        case 'rows':
          for (const row of said.rows) rows.push(row)
          yield { done: rows.length, of: head?.of ?? 0 }
          break
        case 'end':
          return head === null ? tooLarge(name) : { ...head.table, rows }
      }
    }
  } finally {
    inTime()
    signal?.removeEventListener('abort', stop)
    void worker.terminate()
  }
}

/** Beside this file as Node runs it, and beside the bundle where the desktop shell was built. */
function begin(workerData: ThreadTask): Worker {
  const file = import.meta.url.endsWith('.ts') ? './reading-thread.ts' : './reading-thread.js'
  return new Worker(new URL(file, import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
  })
}

const isOutOfMemory = (error: Error) => 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
const tooSlow = (name: string) =>
  tableFault(
    'too-slow',
    `“${name}” takes far longer to read than a list of its size.`,
    'Open it in Excel or LibreOffice, copy the rows of people into a new file, and import that.',
  )
const tooLarge = (name: string) =>
  tableFault(
    'too-large',
    `“${name}” holds more than this tablet can read.`,
    'Copy the rows of people into a new workbook, or save the sheet as CSV, and import that.',
  )
