/** Reads a large file in a thread of its own: parsing a workbook takes seconds in which nobody could sign in. */
import { Worker } from 'node:worker_threads'
import { type After, afterThat } from '../../slices.ts'
import { listParts } from './archive.ts'
import { readTable } from './read-table.ts'
import { LIMITS, type Reading, type Table, tableError, type TableError, type TableRow, tooLarge } from './table.ts'

/** Read within a few hundredths of a second: less than it takes to begin a thread. Bytes. */
const SMALL = { text: 1_000_000, unpacked: 400_000 }
/** Memory for parsing, in megabytes: what would take more is refused, and the station goes on. */
const MOST_MEMORY = 1500

/** What the thread is given. It sends the head once it has read; then a page of rows for each message that it is sent. */
export type ThreadTask = { name: string; bytes: Uint8Array; reading: Reading }
/**
 * The table without its rows, or the reason why there is none; then the rows in pages. A message is unpacked in one piece, and with 20,000 rows
 * that takes as long as somebody at a door may wait.
 */
export type ThreadAnswer = { head: Table | TableError } | { rows: TableRow[]; isLast: boolean }

export function isSmall(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return bytes.length <= SMALL.text
  const parts = bytes.length > SMALL.unpacked ? null : listParts(bytes)
  return parts !== null && parts.reduce((sum, part) => sum + part.size, 0) <= SMALL.unpacked
}

/** How long a file may take: a small one that takes longer was made to. Milliseconds. */
const timeFor = (bytes: Uint8Array): number => LIMITS.reading + (bytes.length / 1e6) * LIMITS.readingMore

/**
 * The table in a large file, read beside everything else. Where no thread can be begun, reads here. Rejects with the signal's reason once nobody
 * waits for it any more.
 */
export function readInThread(
  name: string,
  bytes: Uint8Array,
  reading: Reading,
  { signal, after = afterThat }: { signal?: AbortSignal | undefined; after?: After },
): Promise<Table | TableError> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const worker = begin({ name, bytes, reading })
    let inTime = (): void => undefined
    const end = (): void => {
      inTime()
      signal?.removeEventListener('abort', stop)
      void worker.terminate()
    }
    const answer = (read: () => Table | TableError): void => {
      end()
      resolve(read())
    }
    const stop = (): void => {
      end()
      // Whatever the signal gives as its reason, as everywhere else.
      reject(signal?.reason as Error)
    }
    signal?.addEventListener('abort', stop)
    let table: Table
    worker.on('message', (said: ThreadAnswer) => {
      if ('head' in said) {
        const { head } = said
        if (head.kind === 'error') return answer(() => head)
        table = head
      } else {
        table.rows.push(...said.rows)
        if (said.isLast) return answer(() => table)
      }
      worker.postMessage('more')
    })
    worker.once('error', (error: Error) =>
      answer(() => (isOutOfMemory(error) ? tooLarge(name, 'this tablet can read') : readTable(name, bytes, reading))),
    )
    inTime = after(timeFor(bytes), () => answer(() => tooSlow(name)))
  })
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
  tableError(
    'too-slow',
    `“${name}” takes far longer to read than a list of its size.`,
    'Open it in Excel or LibreOffice, copy the rows of people into a new file, and import that.',
  )
