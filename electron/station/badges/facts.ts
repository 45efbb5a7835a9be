/** The facts about badges, and the record they fold into: each time a person's badge was sent to a printer. */
import { z } from 'zod'
import { BADGE_LAYOUTS } from '../../../shared/domain/badge-layout.ts'
import { nameOf } from '../../../shared/domain/fact.ts'
import { flag, number, record, type RowOf, text } from '../../../shared/domain/record.ts'
import { readWritten } from '../kernel/database/index.ts'
import {
  factType,
  on,
  ours,
  type Part,
  people,
  personErased,
  recordKind,
  takingBack,
  type Timed,
} from '../kernel/journal/index.ts'
import { importUndone } from '../sign-in/index.ts'

/** `job` is the printing: one opening of the print dialog, with one badge or many. */
const printing = z.object({
  layout: z.enum(BADGE_LAYOUTS),
  why: z.enum(['alone', 'arrival', 'all', 'again']),
  job: z.uuid(),
})
export type Printing = z.infer<typeof printing>

/** About a delegate: their badge went to the printer. */
export const badgePrinted = factType('badge.printed', 1, printing, ours('job'))
/** About a delegate: it did not come out, as a steward said, or never reached the printer. */
export const badgeFailed = factType('badge.print-failed', 1, printing, ours('job'))

const tried = printing.extend({ at: z.string(), station: z.string(), failed: z.boolean() })
type Tried = z.infer<typeof tried>
const trailSchema = z.array(tried)

/** `trail`: every printing of this badge as JSON, oldest first. `prints` counts those that came out, `last` is the latest of all. */
const fields = {
  prints: number(),
  last: text(),
  /** The latest did not come out. */
  failed: flag(),
  trail: text(),
}
type BadgeRow = RowOf<typeof fields>

const rowOf = (id: string, trail: Tried[]): BadgeRow => ({
  id,
  prints: trail.filter(({ failed }) => !failed).length,
  last: trail.at(-1)?.at ?? '',
  failed: trail.at(-1)?.failed === true,
  trail: JSON.stringify(trail),
})

export const trailOf = (row: { trail: string } | null): Tried[] =>
  row === null ? [] : readWritten(trailSchema, row.trail)

/** A printing is one entry however often it is told, and once it is known to have failed it stays so. */
function follow(row: BadgeRow | null, body: Printing, fact: Timed, failed: boolean): BadgeRow {
  const trail = trailOf(row)
  const known = trail.some(({ job }) => job === body.job)
  return rowOf(
    fact.subject,
    known
      ? trail.map((one) => (one.job === body.job ? { ...one, failed: one.failed || failed } : one))
      : [...trail, { ...body, at: fact.time, station: fact.station, failed }],
  )
}

export const badgePart: Part = {
  facts: [badgePrinted, badgeFailed],
  records: [
    recordKind({
      table: 'badgePrint',
      joins: people,
      fold: 2,
      record: record(fields),
      changes: 'badges',
      steps: [
        on<BadgeRow, Printing>(badgePrinted, (row, body, fact) => follow(row, body, fact, false)),
        on<BadgeRow, Printing>(badgeFailed, (row, body, fact) => follow(row, body, fact, true)),
      ],
      takesBack: [
        takingBack(personErased, ({ ids }, other) => ids.includes(other.subject)),
        // The code on it went with the list that brought them.
        takingBack(importUndone, ({ takesBack = [] }, other) => takesBack.includes(nameOf(other))),
      ],
    }),
  ],
}
