/** Several codes in one picture: the one that is held out is the one nearest the middle. */

type Point = { x: number; y: number }
export type SeenCode = { text: string; corners: readonly Point[] }

/** What the code nearest the middle of a picture says; null where there is no code. Sizes in the picture's pixels. */
export function pickCode(
  codes: readonly SeenCode[],
  { width, height }: { width: number; height: number },
): string | null {
  const fromMiddle = ({ corners }: SeenCode) => {
    const x = corners.reduce((sum, corner) => sum + corner.x, 0) / corners.length
    const y = corners.reduce((sum, corner) => sum + corner.y, 0) / corners.length
    return Math.hypot(x - width / 2, y - height / 2)
  }
  return codes.toSorted((a, b) => fromMiddle(a) - fromMiddle(b))[0]?.text ?? null
}

/** The longer side of what is looked at, and the most that a code on a badge at arm's length needs. Pixels. */
const LONGEST = 960

/** The size to look at a picture in: never larger than it is, and no larger than a code needs. */
export function sizeToRead(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, LONGEST / Math.max(width, height))
  return { width: Math.round(width * scale), height: Math.round(height * scale) }
}
