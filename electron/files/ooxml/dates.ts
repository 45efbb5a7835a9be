/** Dates in words, as the workbook's reader would say them. */

/** The days of an event: `12 December 2023`, or `12–13 December 2023`. Takes ISO dates. */
export function dayRange(startsOn: string, endsOn: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).formatRange(
    new Date(startsOn),
    new Date(endsOn),
  )
}

/** An ISO instant to the minute: `12 Dec 2023, 16:05 UTC`. */
export function minuteOf(instant: string): string {
  const words = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(
    new Date(instant),
  )
  return `${words} UTC`
}
