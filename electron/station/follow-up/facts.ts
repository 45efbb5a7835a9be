/** The facts about offers that are alike: a person says which of them are one group, or that they are none; and the record of it. */
import { z } from 'zod'
import { type Fact, factName, nameOf } from '../../../shared/domain/fact.ts'
import { moment, record, type RowOf, text } from '../../../shared/domain/record.ts'
import { said } from '../../../shared/domain/text.ts'
import { readWritten } from '../kernel/database/index.ts'
import {
  bodyOf,
  factType,
  idFromName,
  on,
  ours,
  type Part,
  recordKind,
  takingBack,
  type Timed,
  typed,
} from '../kernel/journal/index.ts'

/**
 * The offers that are followed up together. It stands in the place of the confirmations that its writer saw (`takesBack`); the members of one
 * that was made elsewhere meanwhile stand beside its own.
 */
const grouped = z.object({
  type: said,
  sector: said,
  name: said,
  by: said,
  members: z.array(z.uuid()),
  takesBack: z.array(factName),
})
const parted = z.object({ takesBack: z.array(factName), reason: said })

export const offersGrouped = factType(
  'offers.grouped',
  1,
  grouped,
  { ...ours('type sector members[] takesBack[]'), name: typed('note'), by: typed('identity') },
  { who: 'organiser' },
)
/** They are followed up one by one again. A confirmation that its writer had not seen stands. */
export const offersParted = factType(
  'offers.parted',
  1,
  parted,
  { ...ours('takesBack[]'), reason: typed('note') },
  { who: 'organiser' },
)

/** The subject of all that is said of offers of this kind and sector, on every tablet of the event. */
export const groupId = (event: string, type: string, sector: string): string =>
  idFromName(JSON.stringify(['like offers', event, type, sector]))

const fields = {
  type: text(),
  sector: text(),
  name: text(),
  confirmedBy: text(),
  /** JSON: what else it was called, by tablets that had not heard of one another. */
  otherNames: text(),
  /** JSON: the ids of the pledges, in order. */
  members: text(),
  changed: moment(),
}
const groupRecord = record(fields)
export type GroupRow = RowOf<typeof fields>

const ids = z.array(z.uuid())
/** The pledges that a group names, whatever became of them since. */
export const membersIn = ({ members }: Pick<GroupRow, 'members'>): string[] => readWritten(ids, members)

const names = z.array(z.string())
/** Empty once somebody who saw them all has said what it is called. */
export const otherNamesIn = ({ otherNames }: Pick<GroupRow, 'otherNames'>): string[] => readWritten(names, otherNames)

/** Only what no later confirmation took the place of is folded, so whatever stands in the row was said elsewhere meanwhile. */
const confirm = (row: GroupRow | null, body: z.infer<typeof grouped>, fact: Timed): GroupRow => ({
  id: fact.subject,
  type: body.type,
  sector: body.sector,
  name: body.name,
  confirmedBy: body.by,
  otherNames: JSON.stringify(
    [...new Set(row === null ? [] : [...otherNamesIn(row), row.name])].filter((name) => name !== body.name),
  ),
  members: JSON.stringify([...new Set([...(row === null ? [] : membersIn(row)), ...body.members])].toSorted()),
  changed: fact.time,
})

/** The confirmations of one group that no other took back. `facts`: those about it that count. */
export function standingConfirmations(facts: readonly Fact[]): string[] {
  const back = new Set(
    facts.flatMap((fact) => (bodyOf(offersGrouped, fact) ?? bodyOf(offersParted, fact))?.takesBack ?? []),
  )
  return facts.filter((fact) => bodyOf(offersGrouped, fact) !== null && !back.has(nameOf(fact))).map(nameOf)
}

const back = ({ takesBack }: { takesBack: string[] }, other: Fact): boolean => takesBack.includes(nameOf(other))

export const followUpPart: Part = {
  facts: [offersGrouped, offersParted],
  records: [
    recordKind({
      table: 'offerGroup',
      fold: 1,
      record: groupRecord,
      changes: 'pledges',
      steps: [on(offersGrouped, confirm)],
      takesBack: [takingBack(offersGrouped, back), takingBack(offersParted, back)],
    }),
  ],
}
