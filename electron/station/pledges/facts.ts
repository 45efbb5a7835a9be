/** The facts about a pledge, and the record they fold into. */
import { z } from 'zod'
import { timescaleKept } from '../../../shared/domain/pledge.ts'
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
  type Row,
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

export type PledgeRow = Row & {
  reference: string
  byKind: 'delegate' | 'organisation' | 'anonymous'
  delegate: string | null
  name: string
  organisation: string
  area: string
  sector: string
  type: string
  wording: string
  quantity: number | null
  timescale: string
  due: string | null
  dueDerived: number
  priority: string | null
  mayContact: number
  email: string
  showName: number
  status: 'live' | 'withdrawn'
  withdrawnReason: string
  made: string
  changed: string
  conflict: number
}

type Details = z.infer<typeof details>

/** The columns that some details set; only those that were given. */
const columnsOf = (given: Partial<Details>) => ({
  ...(given.type === undefined ? {} : { type: given.type }),
  ...(given.wording === undefined ? {} : { wording: given.wording }),
  ...(given.quantity === undefined ? {} : { quantity: given.quantity }),
  ...(given.timescale === undefined
    ? {}
    : { timescale: given.timescale.stated, due: given.timescale.due, dueDerived: Number(given.timescale.derived) }),
  ...(given.priority === undefined ? {} : { priority: given.priority }),
  ...(given.mayContact === undefined ? {} : { mayContact: Number(given.mayContact) }),
  ...(given.email === undefined ? {} : { email: given.email }),
  ...(given.showName === undefined ? {} : { showName: Number(given.showName) }),
})

const UNREACHABLE = { mayContact: 0, email: '', showName: 0 } as const
/** Whoever is forgotten made it as nobody does: nobody is contacted, and nobody is shown. */
const NOBODY = {
  byKind: 'anonymous',
  delegate: null,
  name: '',
  organisation: '',
  area: '',
  ...UNREACHABLE,
} as const

const begin = (_row: PledgeRow | null, body: z.infer<typeof made>, fact: Timed): PledgeRow => ({
  id: fact.subject,
  reference: body.reference,
  byKind: body.by.kind,
  delegate: body.by.delegate,
  name: body.by.name,
  organisation: body.by.organisation,
  area: body.by.area,
  sector: body.by.sector,
  type: body.type,
  wording: body.wording,
  quantity: body.quantity,
  timescale: body.timescale.stated,
  due: body.timescale.due,
  dueDerived: Number(body.timescale.derived),
  priority: body.priority,
  mayContact: Number(body.mayContact),
  email: body.email,
  showName: Number(body.showName),
  status: 'live',
  withdrawnReason: '',
  made: fact.time,
  changed: fact.time,
  conflict: 0,
  ...(body.by.delegate === '' ? NOBODY : {}),
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
      columns: [
        'id',
        'reference',
        'byKind',
        'delegate',
        'name',
        'organisation',
        'area',
        'sector',
        'type',
        'wording',
        'quantity',
        'timescale',
        'due',
        'dueDerived',
        'priority',
        'mayContact',
        'email',
        'showName',
        'status',
        'withdrawnReason',
        'made',
        'changed',
        'conflict',
      ],
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
