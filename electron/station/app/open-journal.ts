/** What every opening of a station does with its journal: looks whether it is whole, and marks that it is open. */
import type { Database } from 'better-sqlite3'
import type { Actor } from '../../../shared/domain/fact.ts'
import { StorageError } from '../kernel/database/index.ts'
import { dropFormatOne, eventOfFormatOne, heldOfFormatOne, isFormatOne, writeFormatOneAnew } from './format-one.ts'
import {
  type Catalogue,
  clockStepped,
  createJournal,
  foldedBy,
  type Head,
  type Journal,
  makeId,
  notFoldedBy,
  type Random,
  type RecordKind,
  type Succeeds,
  verifyHeads,
} from '../kernel/journal/index.ts'
import type { Settings } from '../kernel/settings.ts'

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

/** What an opening does first where another version of the app had the data before, and how far it is: `done` of so many facts. */
export type BroughtUp = { what: 'facts' | 'lists'; done: number; of: number }

/** One transaction over several turns: nobody else has this connection yet. What is cut off, or throws, has changed nothing. */
function* inOneTransaction<Y, T>(
  db: Database,
  kind: 'DEFERRED' | 'IMMEDIATE',
  steps: Generator<Y, T>,
): Generator<Y, T> {
  db.exec(`BEGIN ${kind}`)
  try {
    const done = yield* steps
    db.exec('COMMIT')
    return done
  } finally {
    if (db.inTransaction) db.exec('ROLLBACK')
  }
}

/**
 * In one transaction, for another program may be writing to the same data, or opening it, at this very moment; what has to be folded
 * again follows in pages, and only then it is marked. Throws StorageError where the facts are not whole; then nothing has been marked.
 */
export function* openJournal(
  db: Database,
  settings: Settings,
  { catalogue, now, steady, random, answering, givenUp, writtenAnew, reads }: OpenDeps,
): Generator<BroughtUp, Opened> {
  const isDue = (): boolean => notFoldedBy(catalogue, settings.read('folded')).length > 0
  const keepFolded = (): void => void settings.keep('folded', foldedBy(catalogue))
  const mark = (): void => {
    // A kind of record may have gone.
    if (settings.read('folded') !== foldedBy(catalogue)) keepFolded()
    settings.keep('open', new Date(now()).toISOString())
  }
  const open = function* (): Generator<BroughtUp, Opened> {
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
      clock: () => settings.read('clock'),
      keepClock: (text: string) => void settings.keep('clock', text),
      eventKey: () => settings.read('eventKey'),
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
        const from = (journal.facts.chain(id)?.seq ?? 0) + 1
        for (const progress of writeFormatOneAnew(db, journal)) yield { what: 'facts', ...progress }
        // That day was written by another clock than today’s: no word on the one says anything of the other.
        journal.commit(itself, (write) => {
          for (const by of [{ by: null, from }, { by: null }]) write.about(clockStepped, id, by)
        })
        writtenAnew()
      }
      dropFormatOne(db)
    }
    const findings = verifyHeads(journal)
    if (findings.length > 0) {
      throw new StorageError(
        'damaged',
        'The data on this tablet is not whole and has been left untouched.',
        `Start again from the newest of what is left. ${findings.join(' ')}`,
      )
    }
    const endedWell = settings.read('open') === null
    // Where there are no facts there is nothing to fold.
    if (!reads && isDue() && journal.facts.chains().length === 0) keepFolded()
    if (!reads && !isDue()) mark()
    return { id, journal, endedWell }
  }
  const opened = yield* inOneTransaction(db, reads ? 'DEFERRED' : 'IMMEDIATE', open())
  const { journal } = opened
  // Another fold may have changed what a record holds; the facts say what it is now.
  while (!reads && (isDue() || journal.records.isOldLeft())) {
    const due = (): readonly RecordKind[] => notFoldedBy(catalogue, settings.read('folded'))
    const kinds = due()
    // Another version may have had its turn in between: then it is looked at anew.
    const isStillDue = (): boolean => kinds.length > 0 && due().length === kinds.length
    for (const progress of journal.records.foldAgain(kinds, { isDue: isStillDue, inPlace: keepFolded }))
      yield { what: 'lists', ...progress }
    db.transaction(() => (isDue() ? undefined : mark())).immediate()
  }
  return opened
}
