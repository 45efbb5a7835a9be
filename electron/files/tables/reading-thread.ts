/** The thread that reads a large file. It begins with the file in its hands, and sends what came of it, as much at a time as it is asked for. */
import { parentPort, workerData } from 'node:worker_threads'
import type { ThreadAnswer, ThreadTask } from './read-in-thread.ts'
import { readTable } from './read-table.ts'

/** Rows of a page: unpacked in a few milliseconds where cells are as long as in a delegate list. */
const PAGE = 500

const { name, bytes, reading } = workerData as ThreadTask
const read = readTable(name, bytes, reading)
const send = (answer: ThreadAnswer): void => parentPort?.postMessage(answer)

send({ head: read.kind === 'error' ? read : { ...read, rows: [] } })
if (read.kind !== 'error') {
  let sent = 0
  parentPort?.on('message', () => {
    const rows = read.rows.slice(sent, sent + PAGE)
    sent += rows.length
    send({ rows, isLast: sent >= read.rows.length })
  })
}
