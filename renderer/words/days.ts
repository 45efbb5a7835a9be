/** Saying an event's days in words. Dates are ISO days. */

const day = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

export function daysInWords(from: string, to: string): string {
  // “Tuesday 12 December”, as it is said, where Intl puts a comma after the weekday.
  const words = from === to ? day.format(new Date(from)) : day.formatRange(new Date(from), new Date(to))
  return words.replaceAll('day,', 'day')
}
