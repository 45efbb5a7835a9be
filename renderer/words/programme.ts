/** What the event pack tells someone who has just arrived: where they sit, their sector's name, what is on. */
import { openOf } from '../../shared/domain/event-change/open.ts'
import type { EventPack, Session } from '../../shared/domain/event-pack.ts'
import { tableMeant } from '../../shared/domain/event-change/seat.ts'
import { clockOf, dayOf } from './times.ts'

/** A latecomer is sent into a session that still has this long to go. Minutes. */
const WORTH_GOING_IN = 5
/** Longer titles are cut at their colon: “Welcome: bringing up children …” is “Welcome” on the way in. */
const LONG_TITLE = 32

export type WhatsOn = { when: 'now' | 'next'; words: string }

/**
 * What this person should go to. On a day of the event: what is on, or else what comes next; null once the day is done.
 * On any other day (a rehearsal, a tablet whose clock is wrong) the first session of the event that people sit down for.
 */
export function whatsOn(pack: EventPack, now: Date): WhatsOn | null {
  const sessions = openOf(pack.programme)
    .toSorted((a, b) => (startOf(a) < startOf(b) ? -1 : 1))
    .filter((session) => session.kind !== 'arrival')
  const today = dayOf(now)
  if (!sessions.some((session) => session.day === today)) {
    const first = sessions[0]
    return first === undefined ? null : { when: 'next', words: inWords(first) }
  }
  const clock = clockOf(now)
  const todays = sessions.filter((session) => session.day === today)
  const on = todays.find(
    (session) => session.starts <= clock && minutesOf(session.ends) - minutesOf(clock) >= WORTH_GOING_IN,
  )
  if (on !== undefined) return { when: 'now', words: inWords(on) }
  const next = todays.find((session) => session.starts > clock)
  return next === undefined ? null : { when: 'next', words: inWords(next) }
}

const startOf = (session: Session): string => `${session.day} ${session.starts}`

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * 60 + minutes
}

function inWords({ starts, title, room }: Session): string {
  const short = title.length > LONG_TITLE ? (title.split(': ')[0] ?? title) : title
  return `${starts} ${short}${room === '' ? '' : `, ${room}`}`
}

/** A delegate's table with the way to it, under a label that says “Table” already: `7, by the window`. Empty where none is set. */
export function tableWords(pack: EventPack, table: string): string {
  if (table.trim() === '') return ''
  const known = tableMeant(pack, table) ?? undefined
  const name = (known?.name ?? table).replace(/^table\s+(?=\S)/i, '')
  return known === undefined || known.where === '' ? name : `${name}, ${known.where}`
}

/** The sector's name; empty where it is not known. */
export const sectorName = (pack: EventPack, sector: string): string =>
  pack.sectors.find(({ id }) => id === sector)?.name ?? ''

type Choice = { value: string; label: string }

/** The event's open sectors, and `current` too where it is closed meanwhile. */
export const sectorChoices = (pack: EventPack, current: string): Choice[] => [
  { value: '', label: 'Not known' },
  ...openOf(pack.sectors, current).map(({ id, name }) => ({ value: id, label: name })),
]

/** The event's tables, and `current` too where it is none of them, so that saving never changes it by accident. */
export function tableChoices(pack: EventPack, current: string): Choice[] {
  const here = pack.tables.find(({ name }) => name === current)
  const tables = openOf(pack.tables, here?.id).map(({ name, where }) => ({
    value: name,
    label: where === '' ? name : `${name}, ${where}`,
  }))
  const known = current === '' || tables.some(({ value }) => value === current)
  return [{ value: '', label: 'No table' }, ...(known ? [] : [{ value: current, label: current }]), ...tables]
}
