/** Facts of format 1, as the versions before this one wrote them: read, and told as what they are now. */
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { actorSchema, nameOf } from '../../../shared/domain/fact.ts'
import { hasTable, jsonWritten, readWritten } from '../kernel/database/index.ts'
import { type Journal, personErased, retentionPassed, type Written } from '../kernel/journal/index.ts'

type Row = {
  station: string
  seq: number
  at: string
  by: string
  type: string
  v: number
  subject: string
  after: string | null
  body: string | null
  bodyHash: string | null
}

export const isFormatOne = (db: Database): boolean => hasTable(db, 'fact1')

/** The event that they are of; null where nothing was ever written. */
export const eventOfFormatOne = (db: Database): string | null =>
  db
    .prepare<[], { subject: string }>("SELECT subject FROM fact1 WHERE type = 'event.loaded' ORDER BY at DESC LIMIT 1")
    .get()?.subject ?? null

/** The last number of a station that is held. */
export const heldOfFormatOne = (db: Database, station: string): number =>
  db.prepare<[string], { seq: number | null }>('SELECT max(seq) AS seq FROM fact1 WHERE station = ?').get(station)
    ?.seq ?? 0

export function dropFormatOne(db: Database): void {
  db.exec('DROP TABLE fact1; DROP TABLE chain1')
}

/** A sign-in or sign-out as it stood in somebody's trail. */
type Stood = { name: string; kind: 'in' | 'out'; at: string; written: string; again: boolean }

const lastKind = (trail: readonly Stood[]): 'in' | 'out' =>
  trail
    .toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
    .reduce<'in' | 'out'>((_, { kind }) => kind, 'out')

/** An undo took back what its writer saw last, by the time: now it names what that was. */
function undoneBy(trail: Stood[], after: string | null): string[] {
  const names: string[] = []
  for (let index = trail.length - 1; index >= 0; index -= 1) {
    const last = trail[index]
    if (last === undefined || (after !== null && last.written > after)) continue
    trail.splice(index, 1)
    names.push(last.name)
    if (!last.again) break
  }
  return names
}

const reasoned = z.object({ reason: z.string().default('') })
const timed = z.object({ at: z.string().optional() })
const untick = z.looseObject({ takesBack: z.array(z.string()) })

/** So many are written anew before others have their turn. */
const PAGE = 250

/** Writes all of them anew, in their one order, in a transaction of the caller's; tells how far it is, in facts. */
export function* writeFormatOneAnew(db: Database, journal: Journal): Generator<{ done: number; of: number }, void> {
  const rows = db
    .prepare<[], Row>(
      'SELECT station, seq, at, by, type, v, subject, after, body, bodyHash FROM fact1 ORDER BY at, station, seq',
    )
    .all()
  const write = journal.rewriting()
  const trails = new Map<string, Stood[]>()
  /** By the name that ticks had: their time and station. */
  const ticks = new Map<string, string>()
  for (const [nth, row] of rows.entries()) {
    if (nth % PAGE === 0) yield { done: nth, of: rows.length }
    const { at, v, subject } = row
    const body = row.body === null ? null : jsonWritten(row.body)
    const open = {
      at,
      v,
      subject,
      by: readWritten(actorSchema, row.by),
      was: nameOf(row),
      hasLost: row.bodyHash !== null,
    }
    const told = (type: string, said: unknown): Written => ({ ...open, type, body: said })
    const reason = (): string => reasoned.safeParse(body).data?.reason ?? ''
    switch (row.type) {
      case 'delegate.erased':
        write(told(personErased.type, { ids: [subject], reason: reason() }))
        break
      case 'needs.purged': {
        const upTo = Object.fromEntries(journal.facts.chains().map(({ station, seq }) => [station, seq]))
        write(told(retentionPassed.type, { class: 'need', upTo, reason: reason() }))
        break
      }
      case 'attendance.signed-in':
      case 'attendance.signed-out': {
        const kind = row.type === 'attendance.signed-in' ? 'in' : 'out'
        const trail = trails.get(subject) ?? []
        trails.set(subject, trail)
        const paper = timed.safeParse(body).data?.at
        const again = paper === undefined && lastKind(trail) === kind
        const name = nameOf(write(told(row.type, body)))
        trail.push({ name, kind, at: paper ?? at.slice(0, 24), written: at, again })
        break
      }
      case 'attendance.undone':
        write(told(row.type, { reason: reason(), takesBack: undoneBy(trails.get(subject) ?? [], row.after) }))
        break
      case 'roll-call.ticked':
        ticks.set(`${at} ${row.station}`, nameOf(write(told(row.type, body))))
        break
      case 'roll-call.unticked': {
        const said = untick.safeParse(body)
        const takesBack = said.success ? said.data.takesBack.flatMap((name) => ticks.get(name) ?? []) : []
        write(told(row.type, said.success ? { ...said.data, takesBack } : body))
        break
      }
      default:
        write(told(row.type, body))
    }
  }
  journal.redaction.applyAll()
}
