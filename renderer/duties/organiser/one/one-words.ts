/** Two entries beside each other: what differs, which of it stays if they are one, and why they may be. Pure. */
import type { ChosenDetail, KeptSides } from '../../../../shared/domain/delegate.ts'
import type { LikenessReason, PersonSide } from '../../../../shared/contract/people.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import type { PledgeView } from '../../../../shared/domain/pledge.ts'
import { formatReference } from '../../../../shared/domain/reference.ts'
import { sectorName } from '../../../words/programme.ts'
import { byWhenWords, howManyWords, mayContactWords, typeOf, whoseWords } from '../pledges/pledge-words.ts'
import { priorityName } from '../record/history-words.ts'

/** How each says it, by what it is called, in one order for all. `detail`: by what name it may be chosen which of two stays. */
type Told = readonly (readonly [label: string, value: string, detail?: ChosenDetail])[]

/** `stays`: which of the two it is afterwards; null where it is neither, and `together` says what. `detail`: null where nobody chooses. */
export type Difference = {
  label: string
  one: string
  other: string
  together: string
  stays: 'one' | 'other' | null
  detail: ChosenDetail | null
}

/** Of which of the two each detail stays: as somebody chose, and else as it was shown. */
export const keptOf = (differs: readonly Difference[], chosen: KeptSides): KeptSides =>
  Object.fromEntries(
    differs.flatMap(({ detail, stays }) => {
      const side = detail === null ? null : (chosen[detail] ?? stays)
      return detail === null || side === null ? [] : [[detail, side]]
    }),
  )

/** What differs between two, and what both say alike; what nobody says is neither. */
export function compared(one: Told, other: Told, together: Told): { differs: Difference[]; same: string[] } {
  const differs: Difference[] = []
  const same: string[] = []
  for (const [index, [label, left, name]] of one.entries()) {
    const [right, both] = [other[index]?.[1] ?? '', together[index]?.[1] ?? '']
    if (left === right && both === left) {
      if (left !== '') same.push(`${label}: ${left}`)
      continue
    }
    const stays = both === right ? 'other' : both === left ? 'one' : null
    const detail = left !== '' && right !== '' ? (name ?? null) : null
    differs.push({ label, one: left, other: right, together: both, stays, detail })
  }
  return { differs, same }
}

const PRESENCE = { expected: 'Not here yet', here: 'Here', left: 'Has left' }

export const personTold = (pack: EventPack, { delegate, needs, pledges }: PersonSide): Told => [
  ['Name', delegate.name, 'name'],
  ['Name on the list', delegate.listName],
  ['Role', delegate.role, 'role'],
  ['Organisation', delegate.organisation, 'organisation'],
  ['Service area', delegate.area, 'area'],
  ['Sector', sectorName(pack, delegate.sector), 'sector'],
  ['Table', delegate.table, 'table'],
  ['E-mail', delegate.email, 'email'],
  ['On the list', delegate.withdrawn ? 'No, taken off it' : 'Yes'],
  ['Here?', PRESENCE[delegate.presence]],
  ['Access and food needs', needs ? 'Told us' : ''],
  ['Note for staff', delegate.note],
  ['Pledges', pledges === 0 ? 'None' : String(pledges)],
]

export const pledgeTold = (pack: EventPack, pledge: PledgeView): Told => {
  const { who, more } = whoseWords(pledge)
  return [
    ['What was promised', pledge.wording],
    ['Who', [who, more].filter(Boolean).join(', ')],
    ['Service area', pledge.area],
    ['Kind', typeOf(pack, pledge.type)?.title ?? pledge.type],
    ['How many', howManyWords(pack, pledge)],
    ['By when', byWhenWords(pledge)],
    ['Priority', priorityName(pack, pledge.priority ?? typeOf(pack, pledge.type)?.priority ?? null)],
    ['May be contacted', mayContactWords(pledge)],
    ['Name may be shown', pledge.showName ? 'Yes' : 'No'],
    ['It stands', pledge.status === 'live' ? 'Yes' : 'No, withdrawn'],
  ]
}

const WHY: Record<LikenessReason, string> = {
  'same-email': 'the same e-mail address',
  'same-name': 'the same name',
  'short-form': 'a short form of the name',
  spelling: 'another spelling',
  slip: 'a slip of the keys',
  initial: 'an initial for a name',
  'part-of-name': 'one name is part of the other',
  order: 'names the other way round',
}

/** “the same e-mail address, an initial for a name”. */
export const whyWords = (why: readonly LikenessReason[]): string => why.map((one) => WHY[one]).join(', ')

/** “NEC-7K3-QF9W, NEC-7K4-AB2C”: every other reference of a pledge that was written down more than once. */
export const otherReferences = (code: string, { otherReferences: all }: Pick<PledgeView, 'otherReferences'>): string =>
  all
    .split(' ')
    .filter(Boolean)
    .map((reference) => `${code}-${formatReference(reference)}`)
    .join(', ')
