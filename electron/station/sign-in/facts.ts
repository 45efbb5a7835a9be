/** The facts about delegates, their needs and their attendance, and the records they fold into. */
import { z } from 'zod'
import { instantOf } from '../../../shared/domain/clock.ts'
import type { Fact } from '../../../shared/domain/fact.ts'
import { factType, on, type Part, recordKind, type Row } from '../journal/index.ts'

const details = z.object({
  name: z.string(),
  role: z.string(),
  organisation: z.string(),
  sector: z.string(),
  email: z.string(),
  table: z.string(),
})
const added = z.object({
  ...details.shape,
  /** Our own code, printed on the badge. */
  badge: z.string(),
  /** The code of a ticket bought elsewhere, as imported; empty where there is none. */
  ticket: z.string(),
  walkIn: z.boolean(),
})
const amended = z.object({ changes: details.partial().extend({ ticket: z.string().optional() }), reason: z.string() })
const reasoned = z.object({ reason: z.string() })

export const delegateAdded = factType('delegate.added', 1, added)
export const delegateAmended = factType('delegate.amended', 1, amended)
export const delegateWithdrawn = factType('delegate.withdrawn', 1, reasoned)
export const delegateRestored = factType('delegate.restored', 1, reasoned)
/** They asked to be forgotten: what the earlier facts said of them is gone, and so are their records. */
export const delegateErased = factType('delegate.erased', 1, reasoned)
export const needsRecorded = factType('needs.recorded', 1, z.object({ access: z.string(), dietary: z.string() }))
/** About the event: from here on, every need that was recorded before is gone. */
export const needsPurged = factType('needs.purged', 1, reasoned)
export const signedIn = factType('attendance.signed-in', 1, z.object({ how: z.enum(['found', 'scanned', 'walk-in']) }))
export const signedOut = factType('attendance.signed-out', 1, z.object({}))
export const attendanceUndone = factType('attendance.undone', 1, reasoned)

export type DelegateRow = Row & {
  name: string
  role: string
  organisation: string
  sector: string
  email: string
  tableName: string
  badge: string
  ticket: string
  walkIn: number
  status: 'listed' | 'withdrawn'
  changed: string
  conflict: number
}

type NeedsRow = Row & { access: string; dietary: string }

/** `trail`: each sign-in and sign-out that still stands, so that an undo goes back to just what was before. */
export type AttendanceRow = Row & {
  presence: 'expected' | 'here' | 'left'
  since: string
  station: string
  firstIn: string
  trail: string
}

type Step = { kind: 'in' | 'out'; at: string; station: string }
const trailSchema = z.array(z.object({ kind: z.enum(['in', 'out']), at: z.string(), station: z.string() }))

const attendanceOf = (id: string, trail: Step[]): AttendanceRow => {
  const last = trail.at(-1)
  return {
    id,
    presence: last === undefined ? 'expected' : last.kind === 'in' ? 'here' : 'left',
    since: last?.at ?? '',
    station: last?.station ?? '',
    firstIn: trail.find((step) => step.kind === 'in')?.at ?? '',
    trail: JSON.stringify(trail),
  }
}

const trailOf = (row: AttendanceRow | null): Step[] => (row === null ? [] : trailSchema.parse(JSON.parse(row.trail)))

/** A sign-in of someone who is here already changes nothing: the first one stands, also after a merge. */
const follow =
  (kind: 'in' | 'out') =>
  (row: AttendanceRow | null, _body: unknown, fact: Fact): AttendanceRow => {
    const trail = trailOf(row)
    const last = trail.at(-1)?.kind ?? 'out'
    const counts = kind === 'in' ? last === 'out' : last === 'in'
    return attendanceOf(
      fact.subject,
      counts ? [...trail, { kind, at: instantOf(fact.at), station: fact.station }] : trail,
    )
  }

const detailColumns = ({ table, ...plain }: Partial<z.infer<typeof details>> & { ticket?: string | undefined }) => ({
  ...plain,
  ...(table === undefined ? {} : { tableName: table }),
})

const add = (_row: DelegateRow | null, body: z.infer<typeof added>, fact: Fact): DelegateRow => ({
  id: fact.subject,
  name: body.name,
  role: body.role,
  organisation: body.organisation,
  sector: body.sector,
  email: body.email,
  tableName: body.table,
  badge: body.badge,
  ticket: body.ticket,
  walkIn: Number(body.walkIn),
  status: 'listed',
  changed: instantOf(fact.at),
  conflict: 0,
})

export const signInPart: Part = {
  facts: [
    delegateAdded,
    delegateAmended,
    delegateWithdrawn,
    delegateRestored,
    delegateErased,
    needsRecorded,
    needsPurged,
    signedIn,
    signedOut,
    attendanceUndone,
  ],
  records: [
    recordKind({
      table: 'delegate',
      columns: [
        'id',
        'name',
        'role',
        'organisation',
        'sector',
        'email',
        'tableName',
        'badge',
        'ticket',
        'walkIn',
        'status',
        'changed',
        'conflict',
      ],
      changes: 'delegates',
      steps: [
        on<DelegateRow, z.infer<typeof added>>(delegateAdded, add),
        on<DelegateRow, z.infer<typeof reasoned>>(delegateErased, () => null),
        on<DelegateRow, z.infer<typeof amended>>(
          delegateAmended,
          (row, body, fact) => row && { ...row, ...detailColumns(body.changes), changed: instantOf(fact.at) },
        ),
        on<DelegateRow, z.infer<typeof reasoned>>(
          delegateWithdrawn,
          (row, _body, fact) => row && { ...row, status: 'withdrawn', changed: instantOf(fact.at) },
        ),
        on<DelegateRow, z.infer<typeof reasoned>>(
          delegateRestored,
          (row, _body, fact) => row && { ...row, status: 'listed', changed: instantOf(fact.at) },
        ),
      ],
    }),
    recordKind({
      table: 'needs',
      columns: ['id', 'access', 'dietary'],
      changes: 'delegates',
      steps: [
        on<NeedsRow, { access: string; dietary: string }>(needsRecorded, (_row, body, fact) => ({
          id: fact.subject,
          access: body.access,
          dietary: body.dietary,
        })),
      ],
    }),
    recordKind({
      table: 'attendance',
      columns: ['id', 'presence', 'since', 'station', 'firstIn', 'trail'],
      changes: 'attendance',
      steps: [
        on<AttendanceRow, unknown>(signedIn, follow('in')),
        on<AttendanceRow, unknown>(signedOut, follow('out')),
        on<AttendanceRow, unknown>(delegateErased, () => null),
        on<AttendanceRow, unknown>(attendanceUndone, (row, _body, fact) =>
          attendanceOf(fact.subject, trailOf(row).slice(0, -1)),
        ),
      ],
    }),
  ],
}
