/** Attendance in numbers, and as a list to take away. */
import type { AttendanceNumbers } from '../../../../shared/contract/attendance.ts'
import type { WayOutNumbers } from '../../../../shared/contract/way-out.ts'
import type { Actor } from '../../../../shared/domain/fact.ts'
import type { StationCore } from '../../kernel/core.ts'
import { bodyOf } from '../../kernel/journal/index.ts'
import { attendanceCsv } from './attendance-csv.ts'
import { attendanceWorkbook } from './attendance-workbook.ts'
import { createAttendees } from './attendees.ts'
import { attendanceClosed } from './closed.ts'
import { countAttendance, inBrief } from './count.ts'
import type { ListContext } from './list.ts'
import { createVenueClock, zoneHere } from './venue-clock.ts'

export const ATTENDANCE_KINDS = ['xlsx', 'csv'] as const
type AttendanceKind = (typeof ATTENDANCE_KINDS)[number]

const MEDIA: Record<AttendanceKind, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
}

export type Attendance = ReturnType<typeof createAttendance>

/** `zone` is the venue's, by its IANA name; usually that of this computer. */
export function createAttendance(
  { db, journal, now, event }: StationCore,
  stationName: (id: string) => string,
  wayOut: () => WayOutNumbers | null,
  zone: () => string = zoneHere,
) {
  const attendees = createAttendees(db)
  const isClosed = (): boolean => {
    const said = journal.facts.about(event().id).map((fact) => bodyOf(attendanceClosed, fact))
    return said.findLast((body) => body !== null)?.closed === true
  }
  const circumstances = () => ({
    pack: event().pack,
    asOf: new Date(now()).toISOString(),
    closed: isClosed(),
    clock: createVenueClock(zone()),
  })
  return {
    numbers: (): AttendanceNumbers => inBrief(countAttendance(attendees(), circumstances())),
    close(actor: Actor, closed: boolean): void {
      if (isClosed() === closed) return
      const { id } = event()
      journal.commit(actor, (write) => void write.about(attendanceClosed, id, { closed }))
      // No record holds it, so nobody has been told.
      journal.announce({ changes: new Set(['attendance']), subjects: new Set([id]) })
    },
    /** The file as pieces, made as they are taken. `name` is a good name for it; the rest says what is in it. */
    export(
      kind: AttendanceKind,
      emails: boolean,
    ): { name: string; media: string; chunks: Iterable<Uint8Array>; people: number; absent: number } {
      const about = circumstances()
      const { pack, asOf, clock } = about
      const { rehearsal } = event()
      const everybody = [...attendees()]
      const count = countAttendance(everybody, about)
      const people = everybody.filter((person) => person !== null)
      const context: ListContext = { pack, rehearsal, over: count.over, emails, clock, stationName }
      const document = {
        title: 'Attendance',
        keywords: 'attendance, sign-in',
        event: {
          name: pack.name,
          code: pack.code,
          venue: pack.venue,
          startsOn: pack.dates.from,
          endsOn: pack.dates.to,
        },
        rehearsal,
        exported: asOf,
      }
      return {
        name: `${rehearsal ? 'REHEARSAL-' : ''}${pack.code}-attendance-${clock.wallOf(asOf).slice(0, 16).replaceAll(/[:T]/g, '-')}.${kind}`,
        media: MEDIA[kind],
        chunks:
          kind === 'xlsx'
            ? attendanceWorkbook({
                document,
                count,
                people,
                context,
                retention: pack.privacy.retention,
                wayOut: wayOut(),
              })
            : attendanceCsv(people, context),
        people: people.length,
        absent: count.totals.absent,
      }
    },
  }
}
