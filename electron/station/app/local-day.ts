/** The day on this machine’s calendar. */

const two = (part: number): string => String(part).padStart(2, '0')

/** `2023-12-12`; the time in milliseconds. */
export function localDay(time: number): string {
  const when = new Date(time)
  return `${when.getFullYear()}-${two(when.getMonth() + 1)}-${two(when.getDate())}`
}
