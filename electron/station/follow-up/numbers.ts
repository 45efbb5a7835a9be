/** What was promised and proposed, in numbers: pure, from the very rows that the tables show. */
import { openOf } from '../../../shared/domain/event-change/open.ts'
import type { FollowUpNumbers } from '../../../shared/contract/follow-up.ts'
import { type ActionRow, actionGaps } from '../../../shared/domain/action.ts'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import type { Stretches } from '../sign-in/index.ts'
import type { Offer } from './offers.ts'

/** So many owners are named, and so many months. */
const MOST_OWNERS = 12
const MOST_MONTHS = 24

type Action = Pick<ActionRow, 'owner' | 'organisation' | 'area' | 'timescale' | 'due' | 'measure' | 'priority'>
type Pack = Pick<EventPack, 'pledgeTypes' | 'sectors' | 'priorities'>

/** Who sees an action done, as far as anybody said; empty where nobody did. */
const ownerOf = ({ owner, organisation, area }: Action): string => owner || organisation || area

const counted = <T>(rows: readonly T[], of: (row: T) => string): Map<string, T[]> => Map.groupBy(rows, of)
const isDated = ({ due }: { due: string | null }): boolean => due !== null
const isOwned = (action: Action): boolean => ownerOf(action) !== ''

/** Those that are open, and closed ones that were written on. */
const shownOf = <Part extends { id: string; closed?: boolean | undefined }>(
  parts: readonly Part[],
  ...found: readonly ReadonlyMap<string, unknown>[]
): Part[] => parts.filter(({ id, closed }) => closed !== true || found.some((on) => on.has(id)))

/** What the pack has first, in its order, also where there is none of it; what only the rows have after it. */
const idsOf = (known: readonly { id: string }[], found: Iterable<string>): string[] => [
  ...new Set([...known.map(({ id }) => id), ...found]),
]

function ownersOf(actions: readonly Action[]): Pick<FollowUpNumbers, 'owners' | 'otherOwners'> {
  const all = [...counted(actions, (action) => ownerOf(action).toLowerCase()).values()].map((theirs) => ({
    name: theirs[0] === undefined ? '' : ownerOf(theirs[0]),
    actions: theirs.length,
    dated: theirs.filter(isDated).length,
  }))
  // Nobody is no owner: that row stands last and is never one of the others.
  const nobody = all.filter(({ name }) => name === '')
  const named = all
    .filter(({ name }) => name !== '')
    .toSorted((one, other) => other.actions - one.actions || (one.name < other.name ? -1 : 1))
  const rest = named.slice(MOST_OWNERS)
  const sum = (of: (row: (typeof rest)[number]) => number): number => rest.reduce((total, row) => total + of(row), 0)
  return {
    owners: [...named.slice(0, MOST_OWNERS), ...nobody],
    otherOwners: { owners: rest.length, actions: sum(({ actions: n }) => n), dated: sum(({ dated }) => dated) },
  }
}

function monthsOf(actions: readonly Action[]): Pick<FollowUpNumbers, 'months' | 'laterMonths'> {
  const all = [...counted(actions, ({ due }) => due?.slice(0, 7) ?? '')].map(([month, theirs]) => ({
    month,
    actions: theirs.length,
    owned: theirs.filter(isOwned).length,
  }))
  const open = all.filter(({ month }) => month === '')
  const dated = all.filter(({ month }) => month !== '').toSorted((one, other) => (one.month < other.month ? -1 : 1))
  const rest = dated.slice(MOST_MONTHS)
  return {
    months: [...dated.slice(0, MOST_MONTHS), ...open],
    laterMonths: {
      months: rest.length,
      actions: rest.reduce((total, row) => total + row.actions, 0),
      owned: rest.reduce((total, row) => total + row.owned, 0),
    },
  }
}

/** `stretches`: of the times at which the pledges were made. */
export function countFollowUp(
  offers: readonly Offer[],
  actions: readonly Action[],
  { pack, asOf, stretches }: { pack: Pack; asOf: string; stretches: Stretches },
): FollowUpNumbers {
  const kinds = counted(offers, ({ type }) => type)
  const sectors = counted(offers, ({ sector }) => sector)
  const served = counted(offers, ({ priority }) => priority ?? '')
  const worked = counted(actions, ({ priority }) => priority ?? '')
  const titleOf = new Map(pack.pledgeTypes.map(({ id, title }) => [id, title]))
  const sectorOf = new Map(pack.sectors.map(({ id, name }) => [id, name]))
  const priorityOf = new Map(pack.priorities.map(({ id, label, title }) => [id, `${label}: ${title}`]))
  const gaps = actions.map(actionGaps)
  const lacking = (gap: (typeof gaps)[number][number]): number => gaps.filter((all) => all.includes(gap)).length
  const isMost = (one: { pledges: number }, other: { pledges: number }) => other.pledges - one.pledges
  return {
    asOf,
    totals: { pledges: offers.length, actions: actions.length },
    kinds: idsOf(shownOf(pack.pledgeTypes, kinds), kinds.keys())
      .map((id) => {
        const all = kinds.get(id) ?? []
        return {
          name: titleOf.get(id) ?? id,
          pledges: all.length,
          quantity: all.reduce((sum, { quantity }) => sum + (quantity ?? 1), 0),
        }
      })
      .toSorted(isMost),
    sectors: [...sectors].map(([id, all]) => ({ name: sectorOf.get(id) ?? id, pledges: all.length })).toSorted(isMost),
    // In the strategy’s own order, so that a priority has its place whatever was promised; without one last.
    priorities: idsOf(shownOf(pack.priorities, served, worked), [...served.keys(), ...worked.keys()])
      .map((id) => ({
        id,
        name: priorityOf.get(id) ?? id,
        pledges: served.get(id)?.length ?? 0,
        actions: worked.get(id)?.length ?? 0,
      }))
      .toSorted((one, other) => Number(one.id === '') - Number(other.id === ''))
      .map(({ id: _id, ...row }) => row),
    made: {
      minutes: stretches.minutes,
      stretches: stretches.stretches.map(({ from, came }) => ({ from, pledges: came })),
    },
    ...ownersOf(actions),
    ...monthsOf(actions),
    gaps: {
      pledgesWithoutPriority: served.get('')?.length ?? 0,
      pledgesWithoutDate: offers.filter((offer) => !isDated(offer)).length,
      actionsWithoutOwner: lacking('owner'),
      actionsWithoutDate: lacking('timescale'),
      actionsWithoutMeasure: lacking('measure'),
      prioritiesWithoutPledge: openOf(pack.priorities).filter(({ id }) => !served.has(id)).length,
    },
  }
}
