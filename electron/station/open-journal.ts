/** What every opening of a station does with its journal: looks whether it is whole, and marks that it is open. */
import type { Database } from 'better-sqlite3'
import type { Actor } from '../../shared/domain/fact.ts'
import { StorageRefused } from './database/index.ts'
import { dropFormatOne, eventOfFormatOne, heldOfFormatOne, isFormatOne, writeFormatOneAnew } from './format-one.ts'
import {
  type Catalogue,
  createJournal,
  foldedBy,
  type Head,
  type Journal,
  makeId,
  type Random,
  type Succeeds,
  verifyHeads,
} from './journal/index.ts'
import type { Settings } from './settings.ts'

type OpenDeps = {
  catalogue: Catalogue
  /** The wall clock, in milliseconds. */
  now: () => number
  /** Milliseconds since some moment, by a clock that nobody can set; null where there is none. */
  steady: (() => number) | null
  random: Random
  /** Hears of each newest fact of this station, after its commit and before anybody is answered. */
  answering: (head: Head) => void
  /** Hears that the facts of another format were written anew. */
  writtenAnew: () => void
  /** What this folder remembers as its last answer (see went-back.ts). */
  givenUp: () => string
  /** Only read: nothing is marked, and nothing folded again. */
  reads: boolean
}

const itself: Actor = { role: 'station', delegate: null }

/** `answer`: the last answer that was given up, as it is kept with data that was put back; `held` tells how much of a chain is there. */
function succeeded(answer: string, held: (station: string) => number): Succeeds {
  const [, station, seq] = /^([0-9a-f-]{36}) (\d+) /.exec(answer) ?? []
  return station === undefined ? null : { station, answered: Number(seq), held: held(station) }
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
  { catalogue, now, steady, random, answering, givenUp, writtenAnew, reads }: OpenDeps,
): Opened {
  const open = (): Opened => {
    const anew = isFormatOne(db)
    // Under the id of before, others may hold facts that now say the same in another way.
    if (anew) for (const key of ['station', 'stationKey', 'noted'] as const) settings.forget(key)
    if (anew) settings.keep('givenUp', givenUp())
    const id = settings.read('station') ?? settings.keep('station', makeId(now(), random))
    // For whoever asks after it is closed.
    let last = id
    const own = {
      id: () => (db.open ? (last = settings.read('station') ?? last) : last),
      changeId(next: string) {
        settings.keep('wentBy', `${settings.read('wentBy') ?? ''} ${own.id()}`.trim())
        settings.keep('station', next)
      },
      key: () => settings.read('stationKey'),
      keepKey: (made: string) => void settings.keep('stationKey', made),
    }
    const journal = createJournal({ db, catalogue, own, now, steady, random, answering })
    // It goes on from facts of another format, or from data that was put back.
    const event = anew ? eventOfFormatOne(db) : (journal.facts.chains()[0]?.event ?? null)
    const held = (station: string): number =>
      anew ? heldOfFormatOne(db, station) : (journal.facts.chain(station)?.seq ?? 0)
    if (!reads && event !== null && journal.facts.chain(id) === null)
      journal.begin(itself, event, succeeded(settings.read('givenUp') ?? '', held))
    if (anew) {
      if (event !== null) {
        writeFormatOneAnew(db, journal)
        writtenAnew()
      }
      dropFormatOne(db)
    }
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
    // A migration, or another fold, may have changed what a record holds; the facts say what it is now.
    const folded = foldedBy(catalogue, Number(db.pragma('user_version', { simple: true })))
    if (settings.read('folded') !== folded) {
      journal.refold()
      settings.keep('folded', folded)
    }
    settings.keep('open', new Date(now()).toISOString())
    return { id, journal, endedWell }
  }
  return reads ? db.transaction(open).deferred() : db.transaction(open).immediate()
}
