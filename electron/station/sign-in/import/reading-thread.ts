/** The thread that reads a large file. It begins with the file in its hands, sends the table in pieces, and ends. */
import { parentPort, workerData } from 'node:worker_threads'
import type { ThreadNews, ThreadTask } from './read-in-thread.ts'
import { readTable } from './read-table.ts'

/** Rows in a piece: taking one in costs the station a few thousandths of a second. */
const PIECE = 1000

const { name, bytes, reading } = workerData as ThreadTask
const tell = (news: ThreadNews): void => parentPort?.postMessage(news)

const table = readTable(name, bytes, reading)
if (table.kind === 'fault') tell({ kind: 'fault', fault: table })
else {
  const { rows, ...head } = table
  tell({ kind: 'table', table: head, of: rows.length })
  for (let at = 0; at < rows.length; at += PIECE) tell({ kind: 'rows', rows: rows.slice(at, at + PIECE) })
  tell({ kind: 'end' })
}
