/** What of a camera’s picture counts: the size that it is read in, and the frame in it that a badge is held out in. */

type Size = { width: number; height: number }
type Point = { x: number; y: number }
export type SeenCode = { text: string; corners: readonly Point[] }

/**
 * A code that is held out. `x` and `y`: its middle, seen from the middle of the frame; `reach`: from its middle to its side. In
 * halves of the frame’s side, so that a picture of another size changes nothing.
 */
export type HeldCode = { text: string; x: number; y: number; reach: number }

/** The side of the frame, a square in the middle of the box that shows the picture: so much of the box’s shorter side. */
export const FRAME = 0.76

/**
 * The codes whose middle lies within the frame, the one nearest its middle first, each once: a badge that is held over the edge
 * counts where more than half of it is inside. What hangs elsewhere is not held out. `codes` lie in `picture`, in its pixels; `box`
 * is what it fills on the screen, in CSS pixels. Nothing is held out in a picture or a box without a size.
 */
export function heldOut(codes: readonly SeenCode[], picture: Size, box: Size): HeldCode[] {
  // `object-fit: cover` fills the box, and cuts off evenly what is over. A mirror leaves the middle where it is.
  const scale = Math.max(box.width / picture.width, box.height / picture.height)
  const half = (FRAME * Math.min(box.width, box.height)) / scale / 2
  const found = codes
    .map(({ text, corners }) => {
      const middle = { x: mean(corners.map(({ x }) => x)), y: mean(corners.map(({ y }) => y)) }
      // Half a square’s side is so much of the way to its corners.
      const reach = mean(corners.map(({ x, y }) => Math.hypot(x - middle.x, y - middle.y))) / Math.SQRT2
      return {
        text,
        x: (middle.x - picture.width / 2) / half,
        y: (middle.y - picture.height / 2) / half,
        reach: reach / half,
      }
    })
    .filter(({ x, y }) => Math.abs(x) <= 1 && Math.abs(y) <= 1)
    .toSorted((a, b) => Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y))
  return found.filter(({ text }, index) => found.findIndex((other) => other.text === text) === index)
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length

/** The longer side of what is looked at, and the most that a code on a badge at arm's length needs. Pixels. */
const LONGEST = 960

/** The size to look at a picture in: never larger than it is, and no larger than a code needs. */
export function sizeToRead(width: number, height: number): Size {
  const scale = Math.min(1, LONGEST / Math.max(width, height))
  return { width: Math.round(width * scale), height: Math.round(height * scale) }
}
