/** The facts about a pledge, and the record they fold into. */
import { z } from 'zod'
import { pledgeRecord, type PledgeRow, timescaleColumns, timescaleKept } from '../../../shared/domain/pledge.ts'
import { said } from '../../../shared/domain/text.ts'
import {
  below,
  each,
  factType,
  ofWhom,
  on,
  ours,
  type Part,
  recordKind,
  typed,
  type Timed,
} from '../kernel/journal/index.ts'

const details = z.object({
  type: said,
  wording: said,
  quantity: z.int().nullable(),
  timescale: timescaleKept,
  priority: said.nullable(),
  mayContact: z.boolean(),
  email: said,
  showName: z.boolean(),
})
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
  ...details.shape,
})
/** Who made the pledge, where they are on the list: what is said here goes with them, also where its writer had not heard that they are forgotten. */
const whose = { delegate: onTheList.optional() }
const amended = z.object({ changes: details.partial(), reason: said, ...whose })
const reasoned = z.object({ reason: said, ...whose })

export type MadeBody = z.infer<typeof made>
const saidInIt = {
  ...each(typed('words'), 'wording timescale.stated'),
  ...ours('type timescale.due priority'),
}
const why = { reason: ofWhom('note', 'delegate'), delegate: ofWhom('identity', 'delegate') }
export const pledgeMade = factType('pledge.made', 1, made, {
  ...saidInIt,
  ...each(ofWhom('identity', 'by.delegate'), 'by.delegate by.name by.organisation by.area'),
  email: ofWhom('contact', 'by.delegate'),
  ...ours('reference by.sector'),
})
export const pledgeAmended = factType('pledge.amended', 1, amended, {
  ...below('changes', saidInIt),
  'changes.email': ofWhom('contact', 'delegate'),
  ...why,
})
export const pledgeWithdrawn = factType('pledge.withdrawn', 1, reasoned, why)
export const pledgeRestored = factType('pledge.restored', 1, reasoned, why)

type Details = z.infer<typeof details>

/** The columns that some details set; only those that were given. */
const columnsOf = ({ timescale, ...plain }: Partial<Details>) => ({
  ...plain,
  ...(timescale === undefined ? {} : timescaleColumns(timescale)),
})
const UNREACHABLE = { mayContact: false, email: '', showName: false } as const
/** Whoever is forgotten made it as nobody does: nobody is contacted, and nobody is shown. */
const NOBODY = {
  byKind: 'anonymous',
  delegate: null,
  name: '',
  organisation: '',
  area: '',
  ...UNREACHABLE,
} as const

const begin = (_row: PledgeRow | null, { reference, by, ...rest }: MadeBody, fact: Timed): PledgeRow => ({
  id: fact.subject,
  reference,
  byKind: by.kind,
  delegate: by.delegate,
  name: by.name,
  organisation: by.organisation,
  area: by.area,
  sector: by.sector,
  ...rest,
  ...timescaleColumns(rest.timescale),
  status: 'live',
  withdrawnReason: '',
  made: fact.time,
  changed: fact.time,
  conflict: 0,
  ...(by.delegate === '' ? NOBODY : {}),
})

const amend = (row: PledgeRow | null, { changes }: z.infer<typeof amended>, fact: Timed): PledgeRow | null =>
  row && {
    ...row,
    ...columnsOf(changes),
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
      columns: pledgeRecord.columns,
      flags: pledgeRecord.flags,
      changes: 'pledges',
      steps: [
        on<PledgeRow, z.infer<typeof made>>(pledgeMade, begin),
        on<PledgeRow, z.infer<typeof amended>>(pledgeAmended, amend),
        on<PledgeRow, z.infer<typeof reasoned>>(
          pledgeWithdrawn,
          (row, body, fact) => row && { ...row, status: 'withdrawn', withdrawnReason: body.reason, changed: fact.time },
        ),
        on<PledgeRow, z.infer<typeof reasoned>>(
          pledgeRestored,
          (row, _body, fact) => row && { ...row, status: 'live', withdrawnReason: '', changed: fact.time },
        ),
      ],
    }),
  ],
}
