/** Roll calls: who is in the building, and who has been accounted for. */
import type { Statement } from 'better-sqlite3'
import {
  type Mark,
  ROLL_CALL_PAGE,
  type RollCallPerson,
  type RollCallView,
} from '../../../shared/contract/roll-call.ts'
import { type Actor, nameOf } from '../../../shared/domain/fact.ts'
import {
  type Frame as FrameOf,
  frameOf as frameAmong,
  heldTogether,
  isBefore,
  isByOneClock,
  type Moment,
  openOne,
  readTicks,
  type RollCallSpan,
  standingOf,
  type Tally,
  tally,
  type TickMark,
} from '../../../shared/domain/roll-call.ts'
import { isOnItsDays } from '../../../shared/domain/event-days.ts'
import type { StationCore } from '../kernel/core.ts'
import type { Writer } from '../kernel/journal/index.ts'
import { createBuilding, type InBuilding } from '../sign-in/index.ts'
import { createChangeLog } from './change-log.ts'
import {
  rollCallEnded,
  rollCallReopened,
  type RollCallRow,
  rollCallStarted,
  rollCallTicked,
  rollCallUnticked,
  spanOf,
  tickId,
  type TickRow,
  ticksOf,
} from './facts.ts'

type Held = RollCallSpan & { row: RollCallRow }
/** What one answer is about: a roll call and from when on it counts; without one, whoever is here now. */
type Frame = FrameOf<Held> | null

const heldOf = (row: RollCallRow): Held => ({ ...spanOf(row), row })

export type RollCalls = ReturnType<typeof createRollCalls>

export function createRollCalls(core: StationCore, stationName: (id: string) => string) {
  const { db, journal, event } = core
  const building = createBuilding(db)
  const changes = createChangeLog(core)
  const ofEvent: Statement<[string], RollCallRow> = db.prepare(
    'SELECT * FROM rollCall WHERE event = ? ORDER BY started, id',
  )
  const one: Statement<[string], RollCallRow> = db.prepare('SELECT * FROM rollCall WHERE id = ?')
  const ticksAbout: Statement<[string], TickRow> = db.prepare(
    'SELECT * FROM rollCallTick WHERE delegate IN (SELECT value FROM json_each(?)) ORDER BY id',
  )
  const tickRow: Statement<[string], { delegate: string }> = db.prepare(
    'SELECT delegate FROM rollCallTick WHERE id = ?',
  )
  const latestTick: Statement<[string], { latest: string | null; time: string | null }> = db.prepare(
    'SELECT max(latest) AS latest, max(latestTime) AS time FROM rollCallTick WHERE rollCall = ?',
  )

  const ticksOfPerson = (id: string): TickRow[] => ticksAbout.all(JSON.stringify(journal.membersOf(id)))

  const all = (): Held[] => ofEvent.all(event().id).map(heldOf)
  const must = (id: string): Held => {
    const row = one.get(id)
    if (row === undefined) throw new Error(`The roll call ${id} is gone`)
    return heldOf(row)
  }
  const frameOf = (id: string): Frame => frameAmong(must(id), all())
  const open = (): Held | null => openOne(all())
  /** In a rehearsal every day is the day. */
  const isCertain = (time: string): boolean => event().rehearsal || isOnItsDays(time, event().pack)
  const ticksOn = (row: TickRow): TickMark[] =>
    ticksOf(row).map((tick) => ({ ...tick, isCertain: isCertain(tick.time) }))

  const markOf = ({ time: at, station, by }: Moment & { by: string }): Mark => ({
    at,
    by,
    station: stationName(station),
  })
  const startOf = ({ start, row }: Held): Mark => markOf({ ...start, by: row.startedBy })
  const viewOf = (span: Held): RollCallView => {
    const { row, start, end } = span
    const together = heldTogether(span, all())
    const times = [span, ...together].map(({ id, start: began }) => latestTick.get(id)?.time ?? began.time)
    return {
      id: span.id,
      started: start.time,
      by: row.startedBy,
      station: stationName(start.station),
      ended:
        end === null
          ? null
          : {
              ...markOf({ ...end, by: row.endedBy }),
              knew: { accounted: row.accounted, toFind: row.toFind, left: row.leftSince },
            },
      latest: times.reduce((latest, time) => (time > latest ? time : latest), start.time),
      together: together.map(startOf),
    }
  }

  /** A line of the roll call, or null where they are not on it: gone before it began, or not here at all. */
  const personOf = ({ access, moment, ...person }: InBuilding, frame: Frame): RollCallPerson | null => {
    const since = moment.time
    if (frame === null) {
      return person.presence === 'here'
        ? { ...person, since, came: false, access: '', tick: null, elsewhere: null }
        : null
    }
    const { span, from } = frame
    // Where nobody can tell when they left, they are looked for.
    const isTold = isByOneClock(moment, from) || (isCertain(since) && isCertain(from.time))
    if (person.presence === 'left' && isTold && isBefore(moment, from)) return null
    const { counts, elsewhere } = readTicks(frame, ticksOfPerson(person.id).flatMap(ticksOn))
    return {
      ...person,
      since,
      came: person.presence === 'here' && isBefore(from, moment),
      access: span.end === null ? access : '',
      tick: counts === null ? null : markOf(counts),
      elsewhere: elsewhere === null ? null : markOf(elsewhere),
    }
  }
  const onePerson = (id: string, frame: Frame): RollCallPerson | null => {
    const found = building.one(id, frame?.span.end ?? null)
    return found === null ? null : personOf(found, frame)
  }
  const page = (frame: Frame, from: string) => {
    const { people, next } = building.page(from, ROLL_CALL_PAGE, frame?.span.end ?? null)
    return { items: people.flatMap((person) => personOf(person, frame) ?? []), next }
  }
  /** Whom the changed subjects are about; null where one of them may have changed every line. */
  const peopleAmong = (subjects: ReadonlySet<string>): string[] | null => {
    const people = new Set<string>()
    for (const subject of subjects) {
      // A roll call that began or ended moves what counts; a fact about the event takes everybody's needs away.
      if (subject === event().id || one.get(subject) !== undefined) return null
      const of = tickRow.get(subject)?.delegate ?? subject
      // Under another id they may stand on the list no more, or stand there now.
      for (const id of [of, journal.leaderOf(of)]) people.add(id)
    }
    return people.size > ROLL_CALL_PAGE ? null : [...people]
  }
  const tallyOf = (span: Held): Tally => {
    const frame = frameAmong(span, all())
    const everyone = function* () {
      for (let from: string | null = ''; from !== null;) {
        const read: ReturnType<typeof page> = page(frame, from)
        yield* read.items.map(standingOf)
        from = read.next
      }
    }
    return tally(everyone())
  }
  const endAll = (write: Writer, spans: readonly Held[], by: string): void => {
    // After all that is known of any of them: what was ticked before they were ended was ticked while they went on.
    const past = spans.flatMap(({ id }) => latestTick.get(id)?.latest ?? [])
    const ids = spans.map(({ id }) => id)
    for (const span of spans) {
      const together = ids.filter((id) => id !== span.id)
      write.about(rollCallEnded, span.id, { by, ...tallyOf(span), together }, past)
    }
  }
  const stillOpen = (): Held[] => all().filter(({ end }) => end === null)

  return {
    /** Forgets who ticked a person, inside a transaction of the caller's. How many were accounted for stays with each roll call. */
    forget(write: Writer, ids: readonly string[]): void {
      for (const { id } of ticksAbout.all(JSON.stringify(ids))) {
        write.redact(rollCallTicked, id)
        write.redact(rollCallUnticked, id)
      }
    },
    has: (id: string): boolean => one.get(id) !== undefined,
    view: (id: string): RollCallView => viewOf(must(id)),
    state(): { open: RollCallView | null; here: number } {
      const span = open()
      return { open: span === null ? null : viewOf(span), here: building.here() }
    },
    /** Those that have ended, the latest first. `search` looks at who called it and where. */
    earlier({ search, offset, limit }: { search: string; offset: number; limit: number }) {
      const spans = all()
      const covered = new Set(spans.flatMap((span) => heldTogether(span, spans).map(({ id }) => id)))
      const words = search.toLocaleLowerCase('en-GB').split(/\s+/).filter(Boolean)
      const found = spans
        .filter(({ id, end }) => end !== null && !covered.has(id))
        .toReversed()
        .filter(({ row }) => {
          const text = `${row.startedBy} ${row.endedBy} ${stationName(row.startedAt)}`.toLocaleLowerCase('en-GB')
          return words.every((word) => text.includes(word))
        })
      return { total: found.length, items: found.slice(offset, offset + limit).map(viewOf) }
    },
    /** Everybody on a roll call, or here now, in pages; or only what changed since `cursor`. */
    people({ rollCall, cursor, from }: { rollCall: string | null; cursor: string | null; from: string | null }) {
      const frame = rollCall === null ? null : frameOf(rollCall)
      const now = changes.cursor()
      const subjects = cursor === null || from !== null ? null : changes.since(cursor)
      const changed = subjects === null ? null : peopleAmong(subjects)
      if (changed === null) return { cursor: now, whole: true, gone: [], ...page(frame, from ?? '') }
      const read = changed.map((id) => ({ id, person: onePerson(id, frame) }))
      return {
        cursor: now,
        whole: false,
        items: read.flatMap(({ person }) => person ?? []),
        gone: read.flatMap(({ id, person }) => (person === null ? [id] : [])),
        next: null,
      }
    },
    /** Everybody who is here now, in pages, with what they need: paper is read where no tablet is. */
    forPaper(from: string | null) {
      const { people, next } = building.page(from ?? '', ROLL_CALL_PAGE, null)
      return {
        items: people.flatMap((person) => {
          const line = personOf(person, null)
          return line === null ? [] : [{ ...line, access: person.access }]
        }),
        next,
      }
    },
    /** Begins a roll call, unless one is open; `insteadOf` is an open one that is to end first. */
    start(
      actor: Actor,
      by: string,
      insteadOf: string | null,
    ): { code: 'started' | 'open-already'; rollCall: RollCallView } {
      const current = open()
      if (current !== null && current.id !== insteadOf) return { code: 'open-already', rollCall: viewOf(current) }
      const id = journal.commit(actor, (write) => {
        endAll(write, stillOpen(), by)
        const over = all().flatMap(({ id: other, end }) => (end === null ? [] : [other]))
        return write.begin(rollCallStarted, { event: event().id, by, over }).subject
      })
      return { code: 'started', rollCall: viewOf(must(id)) }
    },
    /**
     * Accounts for a person, or takes that back; writes nothing where they stand so already. Null where they are not on the
     * list. It is kept also when another tablet has just ended the roll call: somebody was seen.
     */
    tick(
      actor: Actor,
      { rollCall, delegate: asked, ticked, by }: { rollCall: string; delegate: string; ticked: boolean; by: string },
    ): RollCallPerson | null {
      const delegate = journal.leaderOf(asked)
      const frame = frameOf(rollCall)
      const before = onePerson(delegate, frame)
      if (frame === null || before === null || (before.tick !== null) === ticked) return before
      const rows = ticksOfPerson(delegate)
      const counting = (row: TickRow) => ticksOn(row).filter((tick) => readTicks(frame, [tick]).counts !== null)
      journal.commit(actor, (write) => {
        if (ticked) write.about(rollCallTicked, tickId(rollCall, delegate), { rollCall, delegate, by })
        else
          for (const row of rows) {
            const takesBack = counting(row).map(nameOf)
            if (takesBack.length > 0)
              write.about(rollCallUnticked, row.id, { rollCall: row.rollCall, delegate: row.delegate, by, takesBack })
          }
      })
      return onePerson(delegate, frame)
    },
    /** Ends this one and every other that is open: they are one emergency, and none may come back as if it were a new one. */
    end(actor: Actor, rollCall: string, by: string): RollCallView {
      if (must(rollCall).end === null) journal.commit(actor, (write) => endAll(write, stillOpen(), by))
      return viewOf(must(rollCall))
    },
    /** Takes an ending back. False where another is open meanwhile. */
    reopen(actor: Actor, rollCall: string, by: string): boolean {
      const current = open()
      if (current !== null) return current.id === rollCall
      journal.commit(actor, (write) => void write.about(rollCallReopened, rollCall, { by }))
      return true
    },
  }
}
