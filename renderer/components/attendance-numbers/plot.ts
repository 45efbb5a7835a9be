/** The arithmetic of the arrivals plot: which day, which bars, how they add up, and the marks on both axes. Pure. */
import type { AttendanceNumbers } from '../../../shared/contract/attendance.ts'
import { dayOf } from '../../words/times.ts'
import { type Bar, barsBetween, endOf, floorTo } from './bars.ts'

type Stretch = AttendanceNumbers['arrivals']['stretches'][number]

const MINUTE = 60 * 1000
const DAY = 24 * 60
const LEAST = 12
/** More than this no screen can tell apart: the latest. */
const MOST = 400

/** A day on which somebody came, `2023-12-12` on this tablet's calendar, and how many. */
export type ArrivalDay = { day: string; came: number }

/** Oldest first. */
export function daysOf(stretches: readonly Stretch[]): ArrivalDay[] {
  const days = new Map<string, number>()
  for (const { from, came } of stretches) {
    const day = dayOf(new Date(from))
    days.set(day, (days.get(day) ?? 0) + came)
  }
  return [...days].map(([day, came]) => ({ day, came }))
}

/** Today, where somebody has come today; else the day on which most came. */
export function usualDay(days: readonly ArrivalDay[], now: Date): string | null {
  const today = dayOf(now)
  if (days.some(({ day }) => day === today)) return today
  return (
    days.reduce<ArrivalDay | null>((best, next) => (next.came > (best?.came ?? 0) ? next : best), null)?.day ?? null
  )
}

type Line = { from: number; came: number; all: number }

export type ArrivalPlot = {
  bars: Bar[]
  /** How many had come in all by the end of each bar that is not still ahead. */
  all: number[]
  /** The stretches that are not empty, as the table has them. */
  lines: Line[]
  /** The one in which most came; null where nobody did. */
  busiest: Line | null
  /** Of a bar, in minutes. */
  minutes: number
}

/** The plot of one `day`; of everything where that is null, or where a bar is longer than an hour. */
export function plotOf(
  { minutes, stretches }: AttendanceNumbers['arrivals'],
  day: string | null,
  now: Date,
): ArrivalPlot {
  const length = minutes * MINUTE
  const isShown = (from: number) => minutes > 60 || day === null || dayOf(new Date(from)) === day
  const lines: Line[] = []
  let before = 0
  let all = 0
  for (const { from, came } of stretches) {
    all += came
    const begins = Date.parse(from)
    if (isShown(begins)) lines.push({ from: begins, came, all })
    else if (lines.length === 0) before = all
  }
  const first = lines[0]?.from ?? floorTo(now.getTime(), length)
  const last = lines.at(-1)?.from ?? first
  const counts = new Map(lines.map(({ from, came }) => [from, came]))
  const ends = lines.length === 0 ? last : endOf(last, now.getTime(), length)
  const begins = Math.max(first, ends - (MOST - 1) * length)
  const bars = barsBetween(counts, { length, begins, ends, now: now.getTime(), least: LEAST })
  const hidden = lines.reduce((sum, { from, came }) => (from < begins ? sum + came : sum), before)
  return {
    bars,
    all: sumsOf(
      bars.filter(({ when }) => when !== 'ahead').map(({ count }) => count),
      hidden,
    ),
    lines,
    busiest: lines.reduce<Line | null>((best, next) => (next.came > (best?.came ?? 0) ? next : best), null),
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
