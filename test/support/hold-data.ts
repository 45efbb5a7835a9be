/** Another program that keeps a station's data to itself: says so, and lets go of it when it is told to, or after a while. */
import { parentPort, workerData } from 'node:worker_threads'
import { keyFile, openDatabase, shippedMigrations } from '../../electron/station/kernel/database/index.ts'

/** `letGo` holds one number, 0 until it is told; `most` in milliseconds. */
export type Hold = { folder: string; letGo: SharedArrayBuffer; most: number }

const { folder, letGo, most } = workerData as Hold
const { db } = openDatabase(folder, keyFile(), shippedMigrations(), Date.now)
db.exec('BEGIN IMMEDIATE')
parentPort?.postMessage('held')
Atomics.wait(new Int32Array(letGo), 0, 0, most)
db.exec('ROLLBACK')
db.close()
