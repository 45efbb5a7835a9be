/** The hour that a clock shows twice when it goes back in autumn: which of the two it was, in the name of the zone’s time. Pure. */

/** Clocks that go back have done so within this long, either way. Milliseconds. */
const AROUND = 3 * 3_600_000

/** `BST`, `GMT`: what the time of that moment is called. `zone` is an IANA name; without it that of this computer. */
function timeName(time: number, zone: string | undefined): string {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'short' })
  return format.formatToParts(time).find(({ type }) => type === 'timeZoneName')?.value ?? ''
}

/**
 * `BST` or `GMT` where the clock shows that time of day once more on that night, an hour before or after; else nothing. `time`
 * in milliseconds; `offsetAt` says how far the clock is ahead of UTC then, in milliseconds.
 */
export function whichOfTwo(time: number, offsetAt: (time: number) => number, zone?: string): string {
  const offset = offsetAt(time)
  const isTwice = [time - AROUND, time + AROUND].some((near) => {
    const other = offsetAt(near)
    return other !== offset && offsetAt(time + offset - other) === other
  })
  return isTwice ? timeName(time, zone) : ''
}
