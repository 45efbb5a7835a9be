/** What the machine itself says of its disk and its clock. */
import { statfsSync, statSync } from 'node:fs'
import { uptime } from 'node:os'
import { databasePath } from '../kernel/database/index.ts'

export type SystemProbe = {
  /** Bytes that this user may still write where the data lies. */
  free: (folder: string) => number
  /** Bytes of the database. */
  database: (folder: string) => number
  /** Milliseconds since the machine started: never set, and counted on while it sleeps, which `performance.now()` is not. */
  steady: () => number
  /** The machine's time zone, by its IANA name. */
  zone: () => string
}

export const systemProbe: SystemProbe = {
  free(folder) {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  },
  database: (folder) => statSync(databasePath(folder)).size,
  steady: () => uptime() * 1000,
  zone: () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
}
