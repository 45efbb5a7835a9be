/** A pledge: what a delegate or an organisation promises. */
import { z } from 'zod'
import { byWhen, standing, STANDINGS, whence } from './entry.ts'
import {
  always,
  amounts,
  days,
  lacking,
  list,
  type ListQuery,
  moments,
  oneOfFew,
  oneValue,
  overdue,
  words,
  yesOrNo,
} from './list.ts'
import { flag, type HiddenOf, number, oneOf, record, type RowOf, type StoredOf, text, type ViewOf } from './record.ts'
import { area, optionalEmail, optionalLine, requiredName, requiredText, slug } from './text.ts'

export { timescaleInput, type TimescaleInput } from './entry.ts'

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

/** A pledge as it stands: every field of it, in the order of its columns, which is the order in which people are asked. */
const fields = {
  reference: text().searched(),
  byKind: oneOf(['delegate', 'organisation', 'anonymous']),
  delegate: text().nullable(),
  name: text().searched(),
  organisation: text().searched(),
  area: text().searched(),
  sector: text(),
  type: text().asked(slug, 'none').called('Kind'),
  wording: text().searched().asked(requiredText(600, 'Write what you promise to do'), 'words').called('Wording'),
  quantity: number()
    .nullable()
    .asked(
      z
        .int('Write how many as a whole number')
        .min(1, 'Write how many as a number from 1 to 9,999')
        .max(9999, 'Write how many as a number from 1 to 9,999')
        .nullable(),
    )
    .called('How many'),
  ...byWhen,
  priority: text().nullable().asked(slug.nullable(), 'none').called('Priority'),
  mayContact: flag().asked(z.boolean()).called('May be contacted'),
  email: text().asked(optionalEmail, 'contact').called('E-mail'),
  showName: flag().asked(z.boolean()).called('Name may be shown'),
  /** Which fact says who pledged, or of which entry the first one does: what was allowed by somebody is theirs alone. */
  who: text().hidden(),
  /** The references of the other entries that are one with this, with a space between. */
  otherReferences: text().searched(),
  /** When each of those was made, and its id: `instant|id`, with a space between. Its leaf leaves its place empty. */
  alsoMade: text().hidden(),
  ...whence,
  ...standing,
}
export const pledgeRecord = record(fields)
export type PledgeRow = RowOf<typeof fields>
export type HiddenOfPledge = HiddenOf<typeof fields>
/** As SQLite keeps it. */
export type StoredPledge = StoredOf<typeof fields>
export const pledgeView = pledgeRecord.view
export type PledgeView = ViewOf<typeof fields>

/**
 * How pledges are looked through. `serves` is the priority that one counts towards, its own or that of its kind; `kindRank` and `servesRank`
 * are where they stand in the event pack.
 */
export const pledgeList = list({
  filters: {
    type: oneValue('type', 'Kind'),
    status: oneOfFew('status', 'Standing', STANDINGS, { usual: 'live' }),
    priority: oneValue('serves', 'Priority'),
    sector: oneValue('sector', 'Sector'),
    organisation: oneValue('organisation', 'Organisation', { anyCase: true }),
    contact: yesOrNo('mayContact', 'May be contacted'),
    madeFrom: moments('from', 'made', 'Made from'),
    madeTo: moments('to', 'made', 'Made up to'),
    dueFrom: days('from', 'due', 'Due from'),
    dueTo: days('to', 'due', 'Due up to'),
    overdue: overdue('due', 'Overdue'),
    gaps: lacking('Lacks', { date: ['due'], priority: ['serves'] }),
  },
  sorts: {
    reference: { called: 'Ref', by: [always('reference')], down: false },
    wording: { called: 'Pledge', by: [words('wording')], down: false },
    kind: { called: 'Kind', by: [amounts('kindRank')], down: false },
    who: { called: 'Who', by: [words('name', 'area', 'organisation'), words('organisation')], down: false },
    quantity: { called: 'How many', by: [amounts('quantity')], down: true },
    due: { called: 'By when', by: [amounts('due')], down: false },
    priority: { called: 'Priority', by: [amounts('servesRank')], down: false },
    made: { called: 'Made', by: [always('made')], down: true },
  },
  order: 'made',
})
export type PledgeQuery = ListQuery<typeof pledgeList>

/** Of whoever gave no name: nobody to write to, and no name to show. */
export const UNREACHABLE = { mayContact: false, email: '', showName: false } as const

export const pledgeDetails = pledgeRecord.details
export type PledgeDetails = z.infer<typeof pledgeDetails>

export const pledgeInput = pledgeDetails.extend({
  by: pledgeBy,
  /** Chosen by the screen before it asks, so that asking again after a lost answer makes no second pledge. */
  id: z.uuid().optional(),
})
export type PledgeInput = z.infer<typeof pledgeInput>
