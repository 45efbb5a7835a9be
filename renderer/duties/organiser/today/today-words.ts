/** What the organiser's first page says: the day, the pledges by type, the priorities, and what needs somebody. Pure. */
import type { EventPack, LeafColour, PledgeIcon, Priority } from '../../../../shared/domain/event-pack.ts'
import { NONE } from '../../../../shared/domain/list.ts'
import { daysInWords } from '../../../words/days.ts'
import { clockOf } from '../../../words/times.ts'
import { countWords } from '../../../components/tree-totals.ts'
import { toActions, toPledges } from '../lists/links.ts'
import { type AnyWarning, inWords } from '../../../components/warnings/words.ts'

/** The parts of the overview that this page speaks of. */
export type Counted = {
  pledges: number
  actions: number
  actionsWithGaps: number
  types: readonly { type: string; pledges: number; quantity: number }[]
  priorities: readonly { priority: string; pledges: number; actions: number }[]
  lastBackup: string | null
}

/** A venue as it follows “at”: without what stands in brackets behind it, and “the” in the middle of a sentence. */
export const venueInWords = (venue: string): string =>
  venue.replace(/(?<=\S)\s*\([^)]*\)\s*$/, '').replace(/^The /, 'the ')

const DAY = 24 * 60 * 60 * 1000
const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY)

/** The event's days, and where today (an ISO day) stands among them. */
export function dayLine({ from, to }: EventPack['dates'], today: string): string {
  const days = daysInWords(from, to)
  const before = dayNumber(from) - dayNumber(today)
  if (before === 1) return `${days} · tomorrow`
  if (before > 1) return `${days} · in ${countWords(before)} days`
  const length = dayNumber(to) - dayNumber(from) + 1
  if (today > to) return days
  return length === 1 ? `${days} · today` : `${days} · day ${1 - before} of ${length}`
}

export type TypeBar = {
  id: string
  title: string
  leaf: LeafColour
  icon: PledgeIcon
  pledges: number
  /** From 0 to 1, against the type with most pledges. */
  share: number
}

/** Every open type of the event, and each that was pledged; the one with most pledges first, those that are still waiting last, in the pack's order. */
export function typeBars(types: Counted['types'], pack: Pick<EventPack, 'pledgeTypes'>): TypeBar[] {
  const counted = new Map(types.map((one) => [one.type, one.pledges]))
  const most = Math.max(1, ...types.map((one) => one.pledges))
  return pack.pledgeTypes
    .filter(({ id, closed }) => closed !== true || counted.has(id))
    .map(({ id, title, leaf, icon }) => {
      const pledges = counted.get(id) ?? 0
      return { id, title, leaf, icon, pledges, share: pledges / most }
    })
    .toSorted((a, b) => b.pledges - a.pledges)
}

type PriorityRow = {
  priority: Priority
  pledges: number
  actions: number
  /** Who is missing: nobody at all, or nobody who pledged. */
  gap: 'nobody' | 'no-pledge' | null
}

function priorityRows(counted: Pick<Counted, 'priorities'>, pack: Pick<EventPack, 'priorities'>): PriorityRow[] {
  const byId = new Map(counted.priorities.map((one) => [one.priority, one]))
  return pack.priorities.flatMap((priority) => {
    const { pledges = 0, actions = 0 } = byId.get(priority.id) ?? {}
    // Nobody is missing where nothing new is written.
    if (priority.closed === true) return pledges + actions === 0 ? [] : [{ priority, pledges, actions, gap: null }]
    return [{ priority, pledges, actions, gap: pledges > 0 ? null : actions > 0 ? 'no-pledge' : 'nobody' }]
  })
}

export type PriorityBar = {
  id: string
  label: string
  title: string
  pledges: number
  actions: number
  gap: PriorityRow['gap']
  /** From 0 to 1, against the most that one of them has of both together. */
  share: { pledges: number; actions: number }
  toPledges: string
  toActions: string
}

/** In the pack’s order; at the end what serves none of them, where there is any. */
export function priorityBars(
  counted: Pick<Counted, 'priorities' | 'pledges' | 'actions'>,
  pack: Pick<EventPack, 'priorities'>,
): PriorityBar[] {
  const rows = priorityRows(counted, pack)
  const left = rows.reduce(
    (rest, { pledges, actions }) => ({ pledges: rest.pledges - pledges, actions: rest.actions - actions }),
    {
      pledges: counted.pledges,
      actions: counted.actions,
    },
  )
  const most = Math.max(1, ...[left, ...rows].map(({ pledges, actions }) => pledges + actions))
  const barOf = (id: string, { pledges, actions }: { pledges: number; actions: number }) => ({
    pledges,
    actions,
    share: { pledges: pledges / most, actions: actions / most },
    toPledges: toPledges({ priority: id }),
    toActions: toActions({ priority: id }),
  })
  return [
    ...rows.map(({ priority: { id, label, title }, gap, ...counts }) => ({
      id,
      label,
      title,
      gap,
      ...barOf(id, counts),
    })),
    ...(left.pledges + left.actions === 0
      ? []
      : [{ id: NONE, label: '', title: 'No priority', gap: null, ...barOf(NONE, left) }]),
  ]
}

const plural = (count: number, one: string, many: string): string => `${countWords(count)} ${count === 1 ? one : many}`

export const pledgesWords = (count: number): string => plural(count, 'pledge', 'pledges')
export const actionsWords = (count: number): string => plural(count, 'action', 'actions')

export type Need = { id: string; tone: 'bad' | 'warn' | 'plain'; chip: string; words: string } & (
  | { to: string }
  /** Nothing in this app helps, only hands: `todo` says what they do. */
  | { to: null; todo: string }
)

/** A backup older than this is worth another one. Milliseconds. */
const BACKUP_OLD = 60 * 60 * 1000
/** More priorities than this without a pledge are summed up. */
const MOST_GAPS = 3

/**
 * What somebody should look at, the most pressing first: what is wrong with the tablet itself before anything else. Before
 * the first pledge of the day no priority is a gap: the people have only just sat down.
 */
export function needsYou(
  counted: Counted,
  pack: Pick<EventPack, 'priorities'>,
  { parked, clashes = 0, now, tablet }: { parked: number; clashes?: number; now: Date; tablet: readonly AnyWarning[] },
): Need[] {
  return [
    ...inWords(tablet, now).map(({ id, tone, about, what, todo }) => ({
      id,
      tone,
      chip: about,
      words: what,
      to: null,
      todo,
    })),
    ...(clashes === 0
      ? []
      : [
          {
            id: 'clashes',
            tone: 'bad' as const,
            chip: 'Event',
            words: `${plural(clashes, 'part of the event was', 'parts of the event were')} changed on two tablets at once`,
            to: '/organiser/event/edit',
          },
        ]),
    ...gapNeeds(counted, pack),
    ...(counted.actionsWithGaps === 0
      ? []
      : [
          {
            id: 'actions',
            tone: 'warn' as const,
            chip: 'Actions',
            words: `${actionsWords(counted.actionsWithGaps)} ${counted.actionsWithGaps === 1 ? 'has' : 'have'} no owner, no date or no measure yet`,
            to: toActions({ gaps: ['owner', 'date', 'measure'] }),
          },
        ]),
    ...(parked === 0
      ? []
      : [
          {
            id: 'parked',
            tone: 'warn' as const,
            chip: 'Unfinished',
            words: `${plural(parked, 'form was', 'forms were')} left half-written on this tablet`,
            to: '/staff',
          },
        ]),
    ...backupNeed(counted.lastBackup, now),
  ]
}

function gapNeeds(counted: Counted, pack: Pick<EventPack, 'priorities'>): Need[] {
  if (counted.pledges === 0) return []
  const gaps = priorityRows(counted, pack)
    .filter((row) => row.gap !== null)
    .toSorted((a, b) => Number(b.gap === 'nobody') - Number(a.gap === 'nobody'))
  // One line that stands for a single priority would only be longer.
  const shown = gaps.length === MOST_GAPS + 1 ? gaps : gaps.slice(0, MOST_GAPS)
  const rest = gaps.length - shown.length
  return [
    ...shown.map(({ priority, gap }) => ({
      id: `gap-${priority.id}`,
      tone: gap === 'nobody' ? ('bad' as const) : ('warn' as const),
      chip: 'Gap',
      words: `Nobody has pledged to “${priority.title}”`,
      to: toPledges({ priority: priority.id }),
    })),
    ...(rest === 0
      ? []
      : [
          {
            id: 'gaps',
            tone: 'warn' as const,
            chip: 'Gap',
            words: `${rest} more priorities have no pledge yet`,
            to: '/organiser/pledges',
          },
        ]),
  ]
}

function backupNeed(lastBackup: string | null, now: Date): Need[] {
  if (lastBackup === null)
    return [
      {
        id: 'backup',
        tone: 'warn',
        chip: 'Backup',
        words: 'No backup has been taken yet',
        to: '/organiser/event/tablet',
      },
    ]
  const taken = new Date(lastBackup)
  if (now.getTime() - taken.getTime() <= BACKUP_OLD) return []
  return [
    {
      id: 'backup',
      tone: 'plain',
      chip: 'Backup',
      words: `The last backup was taken ${agoInWords(now.getTime() - taken.getTime(), clockOf(taken))}`,
      to: '/organiser/event/tablet',
    },
  ]
}

function agoInWords(age: number, at: string): string {
  if (age < DAY / 2) return `at ${at}`
  const days = Math.round(age / DAY)
  return days <= 1 ? 'a day ago' : `${countWords(days)} days ago`
}
