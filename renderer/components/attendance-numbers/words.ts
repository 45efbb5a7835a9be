/** What is said of the attendance: its figures, what its plot counts, its rows. Pure. */
import type { AttendanceNumbers, CameHow } from '../../../shared/contract/attendance.ts'
import { timeOf } from '../../words/times.ts'
import { countWords } from '../tree-totals.ts'
import type { OverTime } from '../numbers/plot.ts'
import type { Share } from '../numbers/scale.ts'
import { type Counted, dayWords } from '../numbers/words.ts'

export type FigureWords = { id: string; number: string; words: string; more: string }

/** What those are called who have not come: nobody is a no-show while they may still come. */
const absentWords = (over: AttendanceNumbers['over']): string => (over === 'no' ? 'not here yet' : 'no-shows')
export const absentHeading = (over: AttendanceNumbers['over']): string => (over === 'no' ? 'Not here yet' : 'No-shows')

const peopleWords = (count: number): string => (count === 1 ? 'person' : 'people')

/** The figures to read from the doorway. */
export function figuresOf({ totals, over, peak }: AttendanceNumbers, now: Date): FigureWords[] {
  const { invited, invitedCame, walkIns, came, here, left, absent } = totals
  const part = invited === 0 ? '' : `, ${Math.round((absent / invited) * 100)}%`
  return [
    {
      id: 'here',
      number: countWords(here),
      // Many go home without signing out: the next morning nobody is called here for it.
      words: over === 'last-day' ? 'not signed out' : 'here now',
      more: left === 0 ? 'nobody has left' : `${countWords(left)} ${left === 1 ? 'has' : 'have'} left`,
    },
    {
      id: 'came',
      number: countWords(came),
      words: came === 1 ? 'person came' : 'people came',
      more: `${countWords(invitedCame)} of ${countWords(invited)} expected`,
    },
    {
      id: 'absent',
      number: countWords(absent),
      words: over !== 'no' && absent === 1 ? 'no-show' : absentWords(over),
      more: `of ${countWords(invited)} expected${part}`,
    },
    {
      id: 'walk-ins',
      number: countWords(walkIns),
      words: walkIns === 1 ? 'walk-in' : 'walk-ins',
      more: 'not on the list before',
    },
    {
      id: 'peak',
      number: countWords(peak?.count ?? 0),
      words: 'most at once',
      more: peak === null ? 'nobody has come yet' : `first at ${timeOf(peak.at, now)}`,
    },
  ]
}

/** Arrivals, as the plot over time counts them. */
export const ARRIVALS: Counted = {
  name: 'Arrivals',
  none: 'Nobody has come yet.',
  some: (count) => `${countWords(count)} came`,
  inAll: (count) => `${countWords(count)} ${peopleWords(count)} had come in all by then`,
  each: 'Came',
  sum: 'Came in all',
}

export const arrivalsOverTime = ({
  arrivals: { minutes, stretches },
}: Pick<AttendanceNumbers, 'arrivals'>): OverTime => ({
  minutes,
  stretches: stretches.map(({ from, came }) => ({ from, count: came })),
})

const HOW: Record<CameHow, string> = {
  scanned: 'Badge or ticket scanned',
  found: 'By name at the desk',
  self: 'By themselves',
  'walk-in': 'Walk-in',
  paper: 'From the paper sheet',
}

export const wayRows = (ways: AttendanceNumbers['ways']) =>
  ways.map(({ how, came }) => ({ name: HOW[how], full: came }))

/** How those who came stand against the programme; no rows where it says nothing of the days they came on. */
export function timeRows({ onTime, soonAfter, late, otherDay }: AttendanceNumbers['punctuality']) {
  if (onTime + soonAfter + late === 0) return []
  return [
    { name: 'On time', full: onTime },
    { name: 'Up to 15 minutes after', full: soonAfter },
    { name: 'Later than that', full: late },
    ...(otherDay === 0 ? [] : [{ name: 'On another day', full: otherDay }]),
  ]
}

/** What on time is measured against, or why it is not. */
export function timeWords({ starts, onTime, soonAfter, late, otherDay }: AttendanceNumbers['punctuality']): string {
  const [first] = starts
  if (first === undefined) return 'The programme has no session to be in time for.'
  if (onTime + soonAfter + late === 0)
    return otherDay === 0
      ? `The programme starts at ${first.clock}.`
      : `The programme is for ${starts.length === 1 ? dayWords(first.day) : 'other days'}, so nobody can be told early from late.`
  if (starts.length === 1) return `The programme started at ${first.clock}.`
  return `The programme starts at ${starts.map(({ day, clock }) => `${clock} on ${dayWords(day, true)}`).join(', ')}.`
}

type Came = { name: string; came: number; absent: number }

export const sectorRows = (sectors: readonly Came[]): Share[] =>
  sectors.map(({ name, came, absent }) => ({ name: name === '' ? 'Not known' : name, full: came, hollow: absent }))

/** The largest, and the others together as the last row, which is too large to be drawn beside them. */
export function organisationRows({
  organisations,
  others,
}: Pick<AttendanceNumbers, 'organisations' | 'others'>): Share[] {
  const rows = organisations.map(({ name, came, absent }) => ({
    name: name === '' ? 'Not given' : name,
    full: came,
    hollow: absent,
  }))
  if (others.organisations === 0) return rows
  const name = others.organisations === 1 ? '1 other' : `${countWords(others.organisations)} others`
  return [...rows, { name, full: others.came, hollow: others.absent, rest: true }]
}

/** What is left out of all this, for who wonders; empty where nothing is. */
export function uncountedWords({ uncounted }: AttendanceNumbers['totals']): string {
  if (uncounted === 0) return ''
  return uncounted === 1
    ? 'One entry is not counted: taken off the list, or a walk-in that was undone.'
    : `${countWords(uncounted)} entries are not counted: taken off the list, or walk-ins that were undone.`
}
