/** The event a station serves: loading it from a pack, and the stations known by name. */
import type { Database, Statement } from 'better-sqlite3'
import type { EventClash } from '../../../shared/contract/event.ts'
import { type EventPack, eventPackSchema } from '../../../shared/domain/event-pack.ts'
import { changesBetween } from '../../../shared/domain/event-change/between.ts'
import type { PackChange } from '../../../shared/domain/event-change/change.ts'
import type { Actor, Fact } from '../../../shared/domain/fact.ts'
import type { LoadedEvent } from '../kernel/core.ts'
import { createDataVersion, readWritten } from '../kernel/database/index.ts'
import { bodyOf, idFromName, type Journal } from '../kernel/journal/index.ts'
import { type EventTold, eventClashes } from './clashes.ts'
import { eventChanged, eventLoaded, eventRecord, packAfter, stationNamed, type StoredEvent } from './facts.ts'

type Deps = {
  db: Database
  journal: Journal
  /** What this station is called, where it went by this id before; null where it never did. */
  calledUnder: (id: string) => string | null
}

export function createEvents({ db, journal, calledUnder }: Deps) {
  const read: Statement<[], StoredEvent> = db.prepare('SELECT * FROM event ORDER BY loaded DESC LIMIT 1')
  const readOne: Statement<[string], StoredEvent> = db.prepare('SELECT * FROM event WHERE id = ?')
  const stationName: Statement<[string], { name: string }> = db.prepare('SELECT name FROM station WHERE id = ?')
  const version = createDataVersion(db)
  let known: LoadedEvent | null = null
  let seen = -1
  journal.onCommit(({ changes }) => {
    if (changes.has('station')) known = null
  })
  const must = (): LoadedEvent => {
    const event = current()
    if (event === null) throw new Error('No event is loaded')
    return event
  }
  function current(): LoadedEvent | null {
    // The terminal may have written to this data.
    if (known === null || seen !== version()) {
      const row = read.get()
      seen = version()
      if (row !== undefined) {
        const { id, pack, rehearsal } = eventRecord.read(row)
        known = { id, pack: readWritten(eventPackSchema, pack), rehearsal }
      }
    }
    return known
  }
  return {
    current,
    /** Writes what was changed, inside a transaction of the caller's or one of its own. */
    change(by: Actor, changes: readonly PackChange[]): void {
      const { id } = must()
      journal.commit(by, (write) => void write.about(eventChanged, id, { changes: [...changes] }))
    },
    must,
    /** What was said of the event that is served, oldest first, as far as it can be read. */
    told(): { fact: Fact; changes: readonly PackChange[] | null }[] {
      return journal.facts.about(must().id).flatMap((fact) => {
        const changes = bodyOf(eventChanged, fact)?.changes
        return changes === undefined && bodyOf(eventLoaded, fact) === null ? [] : [{ fact, changes: changes ?? null }]
      })
    },
    /** What two tablets changed without having heard of each other, until somebody has looked at it. */
    clashes(): EventClash[] {
      const said = journal.counting(journal.facts.about(must().id)).flatMap((fact): EventTold[] => {
        const pack = bodyOf(eventLoaded, fact)?.pack
        const changes = bodyOf(eventChanged, fact)?.changes
        return pack === undefined ? (changes === undefined ? [] : [{ changes }]) : [{ pack }]
      })
      // As it is folded: whatever loads it comes first.
      const { true: loaded = [], false: changed = [] } = Object.groupBy(said, (one) => String('pack' in one))
      return eventClashes([...loaded, ...changed], packAfter)
    },
    /** The same pack is the same event on every station, so that their facts come together. */
    load(by: Actor, pack: EventPack, rehearsal: boolean): void {
      const id = idFromName(`event ${pack.id}`)
      journal.atomically(() => {
        journal.begin(by, id)
        const held = readOne.get(id)
        const before = held === undefined ? null : eventRecord.read(held)
        if (before?.rehearsal !== rehearsal) {
          journal.commit(by, (write) => void write.about(eventLoaded, id, { pack, rehearsal }))
          return
        }
        // It is here already: nothing is written where nothing is different.
        const changes = changesBetween(readWritten(eventPackSchema, before.pack), pack)
        if (changes.length > 0) journal.commit(by, (write) => void write.about(eventChanged, id, { changes }))
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
