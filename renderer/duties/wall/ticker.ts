/** Which of the latest pledges are on the wall: a window that moves on slowly, and starts again at whatever is new. */

/** How many stand on the wall at once. */
export const SHOWN = 3

/** The pledges to show after so many moves, round and round; all of them where there are no more than fit. */
export function windowOf<Pledge>(latest: readonly Pledge[], moves: number): Pledge[] {
  if (latest.length <= SHOWN) return [...latest]
  return Array.from({ length: SHOWN }, (_, index) => latest[(moves + index) % latest.length]).filter(
    (pledge) => pledge !== undefined,
  )
}
