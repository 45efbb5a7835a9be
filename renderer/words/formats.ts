/** Dates and times in British English. */

/**
 * A moment on this tablet's clock. `Intl` alone keeps the zone in which a format was made; a tablet's zone may be put right
 * while its pages stand open.
 */
export function onThisClock(options: Intl.DateTimeFormatOptions): (when: Date) => string {
  const format = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' })
  return (when) => format.format(when.getTime() - when.getTimezoneOffset() * 60_000)
}

/** An ISO day, the same in every zone; and two as the days from one to the other. */
export function onTheCalendar(options: Intl.DateTimeFormatOptions): (day: string, to?: string) => string {
  const format = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' })
  // “Tuesday 12 December”, as it is said, where Intl puts a comma after the weekday.
  return (day, to = day) => format.formatRange(new Date(day), new Date(to)).replaceAll(',', '')
}
