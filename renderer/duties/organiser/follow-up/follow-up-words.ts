/** What is said of following up: groups of like offers, who may be written to, and the numbers. Pure. */
import type { FollowUpNumbers, LeftOut, LikeGroup, LikeOffer } from '../../../../shared/contract/follow-up.ts'
import type { EventPack, PledgeType } from '../../../../shared/domain/event-pack.ts'
import type { OverTime } from '../../../components/numbers/plot.ts'
import type { Share } from '../../../components/numbers/scale.ts'
import type { Counted } from '../../../components/numbers/words.ts'
import { type Place, placeWords } from '../../../components/save-file/place-words.ts'
import { countWords, unitWords } from '../../../components/tree-totals.ts'
import { dayInWords } from '../../../words/days.ts'
import { onTheCalendar } from '../../../words/formats.ts'

type Named = Pick<EventPack, 'pledgeTypes' | 'sectors'>

const plural = (count: number, one: string, many: string): string => `${countWords(count)} ${count === 1 ? one : many}`
export const offersWords = (count: number): string => plural(count, 'offer', 'offers')
export const peopleWords = (count: number): string => plural(count, 'person', 'people')
const pledgesWords = (count: number): string => plural(count, 'pledge', 'pledges')

export const kindOf = ({ pledgeTypes }: Named, type: string): PledgeType | undefined =>
  pledgeTypes.find(({ id }) => id === type)
const NO_SECTOR = 'Sector not known'
const sectorName = ({ sectors }: Named, sector: string): string =>
  sector === '' ? NO_SECTOR : (sectors.find(({ id }) => id === sector)?.name ?? sector)

/** “Work experience, Business”: what makes them alike, and what a group is called unless somebody calls it otherwise. */
export const alikeName = (pack: Named, { type, sector }: Pick<LikeGroup, 'type' | 'sector'>): string =>
  `${kindOf(pack, type)?.title ?? type}, ${sectorName(pack, sector)}`

/** “12 offers, 31 work placements in all”. */
export function groupLine(pack: Named, { type, offers, quantity }: LikeGroup): string {
  const kind = kindOf(pack, type)
  return `${offersWords(offers)}, ${kind === undefined ? countWords(quantity) : unitWords(kind, quantity)} in all`
}

type State = { tone: 'ok' | 'warn' | 'info' | undefined; words: string }

/** How far a group is: nobody looked, some are new, or all stand together. */
export function groupState({ offers, joined, confirmed }: LikeGroup): State {
  if (confirmed === null) return { tone: 'warn', words: 'To confirm' }
  if (confirmed.isDisputed) return { tone: 'warn', words: 'Named twice' }
  if (joined < offers) return { tone: 'info', words: `${countWords(offers - joined)} more to join` }
  return { tone: 'ok', words: 'Together' }
}

/** Who it is from; an organisation where nobody is named. */
export const whoWords = ({ name, organisation }: Pick<LikeOffer, 'name' | 'organisation'>): string =>
  [name, organisation].filter((part) => part !== '').join(', ') || 'Without a name'

/** How many and by when, in one line. */
export function offerLine(
  pack: Named,
  type: string,
  {
    quantity,
    timescale,
    due,
    reference,
  }: Omit<LikeOffer, 'id' | 'name' | 'organisation' | 'wording' | 'mayWrite' | 'joined'>,
): string {
  const kind = kindOf(pack, type)
  const many = quantity === null || kind === undefined ? '' : unitWords(kind, quantity)
  const when = due === null ? (timescale === '' ? 'no date yet' : `“${timescale}”`) : `by ${dayInWords(due)}`
  return [many, when, reference].filter((part) => part !== '').join(' · ')
}

export type ContactKind = 'xlsx' | 'csv' | 'zip'

/** What was saved, and how many it holds. */
export const savedWords = (place: Place, { people, pledges }: { people: number; pledges: number }): string =>
  placeWords(place, `${peopleWords(people)} with ${pledgesWords(pledges)}`)

/** Who agreed and is not on the list all the same, each with what can be done; empty where there is nobody. */
export function leftOutWords({ noAddress, isProtected }: LeftOut): string[] {
  return [
    ...(noAddress === 0
      ? []
      : [
          `${pledgesWords(noAddress)} ${noAddress === 1 ? 'has' : 'have'} no address, though we may write about ${noAddress === 1 ? 'it' : 'them'}: put one in under Delegates or Pledges.`,
        ]),
    ...(isProtected === 0
      ? []
      : [
          `${pledgesWords(isProtected)} ${isProtected === 1 ? 'is' : 'are'} from young people or carers. They are never written to from a list: whoever knows them speaks to them.`,
        ]),
  ]
}

/** Pledges, as the plot over the day counts them. */
export const PLEDGES_MADE: Counted = {
  name: 'Pledges over the day',
  none: 'Nobody has pledged yet.',
  some: pledgesWords,
  inAll: (count) => `${pledgesWords(count)} had been made in all by then`,
  each: 'Made',
  sum: 'Made in all',
}
export const madeOverTime = ({ made: { minutes, stretches } }: Pick<FollowUpNumbers, 'made'>): OverTime => ({
  minutes,
  stretches: stretches.map(({ from, pledges }) => ({ from, count: pledges })),
})

export const kindRows = ({ kinds }: FollowUpNumbers): Share[] =>
  kinds.map(({ name, pledges, quantity }) => ({ name, full: pledges, more: countWords(quantity) }))

export const sectorRows = ({ sectors }: FollowUpNumbers): Share[] =>
  sectors.map(({ name, pledges }) => ({ name: name || NO_SECTOR, full: pledges }))

export const priorityRows = ({ priorities }: FollowUpNumbers): Share[] =>
  priorities.map(({ name, pledges, actions }) => ({ name: name || 'No priority', full: pledges, hollow: actions }))

/** The largest, then all others together, and whatever nobody sees to last. */
export function ownerRows({ owners, otherOwners }: FollowUpNumbers): Share[] {
  const row = ({ name, actions, dated }: FollowUpNumbers['owners'][number]): Share => ({
    name: name || 'Nobody yet',
    full: dated,
    hollow: actions - dated,
  })
  const { owners: others, actions, dated } = otherOwners
  return [
    ...owners.filter(({ name }) => name !== '').map(row),
    ...(others === 0
      ? []
      : [{ name: plural(others, 'other', 'others'), full: dated, hollow: actions - dated, rest: true }]),
    ...owners.filter(({ name }) => name === '').map(row),
  ]
}

const monthInWords = onTheCalendar({ month: 'long', year: 'numeric' })

export function monthRows({ months, laterMonths }: FollowUpNumbers): Share[] {
  const row = ({ month, actions, owned }: FollowUpNumbers['months'][number]): Share => ({
    name: month === '' ? 'No date yet' : monthInWords(`${month}-01`),
    full: owned,
    hollow: actions - owned,
  })
  const { months: later, actions, owned } = laterMonths
  return [
    ...months.filter(({ month }) => month !== '').map(row),
    ...(later === 0
      ? []
      : [{ name: plural(later, 'later month', 'later months'), full: owned, hollow: actions - owned, rest: true }]),
    ...months.filter(({ month }) => month === '').map(row),
  ]
}

/** What is still open, each as how many of them it is true of. */
export const gapRows = ({ gaps }: FollowUpNumbers): Share[] => [
  { name: 'Priorities that no pledge serves', full: gaps.prioritiesWithoutPledge },
  { name: 'Pledges without a priority', full: gaps.pledgesWithoutPriority },
  { name: 'Pledges without a date', full: gaps.pledgesWithoutDate },
  { name: 'Actions without an owner', full: gaps.actionsWithoutOwner },
  { name: 'Actions without a date', full: gaps.actionsWithoutDate },
  { name: 'Actions without a measure of success', full: gaps.actionsWithoutMeasure },
]
