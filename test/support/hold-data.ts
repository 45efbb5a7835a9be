/** Another program that keeps a station's data to itself for a second: says so, and lets go of it. */
import { parentPort, workerData } from 'node:worker_threads'
import { keyFile, openDatabase, shippedMigrations } from '../../electron/station/database/index.ts'

const { db } = openDatabase(String(workerData), keyFile(), shippedMigrations(), Date.now)
db.exec('BEGIN IMMEDIATE')
parentPort?.postMessage('held')
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000)
db.exec('ROLLBACK')
db.close()
