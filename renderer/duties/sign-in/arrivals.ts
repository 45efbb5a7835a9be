/** Arrivals as bars of five minutes, with the quiet ones between and a few still to come. */
import { type Bar, barsBetween, endOf, FIVE_MINUTES, floorTo } from '../../components/numbers/bars.ts'
import { clockOf } from '../../words/times.ts'

/** At most so many bars, a day of eight hours: the latest. */
const MOST = 96
/** At least so many, so that the first arrivals of the day do not fill the whole width. */
const LEAST = 12

type ArrivalBars = { bars: Bar[]; most: number; sentence: string; caption: string }

/** `arrivals` in any order; `from` of a bar is in milliseconds since 1970. */
export function barsOf(arrivals: readonly { from: string; count: number }[], now: Date): ArrivalBars {
  const counts = new Map(arrivals.map(({ from, count }) => [floorTo(Date.parse(from), FIVE_MINUTES), count]))
  const current = floorTo(now.getTime(), FIVE_MINUTES)
  const times = [...counts.keys()].toSorted((a, b) => a - b)
  const first = times[0]
  const last = times.at(-1)
  const frame = { length: FIVE_MINUTES, now: now.getTime(), least: LEAST }
  if (first === undefined || last === undefined) {
    const bars = barsBetween(counts, { ...frame, begins: current, ends: current })
    return { bars, most: 0, sentence: 'Nobody has arrived yet.', caption: 'Nobody has arrived yet.' }
  }
  const ends = endOf(last, now.getTime(), FIVE_MINUTES)
  const begins = Math.max(first, ends - (MOST - 1) * FIVE_MINUTES)
  const bars = barsBetween(counts, { ...frame, begins, ends })
  const busiest = [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))
  const busy = `Busiest at ${clockOf(new Date(busiest[0]))}: ${busiest[1]}.`
  const lately = counts.get(current) ?? 0
  return {
    bars,
    most: Math.max(...bars.map(({ count }) => count)),
    caption: `${busy} Now: ${lately}.`,
    sentence: `Arrivals every five minutes since ${clockOf(new Date(begins))}. ${busy} In these five minutes: ${lately}.`,
  }
}
