/** What an organiser is told of this tablet’s clock, and what they say of it. */
import { momentInWords } from '../../../words/times.ts'

const MINUTE = 60_000

const long = momentInWords({
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** `Tuesday 12 December 2023 at 10:05`. */
export const longTime = (when: Date): string => long(when).replace(',', '')

/** `3 days`, `4 hours 5 minutes`: to the minute, the two largest that are there. */
function lengthWords(milliseconds: number): string {
  const minutes = Math.round(Math.abs(milliseconds) / MINUTE)
  const parts: [number, string][] = [
    [Math.floor(minutes / 1440), 'day'],
    [Math.floor(minutes / 60) % 24, 'hour'],
    [minutes % 60, 'minute'],
  ]
  const said = parts.filter(([amount]) => amount > 0).slice(0, 2)
  return said.length === 0
    ? 'less than a minute'
    : said.map(([amount, one]) => `${amount.toLocaleString('en-GB')} ${one}${amount === 1 ? '' : 's'}`).join(' ')
}

/** `ahead`: milliseconds that the clock is ahead of what somebody said is right; 0 where nobody said anything. */
export function aheadWords(ahead: number): string {
  if (Math.abs(ahead) < MINUTE / 2) return 'What it writes down is shown as it says.'
  return ahead > 0
    ? `Somebody said that it is ${lengthWords(ahead)} fast: what it writes down is shown ${lengthWords(ahead)} earlier.`
    : `Somebody said that it is ${lengthWords(ahead)} slow: what it writes down is shown ${lengthWords(ahead)} later.`
}

/** `day` as `2023-12-12`, `time` as `10:05`, in this tablet’s own zone. Null where one of them is none. */
export function momentSaid(day: string, time: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return null
  const when = new Date(`${day}T${time}:00`)
  return Number.isNaN(when.getTime()) ? null : when
}
