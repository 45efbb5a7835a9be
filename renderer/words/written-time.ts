/** Times as people write them on paper, read as the hour that was meant, on the clock of the tablet's own zone. */
import { clockOf } from './times.ts'

/** What was written: 24-hour, or `twelve` where it may be meant for the morning or the afternoon. Minutes 0 to 59. */
type Reading = { hours: number; minutes: number; twelve: boolean }

const SHAPE = /^(\d{1,2})(?:\s*[:.,;h-]\s*|\s+)?(\d{2})?\s*([ap])?\.?\s*m?\.?$/i

/** `9`, `905`, `0905`, `9:05`, `9.05`, `9 05 am`, `1.30pm`, `noon`; null where it is no time. */
function readTime(text: string): Reading | null {
  const plain = text.trim().toLowerCase()
  if (plain === 'noon' || plain === 'midday') return { hours: 12, minutes: 0, twelve: false }
  // Three digits are one of the hour and two of the minutes; a pattern alone would take two for the hour.
  const read = SHAPE.exec(/^\d{3}(?!\d)/.test(plain) ? `${plain.slice(0, 1)}:${plain.slice(1)}` : plain)
  if (read === null || (read[3] === undefined && plain.endsWith('m'))) return null
  const [hours, minutes, half] = [Number(read[1]), Number(read[2] ?? 0), read[3]]
  if (minutes > 59 || hours > 23) return null
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return null
    return { hours: (hours % 12) + (half === 'p' ? 12 : 0), minutes, twelve: false }
  }
  // “0905” is of the morning for certain; “9.05” is so only as long as the evening does not fit better.
  return { hours, minutes, twelve: hours > 0 && hours < 12 && !plain.startsWith('0') }
}

/** Why a time cannot stand, or (`early`, `skipped`) should be looked at once more. */
export type TimeError = 'unreadable' | 'not-yet' | 'out-before-in' | 'early' | 'skipped'
export type TimeRead = { ok: true; at: Date } | { ok: false; why: TimeError; at: Date | null }

type Around = {
  /** `2023-12-12`: the day the sheet is of. */
  day: string
  now: Date
  /** Nobody is expected before this. */
  from: Date
  /** For a time out: when they came in. */
  after?: Date | null
}

/**
 * The moment that was meant. Of the morning and the afternoon, the first that can be: “1.30” is half past one after lunch
 * where the doors opened at nine. In the hour that a clock shows twice in autumn, the one that is named (`01:30 (GMT)`), or else
 * the first.
 */
export function readOn(written: string, { day, now, from, after = null }: Around): TimeRead {
  const [, text = written, name = ''] = /^(.*?)\s*\(([^()]+)\)\s*$/.exec(written) ?? []
  const reading = readTime(text)
  if (reading === null) return { ok: false, why: 'unreadable', at: null }
  const errors: { ok: false; why: TimeError; at: Date | null }[] = []
  for (const hours of reading.twelve ? [reading.hours, reading.hours + 12] : [reading.hours]) {
    const at = momentOf(day, hours, reading.minutes, name)
    const why = at === null ? 'skipped' : errorOf(at, { now, from, after })
    if (at !== null && why === null) return { ok: true, at }
    errors.push({ ok: false, why: why ?? 'skipped', at })
  }
  // “5.10” at eleven: the early morning is to be looked at again; the afternoon has not come.
  return errors[0] ?? { ok: false, why: 'unreadable', at: null }
}

function errorOf(at: Date, { now, from, after }: { now: Date; from: Date; after: Date | null }): TimeError | null {
  if (at > now) return 'not-yet'
  if (after !== null && at <= after) return 'out-before-in'
  return at < from ? 'early' : null
}

/**
 * The instant at which this tablet's clock shows that time on that day; null where it shows it never: clocks go forward. Of two,
 * the one in the time of that `name`; without one the first.
 */
export function momentOf(day: string, hours: number, minutes: number, name = ''): Date | null {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const at = new Date(year, month - 1, date, hours, minutes)
  if (at.getHours() !== hours || at.getMinutes() !== minutes) return null
  if (name === '') return at
  // Clocks go back by an hour; by half an hour on one island.
  const both = [at, ...[60, 30].map((later) => new Date(at.getTime() + later * 60_000))]
  return both.find((one) => clockOf(one).endsWith(`(${name})`) && one.getMinutes() === minutes) ?? null
}
