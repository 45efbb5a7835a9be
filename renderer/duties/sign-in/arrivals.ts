/** Arrivals as bars of five minutes, with the quiet ones between and a few still to come. */
import { clockOf } from './times.ts'

const FIVE_MINUTES = 5 * 60 * 1000
/** At most so many bars, a day of eight hours: the latest. */
const MOST = 96
/** At least so many, so that the first arrivals of the day do not fill the whole width. */
const LEAST = 12
/** So long after the last arrival the picture stands still: a quiet afternoon does not squeeze the morning. Bars. */
const QUIET = 12

type ArrivalBar = { from: number; count: number; when: 'past' | 'now' | 'ahead' }
type ArrivalBars = { bars: ArrivalBar[]; most: number; sentence: string; caption: string }

/** `arrivals` in any order; `from` of a bar is in milliseconds since 1970. */
export function barsOf(arrivals: readonly { from: string; count: number }[], now: Date): ArrivalBars {
  const counts = new Map(arrivals.map(({ from, count }) => [floor(Date.parse(from)), count]))
  const current = floor(now.getTime())
  const times = [...counts.keys()].toSorted((a, b) => a - b)
  const first = times[0]
  const last = times.at(-1)
  if (first === undefined || last === undefined)
    return { bars: empty(current), most: 0, sentence: 'Nobody has arrived yet.', caption: 'Nobody has arrived yet.' }

  const ends = current > last && (current - last) / FIVE_MINUTES <= QUIET ? current : last
  const begins = Math.max(first, ends - (MOST - 1) * FIVE_MINUTES)
  const bars: ArrivalBar[] = []
  for (let from = begins; from <= ends || bars.length < LEAST; from += FIVE_MINUTES) {
    bars.push({
      from,
      count: counts.get(from) ?? 0,
      when: from === current ? 'now' : from > Math.max(current, last) ? 'ahead' : 'past',
    })
  }
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

const floor = (time: number): number => Math.floor(time / FIVE_MINUTES) * FIVE_MINUTES

const empty = (from: number): ArrivalBar[] =>
  Array.from({ length: LEAST }, (_, at) => ({
    from: from + at * FIVE_MINUTES,
    count: 0,
    when: at === 0 ? 'now' : 'ahead',
  }))
