/** The facts about a pledge, and the record they fold into. */
import { z } from 'zod'
import { nameOf } from '../../../shared/domain/fact.ts'
import { paperSaid } from '../../../shared/domain/entry.ts'
import { pledgeRecord, type PledgeRow, UNREACHABLE } from '../../../shared/domain/pledge.ts'
import { said } from '../../../shared/domain/text.ts'
import { fresh, reasoned } from '../kernel/entries.ts'
import {
  beginning,
  below,
  declared,
  each,
  factType,
  family,
  mergedBody,
  ofWhom,
  on,
  ours,
  type Part,
  partedBody,
  recordKind,
  type Row,
  type Timed,
  typed,
} from '../kernel/journal/index.ts'

/** Empty once they are forgotten. */
const onTheList = z.union([z.uuid(), z.literal('')])
const saidBy = z.object({
  kind: z.enum(['delegate', 'organisation', 'anonymous']),
  delegate: onTheList.nullable(),
  name: said,
  organisation: said,
  /** Empty in facts from before there was one. */
  area: said.default(''),
  sector: said,
})
const made = z.object({ reference: said, by: saidBy, ...pledgeRecord.said, ...paperSaid })
/** Who made the pledge, where they are on the list: what is said here goes with them, also where its writer had not heard that they are forgotten. */
const whose = { delegate: onTheList.optional() }
/** `as`: which fact said who pledged when this was written (`who` of the record); not said where that was the first about this pledge. */
const amended = z.object({
  changes: z.object(pledgeRecord.said).partial(),
  reason: said,
  ...whose,
  as: said.optional(),
})
const reasonedOf = reasoned.extend(whose)
/** `was`: who it was until then, where that was somebody on the list. `allows`: what this person has agreed to, themselves. */
const attributed = z.object({
  by: saidBy,
  was: onTheList.nullable(),
  allows: z.object({ mayContact: z.boolean(), email: said, showName: z.boolean() }),
  reason: said,
})
/** `whose`: who made each, where that is somebody on the list. */
const merged = mergedBody.extend({ whose: z.object({ one: onTheList.optional(), other: onTheList.optional() }) })

export type MadeBody = z.infer<typeof made>
const why = { reason: ofWhom('note', 'delegate'), delegate: ofWhom('identity', 'delegate') }
const byWhom = {
  ...each(ofWhom('identity', 'by.delegate'), 'by.delegate by.name by.organisation by.area'),
  ...ours('by.sector'),
}
export const pledgeMade = factType('pledge.made', 1, made, {
  ...declared(pledgeRecord.says, { path: 'by.delegate' }),
  ...byWhom,
  ...ours('reference card written'),
})
export const pledgeAmended = factType('pledge.amended', 1, amended, {
  ...below('changes', declared(pledgeRecord.says, { path: 'delegate' })),
  ...why,
  ...ours('as'),
})
export const pledgeWithdrawn = factType('pledge.withdrawn', 1, reasonedOf, why)
export const pledgeRestored = factType('pledge.restored', 1, reasonedOf, why)
/** Somebody else pledged it than was written down. */
export const pledgeAttributed = factType(
  'pledge.attributed',
  1,
  attributed,
  {
    ...byWhom,
    was: ofWhom('identity', 'was'),
    'allows.email': ofWhom('contact', 'by.delegate'),
    reason: ofWhom('note', 'by.delegate'),
  },
  { who: 'organiser' },
)
/** About the two of them together: one promise, written down twice. */
export const pledgesMerged = factType(
  'pledges.merged',
  1,
  merged,
  {
    ...ours('one other'),
    'whose.one': ofWhom('identity', 'whose.one'),
    'whose.other': ofWhom('identity', 'whose.other'),
    reason: typed('note'),
  },
  { who: 'organiser' },
)
/** About the same: they are two after all. */
const pledgesParted = factType(
  'pledges.parted',
  1,
  partedBody,
  { ...ours('takesBack[]'), reason: typed('note') },
  { who: 'organiser' },
)
/** Pledges of which two may be one. */
export const onePledge = family('one pledge', {
  table: 'onePledge',
  merged: pledgesMerged,
  parted: pledgesParted,
  gone: null,
})

/** Whoever is forgotten made it as nobody does: nobody is contacted, and nobody is shown. */
const NOBODY = {
  byKind: 'anonymous',
  delegate: null,
  name: '',
  organisation: '',
  area: '',
  ...UNREACHABLE,
} as const

/** `entries`: while it is folded, which of those that are one still stand, as their ids one after another. Of one alone `status` tells it. */
type Folding = Row & PledgeRow & { entries?: string }

const whoIn = ({ by }: { by: z.infer<typeof saidBy> }) => ({
  byKind: by.kind,
  delegate: by.delegate,
  name: by.name,
  organisation: by.organisation,
  area: by.area,
  sector: by.sector,
})

const begin = (body: MadeBody, fact: Timed): Folding => ({
  ...pledgeRecord.begun(body, {
    id: fact.subject,
    reference: body.reference,
    ...whoIn(body),
    who: fact.subject,
    otherReferences: '',
    alsoMade: '',
    ...fresh(fact, body),
  }),
  ...(body.by.delegate === '' ? NOBODY : {}),
})

const and = (list: string, one: string): string => (list === '' ? one : `${list} ${one}`)

/** One entry stands, or was taken back. Of those that are one all have to be taken back before the pledge is. */
function standing(row: Folding, subject: string, stands: boolean, reason: string) {
  const before = (row.entries ?? (row.status === 'live' ? row.id : '')).split(' ').filter((id) => id !== '')
  const others = before.filter((id) => id !== subject)
  const entries = (stands ? [...others, subject] : others).join(' ')
  return {
    entries,
    ...(entries === ''
      ? { status: 'withdrawn' as const, withdrawnReason: reason }
      : { status: 'live' as const, withdrawnReason: '' }),
  }
}

/** What stands for a text that was taken out. */
const GONE: ReadonlySet<string> = new Set(['', '…'])

/**
 * The same promise, written down once more: what it says counts, what it leaves empty stays. Whoever gave no name takes nobody’s away. Of two
 * who did, nobody is contacted or shown who did not allow it in each.
 */
function beginAgain(row: Folding, body: MadeBody, fact: Timed): Folding {
  const other = begin(body, fact)
  // A card may be entered more than once: its reference and its place are known then.
  const isKnown = row.alsoMade.split(' ').some((one) => one.endsWith(`|${fact.subject}`))
  const isNamed = other.byKind !== 'anonymous'
  const isOnlyOne = row.byKind === 'anonymous'
  const [mayContact, showName] = [
    other.mayContact && (isOnlyOne || row.mayContact),
    other.showName && (isOnlyOne || row.showName),
  ]
  return {
    ...row,
    type: other.type,
    wording: GONE.has(other.wording) ? row.wording : other.wording,
    quantity: other.quantity ?? row.quantity,
    ...(GONE.has(other.timescale) && other.due === null
      ? {}
      : { timescale: other.timescale, due: other.due, dueDerived: other.dueDerived }),
    priority: other.priority ?? row.priority,
    ...(isNamed
      ? { ...whoIn(body), mayContact, showName, email: mayContact ? other.email : '', who: fact.subject }
      : { area: row.area === '' && isOnlyOne ? other.area : row.area }),
    ...standing(row, fact.subject, true, ''),
    ...(isKnown
      ? {}
      : {
          otherReferences: and(row.otherReferences, body.reference),
          alsoMade: and(row.alsoMade, `${fact.time}|${fact.subject}`),
        }),
    changed: fact.time,
  }
}

/** The same card, entered once more: all that it says is in the place of what was said, and whatever is one with it stays so. */
const enteredAgain = (row: Folding, body: MadeBody, fact: Timed): Folding => ({
  ...begin(body, fact),
  // Its leaf stays where it hangs.
  entered: row.entered,
  otherReferences: row.otherReferences,
  alsoMade: row.alsoMade,
  ...standing(row, fact.subject, true, ''),
})

/** Who may be contacted or shown is said of the person whom its writer had for the one who pledged. A no always counts. */
function allowed(row: Folding, changes: Partial<PledgeRow>, isTheirs: boolean): Partial<PledgeRow> {
  // The area stays: without a name it may be said all the same.
  if (row.byKind === 'anonymous') return { ...changes, ...UNREACHABLE }
  if (isTheirs) return changes
  const { mayContact, showName, email: _email, ...others } = changes
  return {
    ...others,
    ...(mayContact === false ? { mayContact } : {}),
    ...(showName === false ? { showName } : {}),
  }
}

const amend = (row: Folding | null, body: z.infer<typeof amended>, fact: Timed): Folding | null =>
  row && {
    ...row,
    ...allowed(row, pledgeRecord.columnsOf(body.changes), (body.as ?? fact.subject) === row.who),
    changed: fact.time,
  }

const attribute = (row: Folding | null, body: z.infer<typeof attributed>, fact: Timed): Folding | null =>
  row && {
    ...row,
    ...whoIn(body),
    ...(body.by.kind === 'anonymous' ? UNREACHABLE : body.allows),
    ...(body.by.delegate === '' ? NOBODY : {}),
    who: nameOf(fact),
    changed: fact.time,
  }

export const pledgeKind = recordKind({
  table: 'pledge',
  joins: onePledge,
  fold: 3,
  record: pledgeRecord,
  changes: 'pledges',
  steps: [
    on<Folding, MadeBody>(pledgeMade, (row, body, fact) =>
      row === null
        ? begin(body, fact)
        : row.id === fact.subject
          ? enteredAgain(row, body, fact)
          : beginAgain(row, body, fact),
    ),
    on(pledgeAmended, amend),
    on(pledgeAttributed, attribute),
    on<Folding, z.infer<typeof reasonedOf>>(
      pledgeWithdrawn,
      (row, { reason }, fact) => row && { ...row, ...standing(row, fact.subject, false, reason), changed: fact.time },
    ),
    on<Folding, z.infer<typeof reasonedOf>>(
      pledgeRestored,
      (row, _body, fact) => row && { ...row, ...standing(row, fact.subject, true, ''), changed: fact.time },
    ),
  ],
  // A card that is entered again is in the place of what was said until then.
  begins: [beginning(pledgeMade, ({ origin }) => origin === undefined)],
  gathers: ['otherReferences', 'alsoMade', 'entries'],
})

export const pledgePart: Part = {
  facts: [pledgeMade, pledgeAmended, pledgeAttributed, pledgeWithdrawn, pledgeRestored, pledgesMerged, pledgesParted],
  records: [pledgeKind],
}
