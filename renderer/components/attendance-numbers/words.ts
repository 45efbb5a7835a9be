/** What is said of the attendance: its figures, its plot, its rows. Pure. */
import { weekdayInWords } from '../../words/days.ts'
import { onTheCalendar, onThisClock } from '../../words/formats.ts'
import type { AttendanceNumbers, CameHow } from '../../../shared/contract/attendance.ts'
import { clockOf, dayOf, timeOf } from '../../words/times.ts'
import { countWords } from '../tree-totals.ts'
import type { ArrivalPlot } from './plot.ts'

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

/** When the numbers were counted, for paper: “12:35 on Tuesday 12 December”. */
export function asOfWords(asOf: string): string {
  const when = new Date(asOf)
  return `${clockOf(when)} on ${dayWords(dayOf(when))}`
}

/** How long a bar stands for: “five minutes”. */
function stretchWords(minutes: number): string {
  if (minutes === 5) return 'five minutes'
  if (minutes < 60) return `${minutes} minutes`
  if (minutes === 60) return 'hour'
  if (minutes === 24 * 60) return 'day'
  return minutes < 24 * 60 ? `${minutes / 60} hours` : `${minutes / (24 * 60)} days`
}

const shortDay = onThisClock({ day: 'numeric', month: 'short' })
const shortWeekday = onTheCalendar({ weekday: 'short', day: 'numeric', month: 'short' })

/** An ISO day: `Tuesday 12 December`, or `Tue 12 Dec`. */
export const dayWords = (day: string, short = false): string => (short ? shortWeekday : weekdayInWords)(day)

/** A mark on the time axis, and a row of the table: the clock, or the day where a bar is about as long as one. */
export const markWords = (from: number, minutes: number): string =>
  minutes >= 12 * 60 ? shortDay(new Date(from)) : clockOf(new Date(from))

/** What stands beside the plot's heading. */
export function plotCaption({ busiest, minutes }: ArrivalPlot): string {
  if (busiest === null) return 'Nobody has come yet.'
  return `Busiest ${minutes === 5 ? 'five minutes' : 'stretch'}: from ${markWords(busiest.from, minutes)}, ${countWords(busiest.came)} came.`
}

/** What the plot says to somebody who does not see it. `came`: in all, on every day. */
export function plotSentence(plot: ArrivalPlot, came: number): string {
  const { lines, minutes } = plot
  const first = lines[0]
  const last = lines.at(-1)
  if (first === undefined || last === undefined) return plotCaption(plot)
  const all = `${countWords(last.all)} ${peopleWords(last.all)} had come in all by then${last.all === came ? '' : `, of ${countWords(came)}`}.`
  return `Arrivals by ${stretchWords(minutes)}, from ${markWords(first.from, minutes)} to ${markWords(last.from, minutes)}. ${plotCaption(plot)} ${all}`
}

const HOW: Record<CameHow, string> = {
  scanned: 'Badge or ticket scanned',
  found: 'By name at the desk',
  self: 'By themselves',
  'walk-in': 'Walk-in',
  paper: 'From the paper sheet',
}

export const wayRows = (ways: AttendanceNumbers['ways']) => ways.map(({ how, came }) => ({ name: HOW[how], came }))

/** How those who came stand against the programme; no rows where it says nothing of the days they came on. */
export function timeRows({ onTime, soonAfter, late, otherDay }: AttendanceNumbers['punctuality']) {
  if (onTime + soonAfter + late === 0) return []
  return [
    { name: 'On time', came: onTime },
    { name: 'Up to 15 minutes after', came: soonAfter },
    { name: 'Later than that', came: late },
    ...(otherDay === 0 ? [] : [{ name: 'On another day', came: otherDay }]),
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

/** `isTogether`: many in one row, which no bar is measured by. */
type Share = { name: string; came: number; absent: number; isTogether?: boolean }

export const sectorRows = (sectors: readonly Share[]): Share[] =>
  sectors.map((sector) => ({ ...sector, name: sector.name === '' ? 'Not known' : sector.name }))

/** The largest, and the others together as the last row. */
export function organisationRows({
  organisations,
  others,
}: Pick<AttendanceNumbers, 'organisations' | 'others'>): Share[] {
  const rows = organisations.map((one) => ({ ...one, name: one.name === '' ? 'Not given' : one.name }))
  if (others.organisations === 0) return rows
  const name = others.organisations === 1 ? '1 other' : `${countWords(others.organisations)} others`
  return [...rows, { name, came: others.came, absent: others.absent, isTogether: true }]
}

/** What the longest bar stands for: of single rows alone, for many together are mostly more than any of them. */
export const longestBar = (rows: readonly { came: number; absent?: number; isTogether?: boolean }[]): number =>
  Math.max(1, ...rows.map(({ came, absent = 0, isTogether = false }) => (isTogether ? 0 : came + absent)))

/** What is left out of all this, for who wonders; empty where nothing is. */
export function uncountedWords({ uncounted }: AttendanceNumbers['totals']): string {
  if (uncounted === 0) return ''
  return uncounted === 1
    ? 'One entry is not counted: taken off the list, or a walk-in that was undone.'
    : `${countWords(uncounted)} entries are not counted: taken off the list, or walk-ins that were undone.`
}
