/** On which display the wall stands, if on any. Pure. */
import type { Display, Rectangle } from 'electron'

export type Place = Readonly<{ id: number; bounds: Rectangle }>

type Seen = {
  /** What staff have chosen. */
  on: boolean
  displays: readonly Pick<Display, 'id' | 'bounds'>[]
  primary: number
  /** The display that the window which people touch is on; null while there is no such window. */
  first: number | null
  /** The display that the wall stands on now. */
  now: number | null
}

const areaOf = ({ width, height }: Rectangle) => width * height

/**
 * Never the display that people touch, also where that is the projector: nothing of theirs moves. The wall stays where it is
 * as long as it can; otherwise it takes the largest display that is not the system's own first.
 */
export function placeOfWall({ on, displays, primary, first, now }: Seen): Place | null {
  if (!on) return null
  const free = displays.filter(({ id }) => id !== (first ?? primary))
  const [best] = free.toSorted(
    (a, b) =>
      Number(b.id === now) - Number(a.id === now) ||
      Number(a.id === primary) - Number(b.id === primary) ||
      areaOf(b.bounds) - areaOf(a.bounds),
  )
  return best === undefined ? null : { id: best.id, bounds: best.bounds }
}

export const isSamePlace = (a: Place | null, b: Place | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.id === b.id &&
    a.bounds.x === b.bounds.x &&
    a.bounds.y === b.bounds.y &&
    a.bounds.width === b.bounds.width &&
    a.bounds.height === b.bounds.height)
