/** Holds the list that each screen looks at, so that its file is sent and read once, and no longer than somebody looks at it. */
import { type After, afterThat } from '../../../slices.ts'
import type { Outcome } from './outcome.ts'

/** A list of people is not kept in memory for longer. Milliseconds after it was last looked at. */
const HELD = 10 * 60 * 1000

/** `asOf`: how the data stood that the outcome was worked out from. */
export type Analysis = { id: string; name: string; bytes: Uint8Array; outcome: Outcome; asOf: string }

/** One for each `shift`: the time of whoever is in at a screen. What is held ends with it, at the latest. */
export function createAnalyses(after: After = afterThat) {
  const held = new WeakMap<object, { analysis: Analysis; isLookedAt: () => void }>()
  const drop = (shift: object): void => {
    held.get(shift)?.isLookedAt()
    held.delete(shift)
  }
  const hold = (shift: object, analysis: Analysis): void => {
    drop(shift)
    // Not the shift itself: waiting for its end would keep the list of one that is over.
    const whose = new WeakRef(shift)
    const isLookedAt = after(HELD, () => {
      const still = whose.deref()
      if (still !== undefined) held.delete(still)
    })
    held.set(shift, { analysis, isLookedAt })
  }
  return {
    /** In place of whatever is held for this shift. */
    hold,
    /** Null where this shift holds none under this id, or none any more. */
    find(shift: object, id: string): Analysis | null {
      const found = held.get(shift)?.analysis
      if (found?.id !== id) return null
      hold(shift, found)
      return found
    },
    drop,
  }
}
