/** What is said of a plot over time: its marks, its caption, and what it says to somebody who does not see it. Pure. */
import { weekdayInWords } from '../../words/days.ts'
import { onTheCalendar, onThisClock } from '../../words/formats.ts'
import { clockOf, dayOf } from '../../words/times.ts'
import { countWords } from '../tree-totals.ts'
import type { TimePlot } from './plot.ts'

/** What is counted, in the words of whoever counts it. */
export type Counted = {
  /** “Arrivals” */
  name: string
  /** Said where there is none yet: “Nobody has come yet.” */
  none: string
  /** “12 came” */
  some: (count: number) => string
  /** “20 people had come in all by then” */
  inAll: (count: number) => string
  /** The heads of a column and of both axes: “Came”, “Came in all”. */
  each: string
  sum: string
}

const shortDay = onThisClock({ day: 'numeric', month: 'short' })
const shortWeekday = onTheCalendar({ weekday: 'short', day: 'numeric', month: 'short' })

/** An ISO day: `Tuesday 12 December`, or `Tue 12 Dec`. */
export const dayWords = (day: string, short = false): string => (short ? shortWeekday : weekdayInWords)(day)

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

/** A mark on the time axis, and a row of the table: the clock, or the day where a bar is about as long as one. */
export const markWords = (from: number, minutes: number): string =>
  minutes >= 12 * 60 ? shortDay(new Date(from)) : clockOf(new Date(from))

/** What stands beside the plot's heading. */
export function plotCaption({ busiest, minutes }: TimePlot, { none, some }: Pick<Counted, 'none' | 'some'>): string {
  if (busiest === null) return none
  return `Busiest ${minutes === 5 ? 'five minutes' : 'stretch'}: from ${markWords(busiest.from, minutes)}, ${some(busiest.count)}.`
}

/** `whole`: in all, on every day. */
export function plotSentence(plot: TimePlot, whole: number, counted: Counted): string {
  const { lines, minutes } = plot
  const first = lines[0]
  const last = lines.at(-1)
  if (first === undefined || last === undefined) return plotCaption(plot, counted)
  const all = `${counted.inAll(last.all)}${last.all === whole ? '' : `, of ${countWords(whole)}`}.`
  return `${counted.name} by ${stretchWords(minutes)}, from ${markWords(first.from, minutes)} to ${markWords(last.from, minutes)}. ${plotCaption(plot, counted)} ${all}`
}
