/** Stations to measure: real ones in real folders, as a host opens them, and the bare database beside them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import type { Duty } from '../../shared/domain/duty.ts'
import { type EventPack, readEventPack } from '../../shared/domain/event-pack.ts'
import { OWN_FOLDERS } from '../../electron/places.ts'
import { keyFile, openDatabase, shippedMigrations } from '../../electron/station/kernel/database/index.ts'
import { type Kiosk, openKiosk } from '../../electron/station/app/kiosk.ts'

/** scrypt's N: the staff's secrets are not what is measured. */
const CHEAP = 2 ** 10

const PACK = 'solihull-nec'

export const BENCH_PIN = '4068'
export const BENCH_PASSPHRASE = 'three kind words'

/** A pack that ships with the app. */
export function shippedPack(): EventPack {
  const reading = readEventPack(readFileSync(join(OWN_FOLDERS.resources, 'event-packs', `${PACK}.json`), 'utf8'))
  if (!reading.ok) throw new Error(`The event pack “${PACK}” is faulty`)
  return reading.pack
}

/** A kiosk that has been set up for a duty, pledges if not said, as a host holds it. */
export async function readyKiosk(folder: string, duty: Duty = 'pledges'): Promise<Kiosk> {
  const kiosk = openKiosk(folder, { resources: OWN_FOLDERS.resources, staffCost: CHEAP })
  await kiosk.setUp({
    pack: shippedPack(),
    name: 'Bench',
    passphrase: BENCH_PASSPHRASE,
    pin: BENCH_PIN,
    duty,
  })
  return kiosk
}

/** An empty database with the station's key, pragmas, tables and indexes, and none of its code around them. */
export const bareDatabase = (folder: string): Database =>
  openDatabase(folder, keyFile(), shippedMigrations(), Date.now).db

/** A prepared INSERT of a row with these columns. */
export const insertInto = (db: Database, table: string, columns: readonly string[]) =>
  db.prepare<[Record<string, unknown>]>(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`,
  )
