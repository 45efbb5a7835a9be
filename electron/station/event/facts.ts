/** The facts about the event and the stations that serve it, and the records they fold into. */
import { z } from 'zod'
import { eventPackSchema } from '../../../shared/domain/event-pack.ts'
import { flag, moment, record, type RowOf, type StoredOf, text } from '../../../shared/domain/record.ts'
import { said } from '../../../shared/domain/text.ts'
import { factType, on, ours, type Part, recordKind } from '../kernel/journal/index.ts'

export const eventLoaded = factType(
  'event.loaded',
  1,
  z.object({ pack: eventPackSchema, rehearsal: z.boolean() }),
  {},
  { who: 'organiser' },
)
export const stationNamed = factType('station.named', 1, z.object({ name: said }), ours('name'))

const event = { pack: text(), rehearsal: flag(), loaded: moment() }
export const eventRecord = record(event)
type EventRow = RowOf<typeof event>
export type StoredEvent = StoredOf<typeof event>
const station = { name: text() }
type StationRow = RowOf<typeof station>

export const eventPart: Part = {
  facts: [eventLoaded, stationNamed],
  records: [
    recordKind({
      table: 'event',
      fold: 2,
      record: eventRecord,
      changes: 'station',
      steps: [
        on<EventRow, z.infer<typeof eventLoaded.body>>(eventLoaded, (_row, body, fact) => ({
          id: fact.subject,
          pack: JSON.stringify(body.pack),
          rehearsal: body.rehearsal,
          loaded: fact.time,
        })),
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
