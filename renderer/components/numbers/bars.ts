/** Arrivals as bars of five minutes (or more), with the quiet ones between; whatever draws arrivals draws these. Pure. */

export const FIVE_MINUTES = 5 * 60 * 1000

/** `from` is in milliseconds since 1970. */
export type Bar = { from: number; count: number; when: 'past' | 'now' | 'ahead' }

type Frame = {
  /** How long each bar stands for, in milliseconds. */
  length: number
  /** In milliseconds since 1970; `now` is when somebody looks. */
  begins: number
  ends: number
  now: number
  /** At least so many bars, so that the first arrivals of the day do not fill the whole width. */
  least: number
}

/** The start of the stretch that a moment lies in. */
export const floorTo = (time: number, length: number): number => Math.floor(time / length) * length

/** One bar for each stretch from `begins` to `ends`, both included. `counts` has the start of each stretch that is not empty. */
export function barsBetween(counts: ReadonlyMap<number, number>, { length, begins, ends, now, least }: Frame): Bar[] {
  const current = floorTo(now, length)
  const last = Math.max(...counts.keys())
  const bars: Bar[] = []
  for (let from = begins; from <= ends || bars.length < least; from += length)
    bars.push({
      from,
      count: counts.get(from) ?? 0,
      when: from === current ? 'now' : from > Math.max(current, last) ? 'ahead' : 'past',
    })
  return bars
}

/** So long after the last arrival the picture stands still: a quiet afternoon does not squeeze the morning. In bars. */
const QUIET = 12

/** Where a picture of arrivals ends: now, or the last arrival where that was long ago or is still ahead. */
export const endOf = (last: number, now: number, length: number): number => {
  const current = floorTo(now, length)
  return current > last && (current - last) / length <= QUIET ? current : last
}
