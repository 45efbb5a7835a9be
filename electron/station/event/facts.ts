/** The facts about the event and the stations that serve it, and the records they fold into. */
import { z } from 'zod'
import { applied } from '../../../shared/domain/event-change/apply.ts'
import type { PackChange } from '../../../shared/domain/event-change/change.ts'
import { changesBetween } from '../../../shared/domain/event-change/between.ts'
import { type EventPack, eventPackSchema } from '../../../shared/domain/event-pack.ts'
import { flag, moment, record, type RowOf, type StoredOf, text } from '../../../shared/domain/record.ts'
import { said } from '../../../shared/domain/text.ts'
import { jsonWritten } from '../kernel/database/index.ts'
import { beginning, factType, on, ours, type Part, recordKind } from '../kernel/journal/index.ts'

export const eventLoaded = factType(
  'event.loaded',
  1,
  z.object({ pack: eventPackSchema, rehearsal: z.boolean() }),
  {},
  { who: 'organiser' },
)
const change = z.object({ path: said, before: said, after: said })
/** All that was changed at once: each part by its path, as it was and as it is, as JSON. */
export const eventChanged = factType(
  'event.changed',
  1,
  z.object({ changes: z.array(change) }),
  ours('changes[].path changes[].before changes[].after'),
  { who: 'organiser' },
)
export const stationNamed = factType('station.named', 1, z.object({ name: said }), ours('name'))

const event = { pack: text(), rehearsal: flag(), loaded: moment() }
export const eventRecord = record(event)
type EventRow = RowOf<typeof event>
export type StoredEvent = StoredOf<typeof event>
const station = { name: text() }
type StationRow = RowOf<typeof station>

// A row only came from this same fold, and a pack in it from the schema.
const packIn = (row: EventRow): EventPack => jsonWritten(row.pack) as EventPack

/**
 * A pack that another tablet loaded later says what the event is. But nothing goes on which entries may hang, and the code stays as it was
 * first given out.
 */
const withPack = (held: EventPack, pack: EventPack): EventPack =>
  applied(
    held,
    changesBetween(held, pack).filter(({ path }) => path !== 'code'),
  )
// Most tablets of an event are set up from one file.
const loadedAfter = (row: EventRow | null, pack: EventPack): EventPack =>
  row === null || row.pack === JSON.stringify(pack) ? pack : withPack(packIn(row), pack)

/** The event after one more thing was said of it; null where there is none yet. */
export const packAfter = (
  pack: EventPack | null,
  told: { pack: EventPack } | { changes: readonly PackChange[] },
): EventPack | null => {
  if ('changes' in told) return pack && applied(pack, told.changes)
  return pack === null ? told.pack : withPack(pack, told.pack)
}

export const eventPart: Part = {
  facts: [eventLoaded, eventChanged, stationNamed],
  records: [
    recordKind({
      table: 'event',
      fold: 3,
      record: eventRecord,
      changes: 'station',
      // A tablet that is set up later has not heard of what was changed, and undoes none of it.
      begins: [beginning(eventLoaded)],
      steps: [
        on<EventRow, z.infer<typeof eventLoaded.body>>(eventLoaded, (row, body, fact) => ({
          id: fact.subject,
          pack: JSON.stringify(loadedAfter(row, body.pack)),
          rehearsal: body.rehearsal,
          loaded: fact.time,
        })),
        on<EventRow, z.infer<typeof eventChanged.body>>(
          eventChanged,
          (row, { changes }) => row && { ...row, pack: JSON.stringify(applied(packIn(row), changes)) },
        ),
      ],
    }),
    recordKind({
      table: 'station',
      fold: 1,
      record: record(station),
      changes: 'station',
      steps: [
        on<StationRow, { name: string }>(stationNamed, (_row, body, fact) => ({ id: fact.subject, name: body.name })),
      ],
    }),
  ],
}
