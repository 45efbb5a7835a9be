/** What every opening of a station does with its journal: looks whether it is whole, and marks that it is open. */
import type { Database } from 'better-sqlite3'
import { StorageRefused } from './database/index.ts'
import {
  type Catalogue,
  createJournal,
  type Head,
  type Journal,
  makeId,
  type Random,
  verifyHeads,
} from './journal/index.ts'
import type { Settings } from './settings.ts'

type OpenDeps = {
  catalogue: Catalogue
  /** The wall clock, in milliseconds. */
  now: () => number
  random: Random
  /** Hears of each newest fact of this station, after its commit and before anybody is answered. */
  answering: (head: Head) => void
  /** Only read: nothing is marked, and nothing folded again. */
  reads: boolean
}

/** `endedWell` is false where the last run was cut off. */
type Opened = { id: string; journal: Journal; endedWell: boolean }

/**
 * In one transaction, for another program may be writing to the same data, or opening it, at this very moment. Throws
 * StorageRefused where the facts are not whole; then nothing has been marked.
 */
export function openJournal(
  db: Database,
  settings: Settings,
  { catalogue, now, random, answering, reads }: OpenDeps,
): Opened {
  const open = (): Opened => {
    const id = settings.read('station') ?? settings.keep('station', makeId(now(), random))
    const journal = createJournal({ db, catalogue, station: id, now, random, answering })
    const findings = verifyHeads(journal)
    if (findings.length > 0) {
      throw new StorageRefused(
        'damaged',
        'The data on this tablet is not whole and has been left untouched.',
        `Start again from the newest of what is left. ${findings.join(' ')}`,
      )
    }
    const endedWell = settings.read('open') === null
    if (reads) return { id, journal, endedWell }
    // A migration may have changed what a record holds; the facts say what it is now.
    const schema = String(db.pragma('user_version', { simple: true }))
    if (settings.read('folded') !== schema) {
      journal.refold()
      settings.keep('folded', schema)
    }
    settings.keep('open', new Date(now()).toISOString())
    return { id, journal, endedWell }
  }
  return reads ? db.transaction(open).deferred() : db.transaction(open).immediate()
}
