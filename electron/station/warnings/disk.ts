/** Whether there is room enough where the data lies. Pure. */
import type { DiskWarning } from '../../../shared/domain/warning.ts'

const MEGABYTE = 1_000_000

/**
 * Bytes. Backups are whole copies of the database, and twelve are kept beside it: for a day of 250 people (1.1 MB, as the
 * rehearsal's) some 15 MB in all, and for one ten times as large 150 MB, which still fit where the disk is not yet nearly full.
 * Above that the room is for the system, which needs some hundred megabytes for itself, and for somebody to come in time.
 */
const LOW = 1000 * MEGABYTE
const NEARLY_FULL = 200 * MEGABYTE

/** Copies that must still fit, for a database far larger than a day's: the next backup, one taken by hand, and its own growth. */
const COPIES = 3

/** Once it warns, it goes on until there is a tenth more than the limit: no coming and going at the edge. */
const clearly = (limit: number): number => limit + limit / 10

/** `free` and `database` in bytes; `was` is the warning of the look before. */
export function diskWarning({
  free,
  database,
  was,
}: {
  free: number
  database: number
  was: DiskWarning | null
}): DiskWarning | null {
  const below = (limit: number, warned: boolean) => free < (warned ? clearly(limit) : limit)
  const freeMegabytes = Math.floor(free / MEGABYTE / 10) * 10
  if (below(NEARLY_FULL, was?.severity === 'nearly-full'))
    return { code: 'disk', severity: 'nearly-full', freeMegabytes }
  if (below(Math.max(LOW, COPIES * database), was !== null)) return { code: 'disk', severity: 'low', freeMegabytes }
  return null
}
