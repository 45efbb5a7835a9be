/** A pledge: what a delegate or an organisation promises. */
import { z } from 'zod'
import { flag, moment, number, oneOf, record, type RowOf, type StoredOf, text, type ViewOf } from './record.ts'
import {
  area,
  isoDate,
  optionalEmail,
  optionalLine,
  requiredLine,
  requiredName,
  requiredText,
  said,
  slug,
} from './text.ts'

export const pledgeBy = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('delegate'), delegate: z.uuid() }),
  z.object({
    kind: z.literal('organisation'),
    organisation: requiredName(160, 'Write the name of the organisation'),
    area,
    sector: z.union([z.literal(''), slug]),
    /** Who to speak to there. */
    name: optionalLine(120),
  }),
  z.object({ kind: z.literal('anonymous'), area }),
])
export type PledgeBy = z.infer<typeof pledgeBy>

/** By when, as it was answered: a day, their own words, or not sure yet. */
export const timescaleInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('date'), date: isoDate }),
  z.object({ kind: z.literal('words'), words: requiredLine(120, 'Say by when, or choose “Not sure yet”') }),
  z.object({ kind: z.literal('open') }),
])
export type TimescaleInput = z.infer<typeof timescaleInput>

/** By when, as it is kept: what was said, the day it comes to, and whether that day was worked out by us. */
export const timescaleKept = z.object({ stated: said, due: isoDate.nullable(), derived: z.boolean() })
export type TimescaleKept = z.infer<typeof timescaleKept>

/** The same in the columns of a record. */
export const timescaleColumns = ({ stated, due, derived }: TimescaleKept) => ({
  timescale: stated,
  due,
  dueDerived: derived,
})

export const pledgeDetails = z.object({
  type: slug,
  wording: requiredText(600, 'Write what you promise to do'),
  quantity: z
    .int('Use a whole number')
    .min(1, 'Use a number from 1 to 9,999')
    .max(9999, 'Use a number from 1 to 9,999')
    .nullable(),
  timescale: timescaleInput,
  priority: slug.nullable(),
  mayContact: z.boolean(),
  email: optionalEmail,
  showName: z.boolean(),
})
export type PledgeDetails = z.infer<typeof pledgeDetails>

export const pledgeInput = pledgeDetails.extend({
  by: pledgeBy,
  /** Chosen by the screen before it asks, so that asking again after a lost answer makes no second pledge. */
  id: z.uuid().optional(),
})
export type PledgeInput = z.infer<typeof pledgeInput>

/** A pledge as it stands: every field of it, in the order of its columns. */
const fields = {
  reference: text().searched(),
  byKind: oneOf(['delegate', 'organisation', 'anonymous']),
  delegate: text().nullable(),
  name: text().searched(),
  organisation: text().searched(),
  area: text().searched(),
  sector: text(),
  type: text(),
  wording: text().searched(),
  quantity: number().nullable(),
  timescale: text(),
  due: text().nullable(),
  dueDerived: flag(),
  priority: text().nullable(),
  mayContact: flag(),
  email: text(),
  showName: flag(),
  status: oneOf(['live', 'withdrawn']),
  withdrawnReason: text(),
  made: moment(),
  changed: moment(),
}
export const pledgeRecord = record(fields, { order: 'made DESC, id DESC' })
export type PledgeRow = RowOf<typeof fields>
/** As SQLite keeps it. */
export type StoredPledge = StoredOf<typeof fields>
export const pledgeView = pledgeRecord.view
export type PledgeView = ViewOf<typeof fields>
