/** Another program that wants to write to a station's data all the time: tells the longest that it had to wait for its turn. */
import { parentPort, workerData } from 'node:worker_threads'
import { bareDatabase } from './bench-station.ts'

/** `over` holds one number, 0 until it is told to end. */
export type Beside = { folder: string; over: SharedArrayBuffer }

const { folder, over } = workerData as Beside
const db = bareDatabase(folder)
parentPort?.postMessage('begun')
let longest = 0
while (Atomics.load(new Int32Array(over), 0) === 0) {
  const start = performance.now()
  db.exec('BEGIN IMMEDIATE')
  longest = Math.max(longest, performance.now() - start)
  db.exec('ROLLBACK')
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
}
db.close()
parentPort?.postMessage(longest)
