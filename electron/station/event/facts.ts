/** The facts about the event and the stations that serve it, and the records they fold into. */
import { z } from 'zod'
import { eventPackSchema } from '../../../shared/domain/event-pack.ts'
import { said } from '../../../shared/domain/text.ts'
import { factType, on, ours, type Part, recordKind, type Row } from '../kernel/journal/index.ts'

export const eventLoaded = factType(
  'event.loaded',
  1,
  z.object({ pack: eventPackSchema, rehearsal: z.boolean() }),
  {},
  { who: 'organiser' },
)
export const stationNamed = factType('station.named', 1, z.object({ name: said }), ours('name'))

type EventRow = Row & { pack: string; rehearsal: number; loaded: string }
type StationRow = Row & { name: string }

export const eventPart: Part = {
  facts: [eventLoaded, stationNamed],
  records: [
    recordKind({
      table: 'event',
      fold: 2,
      columns: ['id', 'pack', 'rehearsal', 'loaded'],
      changes: 'station',
      steps: [
        on<EventRow, z.infer<typeof eventLoaded.body>>(eventLoaded, (_row, body, fact) => ({
          id: fact.subject,
          pack: JSON.stringify(body.pack),
          rehearsal: Number(body.rehearsal),
          loaded: fact.time,
        })),
      ],
    }),
    recordKind({
      table: 'station',
      fold: 1,
      columns: ['id', 'name'],
      changes: 'station',
      steps: [
        on<StationRow, { name: string }>(stationNamed, (_row, body, fact) => ({ id: fact.subject, name: body.name })),
      ],
    }),
  ],
}
