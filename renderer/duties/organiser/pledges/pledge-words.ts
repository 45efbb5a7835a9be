/** A pledge in an organiser's words: whose it is, how many, by when. Pure. */
import type { EventPack, PledgeType, Priority } from '../../../../shared/domain/event-pack.ts'
import type { PledgeView } from '../../../../shared/domain/pledge.ts'
import { unitWords } from '../../../components/tree-totals.ts'
import { dayInWords } from '../../../words/days.ts'

export const typeOf = (pack: Pick<EventPack, 'pledgeTypes'>, type: string): PledgeType | undefined =>
  pack.pledgeTypes.find(({ id }) => id === type)

/** The priority that a pledge counts towards: its own, else that of its kind; none that the event does not have. */
export function servedBy(
  pack: Pick<EventPack, 'pledgeTypes' | 'priorities'>,
  { type, priority }: Pick<PledgeView, 'type' | 'priority'>,
): Priority | undefined {
  const id = priority ?? typeOf(pack, type)?.priority ?? null
  return pack.priorities.find((one) => one.id === id)
}

/** Whose pledge it is, in its two parts; an organisation that pledges stands before the person to speak to. */
export function whoseWords({ byKind, name, organisation }: Pick<PledgeView, 'byKind' | 'name' | 'organisation'>): {
  who: string
  more: string
} {
  if (byKind === 'anonymous') return { who: 'Without a name', more: '' }
  const [who, more] = byKind === 'organisation' ? [organisation, name] : [name, organisation]
  return who === '' ? { who: more, more: '' } : { who, more }
}

/** “4 work placements”, or nothing where nobody said how many. */
export const howManyWords = (
  pack: Pick<EventPack, 'pledgeTypes'>,
  { type, quantity }: Pick<PledgeView, 'type' | 'quantity'>,
): string => {
  const known = typeOf(pack, type)
  return quantity === null ? '' : known === undefined ? String(quantity) : unitWords(known, quantity)
}

/** By when: the day, with the words it was worked out from; or the words; or nothing. */
export function byWhenWords({
  timescale,
  due,
  dueDerived,
}: Pick<PledgeView, 'timescale' | 'due' | 'dueDerived'>): string {
  if (due === null) return timescale === '' ? '' : `“${timescale}”`
  return dueDerived ? `${dayInWords(due)}, worked out from “${timescale}”` : dayInWords(due)
}

const CONTACT_AT = { delegate: 'Yes, at the address on the list', organisation: 'Yes', anonymous: 'No' } as const

export const mayContactWords = ({
  mayContact,
  email,
  byKind,
}: Pick<PledgeView, 'mayContact' | 'email' | 'byKind'>): string =>
  !mayContact ? 'No' : email === '' ? CONTACT_AT[byKind] : `Yes, at ${email}`
