/** What the pages that change the event say. Pure. */
import type { Hanging } from '../../../../../shared/domain/event-change/hanging.ts'

const counted = (count: number, one: string, many: string): string[] =>
  count === 0 ? [] : [`${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`]

const listed = (all: readonly string[]): string =>
  all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`

/** “8 actions, 2 ideas and 1 person are here.” */
export function countsInWords(one: Pick<Hanging, 'pledges' | 'actions' | 'ideas' | 'people'>): string {
  const all = [
    ...counted(one.pledges, 'pledge', 'pledges'),
    ...counted(one.actions, 'action', 'actions'),
    ...counted(one.ideas, 'idea', 'ideas'),
    ...counted(one.people, 'person', 'people'),
  ]
  const isOne = one.pledges + one.actions + one.ideas + one.people === 1
  return `${listed(all)} ${isOne ? 'is' : 'are'} here.`
}

export const hangingTitle = (hanging: readonly Pick<Hanging, 'name'>[]): string =>
  hanging.length === 1 ? 'People wrote on this already' : 'People wrote on some of this already'

export const movedWords = (moved: number): string =>
  moved === 0
    ? 'The event is changed.'
    : `The event is changed, and ${listed(counted(moved, 'entry', 'entries'))} moved with it.`

/** As many are open as may be. */
export const fullWords = (open: number): string =>
  `${open} are open, and no more fit. Close one before you add another.`

const DAY = 86_400_000
/** How many days later the second is. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY)
/** An ISO day, so many days later. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)
