/** The facts about delegates, their needs and their attendance, and the records they fold into. */
import { z } from 'zod'
import { PERSON_FIELDS } from '../../../shared/domain/import-decisions.ts'
import {
  CHOSEN_DETAILS,
  type ChosenDetail,
  delegateRecord,
  type DelegateRow,
  type Needs,
  needsRecord,
  type NeedsRow,
  presenceSchema,
} from '../../../shared/domain/delegate.ts'
import { type Fact, factName, nameOf } from '../../../shared/domain/fact.ts'
import { number, oneOf, record, type RowOf, text } from '../../../shared/domain/record.ts'
import type { Moment } from '../../../shared/domain/roll-call.ts'
import { instant, said } from '../../../shared/domain/text.ts'
import { jsonWritten, readWritten } from '../kernel/database/index.ts'
import {
  beginning,
  below,
  bodyOf,
  declared,
  type FactType,
  factType,
  on,
  ours,
  type Part,
  people,
  personErased,
  recordKind,
  type Row,
  takingBack,
  theirs,
  type Timed,
} from '../kernel/journal/index.ts'
import { attendanceClosed } from './attendance/closed.ts'
import { withCode } from './badge-codes.ts'
import {
  brought,
  importBegan,
  importEnded,
  importMade,
  importUndoBegan,
  importUndone,
  listImport,
  withOrigin,
} from './import/import-facts.ts'

const added = z.object({
  ...delegateRecord.said,
  /** Our own code, printed on the badge. */
  badge: said,
  /** The code of a ticket bought elsewhere, as imported; empty where there is none. */
  ticket: said,
  walkIn: z.boolean(),
  ...brought,
  ...withOrigin,
})
/** `chosen`: in facts of older versions what somebody decided on while a list was read in; newer ones say it by their origin. */
const amended = z.object({
  changes: z.object(delegateRecord.said).partial().extend({ ticket: said.optional() }),
  reason: said,
  chosen: z.array(z.enum(PERSON_FIELDS)).optional(),
  ...brought,
  ...withOrigin,
})
const reasoned = z.object({ reason: said })

const saidOfThem = { ...declared(delegateRecord.says, 'subject'), ticket: theirs('identity') }
const why = { reason: theirs('note') }

export const delegateAdded = factType('delegate.added', 1, added, {
  ...saidOfThem,
  badge: theirs('identity'),
  ...ours('import'),
})
export const delegateAmended = factType('delegate.amended', 1, amended, {
  ...below('changes', saidOfThem),
  ...why,
  ...ours('import'),
})
const whose = z.array(z.uuid()).optional()
/**
 * With a merge: of each detail that somebody chose, the ids of those whose it is. It says whose and never what, so that a person who is
 * forgotten stands in nobody else’s facts, and it says nothing once they are two again.
 */
export const detailsChosen = factType(
  'delegate.details-chosen',
  1,
  z.object({
    of: z.object({
      name: whose,
      role: whose,
      organisation: whose,
      area: whose,
      sector: whose,
      table: whose,
      email: whose,
    }),
  }),
  ours(CHOSEN_DETAILS.map((name) => `of.${name}[]`).join(' ')),
  { who: 'organiser' },
)
export const delegateWithdrawn = factType('delegate.withdrawn', 1, reasoned, why)
export const delegateRestored = factType('delegate.restored', 1, reasoned.extend(brought), {
  ...why,
  ...ours('import'),
})
/** `first`: said by the list that brought them. What they were asked since comes after it, whenever that list was read. */
const needed = z.object({
  ...needsRecord.said,
  first: z.literal(true).optional(),
  ...brought,
  ...withOrigin,
})
export const needsRecorded = factType('needs.recorded', 1, needed, {
  ...declared(needsRecord.says, 'subject'),
  ...ours('import'),
})
/** A note that only staff see: what this person needs a word about. Empty once that is done. */
export const delegateNoted = factType('delegate.noted', 1, z.object({ note: said }), { note: theirs('note') })
/** `at`: the time written on a paper sheet, where it was entered later; otherwise it happened when the fact was written. */
const signingIn = z.object({ how: z.enum(['found', 'scanned', 'walk-in', 'self', 'paper']), at: instant.optional() })
const signingOut = z.object({ at: instant.optional() })
export const signedIn = factType('attendance.signed-in', 1, signingIn, ours('at'))
export const signedOut = factType('attendance.signed-out', 1, signingOut, ours('at'))
/** `takesBack` names the steps that the writer saw last; one that was written elsewhere at the same time stands. */
export const attendanceUndone = factType('attendance.undone', 1, reasoned.extend({ takesBack: z.array(factName) }), {
  ...why,
  ...ours('takesBack[]'),
})

/** The types of the facts that an import writes about people. */
export const broughtTypes: readonly FactType<{ import?: string | undefined }>[] = [
  delegateAdded,
  delegateAmended,
  delegateRestored,
  needsRecorded,
]
/** The import that wrote a fact; undefined where none did, or nobody can tell any more. */
export const importOf = (fact: Fact): string | undefined =>
  broughtTypes.map((type) => bodyOf(type, fact)?.import).find((id) => id !== undefined)
const withTheirImport = takingBack(
  importUndone,
  (body, other, { subject }) =>
    other.subject === subject && (importOf(other) === body.import || (body.takesBack ?? []).includes(nameOf(other))),
)
/** Whatever was said of somebody who is forgotten, also by a tablet that had not heard of it. */
const withThem = takingBack(personErased, ({ ids }, other) => ids.includes(other.subject))

/**
 * While it is folded. `entries`: whose entries are on the list, as their ids one after another. Of one who stands alone `status` tells it.
 * `told`: which entry said what, as JSON, in order.
 */
type Folding = Row & DelegateRow & { entries?: string; told?: string }

type Telling = [entry: string, says: Record<string, string>]
// It was written by this same fold, a moment ago.
const toldIn = ({ told }: Pick<Folding, 'told'>): Telling[] =>
  told === undefined ? [] : (jsonWritten(told) as Telling[])
const columnOf = (name: ChosenDetail) => (name === 'table' ? 'tableName' : name)

/** Keeps who said what, for whoever chooses between the two later. */
function tell(row: Folding, subject: string, says: Partial<DelegateRow>): Folding {
  const values = CHOSEN_DETAILS.flatMap((name) => {
    const value = says[columnOf(name)]
    return value === undefined ? [] : [[name, value]]
  })
  return values.length === 0
    ? row
    : { ...row, told: JSON.stringify([...toldIn(row), [subject, Object.fromEntries(values)]]) }
}

/** Of each detail that was chosen what those whose it is said last; nothing where they said nothing that is known here. */
function choose(row: Folding, { of }: z.infer<typeof detailsChosen.body>, fact: Timed): Folding {
  const told = toldIn(row)
  const chosen = CHOSEN_DETAILS.flatMap((name) => {
    const value = told.findLast(([id, says]) => of[name]?.includes(id) === true && name in says)?.[1][name]
    return value === undefined ? [] : [[columnOf(name), value] as const]
  })
  const says = Object.fromEntries(chosen)
  return tell({ ...row, ...says }, fact.subject, says)
}

/** `trail`: each sign-in and sign-out that was not taken back, as JSON, in the order they were written down. */
const attendance = {
  presence: oneOf(presenceSchema.options),
  since: text(),
  station: text(),
  /** The number of the step that `since` is of; 0 where a line of paper says so. */
  sinceSeq: number(),
  firstIn: text(),
  /** How they first came in; empty while they have not. */
  firstHow: text(),
  trail: text(),
}
const attendanceRecord = record(attendance)
export type AttendanceRow = RowOf<typeof attendance>

const step = z.object({
  kind: z.enum(['in', 'out']),
  at: z.string(),
  station: z.string(),
  seq: z.int(),
  how: z.string(),
  /** When it was written down: on another day, perhaps, than it happened. */
  written: z.string(),
  /** Written down by a tablet that had not heard that they were in (or out) already. */
  again: z.literal(true).optional(),
})
export type Step = z.infer<typeof step>
const trailSchema = z.array(step)

type Happened = { kind: 'in' | 'out'; at: string; how: string }

/** Steps in the order they were written down, which is that of cause and effect; a line of paper goes before the first that is later. */
function asHappened<S extends Happened>(trail: readonly S[]): S[] {
  const paper = trail
    .filter(({ how }) => how === 'paper')
    .toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
  const live = trail.filter(({ how }) => how !== 'paper')
  const placed = live.flatMap((next) => {
    const before = paper.findIndex(({ at }) => at >= next.at)
    return [...paper.splice(0, before === -1 ? paper.length : before), next]
  })
  return [...placed, ...paper]
}

/** A trail's steps in the order they happened, without those that changed nothing: in, out, in … */
export function changesIn<S extends Happened>(trail: readonly S[]): S[] {
  const changes: S[] = []
  for (const next of asHappened(trail)) if (next.kind !== (changes.at(-1)?.kind ?? 'out')) changes.push(next)
  return changes
}

/** A line of paper is placed by its time alone. */
const ownSeq = ({ how, seq }: Pick<Step, 'how' | 'seq'>): number => (how === 'paper' ? 0 : seq)
/** When a step was, to be held against what happened elsewhere. */
export const momentOf = ({ at: time, station, how, seq }: Step): Moment => ({
  time,
  station,
  seq: ownSeq({ how, seq }),
})

const attendanceOf = (id: string, trail: Step[]): AttendanceRow => {
  const changes = changesIn(trail)
  const [first, last] = [changes[0], changes.at(-1)]
  return {
    id,
    presence: last === undefined ? 'expected' : last.kind === 'in' ? 'here' : 'left',
    since: last?.at ?? '',
    station: last?.station ?? '',
    sinceSeq: last === undefined ? 0 : ownSeq(last),
    firstIn: first?.at ?? '',
    firstHow: first?.how ?? '',
    trail: JSON.stringify(trail),
  }
}

/** The steps of a trail as it is kept, in the order they were written down. */
export const stepsIn = (trail: string): Step[] => readWritten(trailSchema, trail)
const trailOf = (row: AttendanceRow | null): Step[] => (row === null ? [] : stepsIn(row.trail))

/**
 * A sign-in of someone who is here already changes nothing: the first one stands, also after a merge. It is kept all the
 * same: a sheet that is entered later may say that they had left before it.
 */
function follow(
  row: AttendanceRow | null,
  { kind, how, at }: { kind: 'in' | 'out'; how: string; at?: string | undefined },
  fact: Timed,
): AttendanceRow {
  const trail = trailOf(row)
  const again = at === undefined && (changesIn(trail).at(-1)?.kind ?? 'out') === kind
  return attendanceOf(fact.subject, [
    ...trail,
    {
      kind,
      at: at ?? fact.time,
      station: fact.station,
      seq: fact.seq,
      how,
      written: fact.time,
      ...(again ? { again } : {}),
    },
  ])
}

/** What an undo takes back: the last step that was written down, with those after it that only said the same once more. */
export function lastSteps(trail: readonly Step[]): string[] {
  const last = trail.findLastIndex(({ again }) => again === undefined)
  return trail.slice(Math.max(0, last)).map(nameOf)
}

/** One entry is on the list or off it. Of those who are one person all have to be off it before the person is. */
function onList(row: Folding, subject: string, isOn: boolean): Pick<Folding, 'entries' | 'status'> {
  const before = (row.entries ?? (row.status === 'listed' ? row.id : '')).split(' ').filter((id) => id !== '')
  const others = before.filter((id) => id !== subject)
  const entries = isOn ? [...others, subject] : others
  return { entries: entries.join(' '), status: entries.length > 0 ? 'listed' : 'withdrawn' }
}

/** Another tablet read the list that they are on. It counts as one more list does: an empty cell takes nothing away. */
function addAgain(row: Folding, body: z.infer<typeof added>, fact: Timed): Folding {
  const given = { ...delegateRecord.columnsOf(body), ticket: body.ticket }
  const entries = fact.subject === row.id ? {} : onList(row, fact.subject, true)
  const says = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))
  return {
    ...tell(row, fact.subject, says),
    ...says,
    ...withCode(row, body.badge),
    ...entries,
    // Whoever is one with somebody on the list was on it, though they came in as one who was not.
    walkIn: row.walkIn && body.walkIn,
    changed: fact.time,
  }
}

const add = (body: z.infer<typeof added>, fact: Timed): Folding => {
  const row = begun(body, fact)
  return tell(row, fact.subject, row)
}

const begun = (body: z.infer<typeof added>, fact: Timed): DelegateRow =>
  delegateRecord.begun(body, {
    id: fact.subject,
    badge: body.badge,
    otherBadges: '',
    ticket: body.ticket,
    walkIn: body.walkIn,
    status: 'listed',
    changed: fact.time,
    conflict: 0,
    note: '',
  })

const changedBy = ({ changes }: z.infer<typeof amended>): Partial<DelegateRow> => ({
  ...delegateRecord.columnsOf(changes),
  ...(changes.ticket === undefined ? {} : { ticket: changes.ticket }),
})

/** What somebody is called of whom no more than this is known; the next list that they are on says who they are. */
export const UNNAMED = 'Somebody whose list was taken back'
/** As when a list is taken back where it is known: whoever came or left, was corrected, asked for something or stands on another list stays. */
const KEEPING: ReadonlySet<string> = new Set(
  [signedIn, signedOut, attendanceUndone, needsRecorded, delegateAmended, delegateRestored, delegateNoted].map(
    ({ type }) => type,
  ),
)

/** Their list was taken back by a tablet that had not heard what was said of them at another: they stay, without what the list said. */
function remainsOf(all: readonly Timed[]): DelegateRow | null {
  const forgotten = new Set(all.flatMap((fact) => bodyOf(personErased, fact)?.ids ?? []))
  const facts = all.filter(({ subject }) => !forgotten.has(subject))
  const undone = new Set(facts.flatMap((fact) => bodyOf(importUndone, fact)?.import ?? []))
  if (undone.size === 0) return null
  const isTakenBack = (fact: Fact): boolean => undone.has(importOf(fact) ?? '')
  if (!facts.some((fact) => KEEPING.has(fact.type) && !isTakenBack(fact))) return null
  for (const fact of facts) {
    const body = isTakenBack(fact) ? bodyOf(delegateAdded, fact) : null
    if (body !== null) return { ...add(body, fact), name: body.name === '' ? UNNAMED : body.name }
  }
  return null
}

export const delegateKind = recordKind({
  table: 'delegate',
  joins: people,
  fold: 5,
  record: delegateRecord,
  changes: 'delegates',
  steps: [
    on<Folding, z.infer<typeof added>>(delegateAdded, (row, body, fact) =>
      row === null ? add(body, fact) : addAgain(row, body, fact),
    ),
    on<Folding, { note: string }>(delegateNoted, (row, body) => row && { ...row, note: body.note }),
    on<Folding, z.infer<typeof amended>>(
      delegateAmended,
      (row, body, fact) =>
        row && { ...tell(row, fact.subject, changedBy(body)), ...changedBy(body), changed: fact.time },
    ),
    on<Folding, z.infer<typeof detailsChosen.body>>(detailsChosen, (row, body, fact) => row && choose(row, body, fact)),
    on<Folding, z.infer<typeof reasoned>>(
      delegateWithdrawn,
      (row, _body, fact) => row && { ...row, ...onList(row, fact.subject, false), changed: fact.time },
    ),
    on<Folding, z.infer<typeof reasoned>>(
      delegateRestored,
      (row, _body, fact) => row && { ...row, ...onList(row, fact.subject, true), changed: fact.time },
    ),
  ],
  takesBack: [withTheirImport, withThem],
  begins: [beginning(delegateAdded)],
  remains: { by: KEEPING, of: remainsOf },
  gathers: ['otherBadges', 'entries', 'told'],
})

export const needsKind = recordKind({
  table: 'needs',
  joins: people,
  fold: 2,
  record: needsRecord,
  changes: 'delegates',
  steps: [
    on<NeedsRow, Needs>(needsRecorded, (_row, { access, dietary }, fact) =>
      access === '' && dietary === '' ? null : { id: fact.subject, access, dietary },
    ),
  ],
  takesBack: [withTheirImport, withThem],
  begins: [beginning(needsRecorded, ({ first }) => first === true)],
})

export const attendanceKind = recordKind({
  table: 'attendance',
  joins: people,
  fold: 2,
  record: attendanceRecord,
  changes: 'attendance',
  steps: [
    on<AttendanceRow, z.infer<typeof signingIn>>(signedIn, (row, body, fact) =>
      follow(row, { kind: 'in', ...body }, fact),
    ),
    on<AttendanceRow, z.infer<typeof signingOut>>(signedOut, (row, body, fact) =>
      follow(row, { kind: 'out', how: body.at === undefined ? '' : 'paper', ...body }, fact),
    ),
  ],
  takesBack: [takingBack(attendanceUndone, ({ takesBack }, other) => takesBack.includes(nameOf(other))), withThem],
})

export const signInPart: Part = {
  facts: [
    delegateAdded,
    delegateAmended,
    detailsChosen,
    delegateWithdrawn,
    delegateRestored,
    delegateNoted,
    needsRecorded,
    signedIn,
    signedOut,
    attendanceUndone,
    attendanceClosed,
    importMade,
    importBegan,
    importEnded,
    importUndoBegan,
    importUndone,
  ],
  records: [delegateKind, needsKind, attendanceKind, listImport],
}
