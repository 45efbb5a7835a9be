/** The thread that reads a large file. It begins with the file in its hands, sends what came of it, and ends. */
import { parentPort, workerData } from 'node:worker_threads'
import type { ThreadTask } from './read-in-thread.ts'
import { readTable } from './read-table.ts'

const { name, bytes, reading } = workerData as ThreadTask
parentPort?.postMessage(readTable(name, bytes, reading))
