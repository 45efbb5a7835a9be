/** When most were in the building at once. */
import type { Stay } from './attendees.ts'

/** The most stays at one moment, and the first moment there were that many. Null where there are none. */
export function peakOf(stays: readonly Stay[]): { count: number; at: string } | null {
  const changes: { at: string; by: 1 | -1 }[] = []
  for (const { in: begins, out } of stays) {
    // Whoever left in the moment they came was never beside anybody.
    if (out === begins) continue
    changes.push({ at: begins, by: 1 })
    if (out !== null) changes.push({ at: out, by: -1 })
  }
  // In the same moment people leave first: one in for one out is not one more.
  changes.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : one.by - other.by))
  let peak: { count: number; at: string } | null = null
  let count = 0
  for (const { at, by } of changes) {
    count += by
    if (count > (peak?.count ?? 0)) peak = { count, at }
  }
  return peak
}
