/** The arithmetic of the plot over time: which day, which bars, how they add up, and the marks on both axes. Pure. */
import { dayOf } from '../../words/times.ts'
import { type Bar, barsBetween, endOf, floorTo } from './bars.ts'

/** How many in each stretch, oldest first, without the empty ones. `minutes`: how long each is; `from`: an ISO instant. */
export type OverTime = { minutes: number; stretches: readonly { from: string; count: number }[] }
type Stretch = OverTime['stretches'][number]

const MINUTE = 60 * 1000
const DAY = 24 * 60
const LEAST = 12
/** More than this no screen can tell apart: the latest. */
const MOST = 400

/** A day on which there was one, `2023-12-12` on this tablet's calendar, and how many. */
export type PlotDay = { day: string; count: number }

/** Oldest first. */
export function daysOf(stretches: readonly Stretch[]): PlotDay[] {
  const days = new Map<string, number>()
  for (const { from, count } of stretches) {
    const day = dayOf(new Date(from))
    days.set(day, (days.get(day) ?? 0) + count)
  }
  return [...days].map(([day, count]) => ({ day, count }))
}

/** Today, where there was one today; else the day with most of them. */
export function usualDay(days: readonly PlotDay[], now: Date): string | null {
  const today = dayOf(now)
  if (days.some(({ day }) => day === today)) return today
  return days.reduce<PlotDay | null>((best, next) => (next.count > (best?.count ?? 0) ? next : best), null)?.day ?? null
}

type Line = { from: number; count: number; all: number }

export type TimePlot = {
  bars: Bar[]
  /** How many in all by the end of each bar that is not still ahead. */
  all: number[]
  /** The stretches that are not empty, as the table has them. */
  lines: Line[]
  /** The one with most; null where there is none. */
  busiest: Line | null
  /** Of a bar, in minutes. */
  minutes: number
}

/** The plot of one `day`; of everything where that is null, or where a bar is longer than an hour. */
export function plotOf({ minutes, stretches }: OverTime, day: string | null, now: Date): TimePlot {
  const length = minutes * MINUTE
  const isShown = (from: number) => minutes > 60 || day === null || dayOf(new Date(from)) === day
  const lines: Line[] = []
  let before = 0
  let all = 0
  for (const { from, count } of stretches) {
    all += count
    const begins = Date.parse(from)
    if (isShown(begins)) lines.push({ from: begins, count, all })
    else if (lines.length === 0) before = all
  }
  const first = lines[0]?.from ?? floorTo(now.getTime(), length)
  const last = lines.at(-1)?.from ?? first
  const counts = new Map(lines.map(({ from, count }) => [from, count]))
  const ends = lines.length === 0 ? last : endOf(last, now.getTime(), length)
  const begins = Math.max(first, ends - (MOST - 1) * length)
  const bars = barsBetween(counts, { length, begins, ends, now: now.getTime(), least: LEAST })
  const hidden = lines.reduce((sum, { from, count }) => (from < begins ? sum + count : sum), before)
  return {
    bars,
    all: sumsOf(
      bars.filter(({ when }) => when !== 'ahead').map(({ count }) => count),
      hidden,
    ),
    lines,
    busiest: lines.reduce<Line | null>((best, next) => (next.count > (best?.count ?? 0) ? next : best), null),
    minutes,
  }
}

function sumsOf(counts: readonly number[], before: number): number[] {
  let sum = before
  return counts.map((count) => (sum += count))
}

/** Round numbers from nothing up to `most` or a little over it, at most four steps of 1, 2 or 5 times a power of ten. */
export function marksTo(most: number): number[] {
  const wanted = Math.max(1, most)
  const power = 10 ** Math.floor(Math.log10(wanted / 4))
  const step = Math.max(1, [1, 2, 5, 10].map((times) => times * power).find((one) => wanted / one <= 4) ?? wanted)
  return Array.from({ length: Math.ceil(wanted / step) + 1 }, (_, index) => index * step)
}

/** Minutes between the marks of a time axis. */
const STEPS = [15, 30, 60, 120, 180, 360, 720]
const MOST_MARKS = 9

/** Marks along the bars: which bar each stands at the beginning of. On the hour and its parts, by this tablet's clock. */
export function timeMarks(bars: readonly Bar[], minutes: number): number[] {
  const every = Math.ceil(bars.length / MOST_MARKS)
  if (minutes >= DAY / 2) return bars.flatMap((_, index) => (index % every === 0 ? [index] : []))
  const step = STEPS.find((one) => (bars.length * minutes) / one <= MOST_MARKS) ?? DAY
  return bars.flatMap(({ from }, index) => {
    const time = new Date(from)
    return (time.getHours() * 60 + time.getMinutes()) % step < minutes ? [index] : []
  })
}
