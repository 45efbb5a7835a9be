/** The facts about a pledge, and the record they fold into. */
import { z } from 'zod'
import { pledgeRecord, type PledgeRow, UNREACHABLE } from '../../../shared/domain/pledge.ts'
import { said } from '../../../shared/domain/text.ts'
import { fresh, reasoned, standingSteps } from '../kernel/entries.ts'
import {
  below,
  declared,
  each,
  factType,
  ofWhom,
  on,
  ours,
  type Part,
  recordKind,
  type Timed,
} from '../kernel/journal/index.ts'

/** Empty once they are forgotten. */
const onTheList = z.union([z.uuid(), z.literal('')])
const made = z.object({
  reference: said,
  by: z.object({
    kind: z.enum(['delegate', 'organisation', 'anonymous']),
    delegate: onTheList.nullable(),
    name: said,
    organisation: said,
    /** Empty in facts from before there was one. */
    area: said.default(''),
    sector: said,
  }),
  ...pledgeRecord.said,
})
/** Who made the pledge, where they are on the list: what is said here goes with them, also where its writer had not heard that they are forgotten. */
const whose = { delegate: onTheList.optional() }
const amended = z.object({ changes: z.object(pledgeRecord.said).partial(), reason: said, ...whose })
const reasonedOf = reasoned.extend(whose)

export type MadeBody = z.infer<typeof made>
const why = { reason: ofWhom('note', 'delegate'), delegate: ofWhom('identity', 'delegate') }
export const pledgeMade = factType('pledge.made', 1, made, {
  ...declared(pledgeRecord.says, { path: 'by.delegate' }),
  ...each(ofWhom('identity', 'by.delegate'), 'by.delegate by.name by.organisation by.area'),
  ...ours('reference by.sector'),
})
export const pledgeAmended = factType('pledge.amended', 1, amended, {
  ...below('changes', declared(pledgeRecord.says, { path: 'delegate' })),
  ...why,
})
export const pledgeWithdrawn = factType('pledge.withdrawn', 1, reasonedOf, why)
export const pledgeRestored = factType('pledge.restored', 1, reasonedOf, why)

/** Whoever is forgotten made it as nobody does: nobody is contacted, and nobody is shown. */
const NOBODY = {
  byKind: 'anonymous',
  delegate: null,
  name: '',
  organisation: '',
  area: '',
  ...UNREACHABLE,
} as const

const begin = (_row: PledgeRow | null, body: MadeBody, fact: Timed): PledgeRow => ({
  ...pledgeRecord.begun(body, {
    id: fact.subject,
    reference: body.reference,
    byKind: body.by.kind,
    delegate: body.by.delegate,
    name: body.by.name,
    organisation: body.by.organisation,
    area: body.by.area,
    sector: body.by.sector,
    ...fresh(fact),
  }),
  ...(body.by.delegate === '' ? NOBODY : {}),
})

const amend = (row: PledgeRow | null, { changes }: z.infer<typeof amended>, fact: Timed): PledgeRow | null =>
  row && {
    ...row,
    ...pledgeRecord.columnsOf(changes),
    changed: fact.time,
    // The area stays: without a name it may be said all the same.
    ...(row.byKind === 'anonymous' ? UNREACHABLE : {}),
  }

export const pledgePart: Part = {
  facts: [pledgeMade, pledgeAmended, pledgeWithdrawn, pledgeRestored],
  records: [
    recordKind({
      table: 'pledge',
      fold: 2,
      record: pledgeRecord,
      changes: 'pledges',
      steps: [on(pledgeMade, begin), on(pledgeAmended, amend), ...standingSteps(pledgeWithdrawn, pledgeRestored)],
    }),
  ],
}
