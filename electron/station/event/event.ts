/** The event a station serves: loading it from a pack, and the stations known by name. */
import type { Database, Statement } from 'better-sqlite3'
import { type EventPack, eventPackSchema } from '../../../shared/domain/event-pack.ts'
import type { Actor } from '../../../shared/domain/fact.ts'
import type { LoadedEvent } from '../kernel/core.ts'
import { readWritten } from '../kernel/database/index.ts'
import { idFromName, type Journal } from '../kernel/journal/index.ts'
import { eventLoaded, eventRecord, stationNamed, type StoredEvent } from './facts.ts'

type Deps = {
  db: Database
  journal: Journal
  /** What this station is called, where it went by this id before; null where it never did. */
  calledUnder: (id: string) => string | null
}

export function createEvents({ db, journal, calledUnder }: Deps) {
  const read: Statement<[], StoredEvent> = db.prepare('SELECT * FROM event ORDER BY loaded DESC LIMIT 1')
  const stationName: Statement<[string], { name: string }> = db.prepare('SELECT name FROM station WHERE id = ?')
  let known: LoadedEvent | null = null
  journal.onCommit(({ changes }) => {
    if (changes.has('station')) known = null
  })
  return {
    current(): LoadedEvent | null {
      if (known === null) {
        const row = read.get()
        if (row !== undefined) {
          const { id, pack, rehearsal } = eventRecord.read(row)
          known = { id, pack: readWritten(eventPackSchema, pack), rehearsal }
        }
      }
      return known
    },
    /** The same pack is the same event on every station, so that their facts come together. */
    load(by: Actor, pack: EventPack, rehearsal: boolean): void {
      const id = idFromName(`event ${pack.id}`)
      journal.atomically(() => {
        journal.begin(by, id)
        journal.commit(by, (write) => void write.about(eventLoaded, id, { pack, rehearsal }))
      })
    },
    nameStation(by: Actor, name: string): void {
      journal.commit(by, (write) => void write.about(stationNamed, journal.station, { name }))
    },
    isNamed: (id: string): boolean => stationName.get(id) !== undefined,
    /** The name of a station, or a plain word where it has none here yet. */
    stationName: (id: string): string => stationName.get(id)?.name ?? calledUnder(id) ?? 'another tablet',
  }
}
