/** Printed pledge cards and action sheets: the code on each, as it is printed, scanned and typed. */
import { z } from 'zod'
import type { TablePlace } from './action.ts'
import { formatReference, readReference, type Reference } from './reference.ts'
import { slug } from './text.ts'

/** A code without its hyphen, as `readCard` gives it. It is made as a reference is, so that a pledge on a card has it for its reference. */
export const cardCode = z.string().refine((text) => {
  const read = readReference(text)
  return read.ok && read.reference === text
}, 'This is not the code of a card')

/** The lines of a sheet that are counted, of actions and of each question’s ideas. */
const MOST_LINES = 40
export const cardLine = z.int().min(1).max(MOST_LINES)

type ReadCard =
  /** `place`: where a sheet belongs; null for a card, and where the code was typed. */
  | { kind: 'card'; card: Reference; place: TablePlace | null }
  | { kind: 'other-event'; event: string }
  | { kind: 'not-a-card'; why: 'wrong-length' | 'wrong-character' | 'wrong-check' }

/** What is printed beneath the code’s picture: `NEC-7K3-QF9W`. */
export const cardInWords = (event: string, card: Reference): string => `${event}-${formatReference(card)}`

/** What its QR code says: the code; of a sheet its session and table, too. */
export const cardQr = (event: string, card: Reference, place: TablePlace | null = null): string =>
  [`pledge-kiosk:${event}-${card}`, ...(place === null ? [] : [place.session, place.table])].join(':')

// As for badges: a scanner’s keyboard may not be the tablet’s, so any one sign stands for the colon or the hyphen.
const SCANNED =
  /^(?:\][A-Z][A-Z\d])?PLEDGE[^A-Z\d]KIOSK([^A-Z\d])([A-Z][A-Z\d]{1,5})[^A-Z\d]([A-Z\d]{3}[^A-Z\d]?[A-Z\d]{4})(?:\1(.+?)\1(.+))?$/i
const EVENT = /^([A-Z][A-Z\d]{1,5})\s*[\p{Pd}_.:/\s]\s*(?=[A-Z\d]{3}\s*[\p{Pd}_.]?\s*[A-Z\d]{4}\s*$)/iu

const asSlug = (text: string | undefined): string | null => {
  const read = slug.safeParse(text?.toLowerCase().replaceAll(/[^a-z\d]/g, '-'))
  return read.success ? read.data : null
}

/** Reads what was scanned or typed at the event with this code: with or without the event’s code, in any case, with any hyphen or none. */
export function readCard(text: string, event: string): ReadCard {
  const given = text.normalize('NFKC').trim()
  const scanned = SCANNED.exec(given)
  const typed = scanned === null ? EVENT.exec(given) : null
  const of = (scanned?.[2] ?? typed?.[1])?.toUpperCase()
  if (of !== undefined && of !== event.toUpperCase()) return { kind: 'other-event', event: of }
  const read = readReference(scanned?.[3]?.replace(/[^A-Z\d]/gi, '') ?? given.slice(typed?.[0].length ?? 0))
  if (!read.ok) return { kind: 'not-a-card', why: read.code }
  const [session, table] = [asSlug(scanned?.[4]), asSlug(scanned?.[5])]
  return { kind: 'card', card: read.reference, place: session === null || table === null ? null : { session, table } }
}

/** How a record keeps where it stood. */
export const placeOnPaper = (card: Reference, line: number | null): string => (line === null ? card : `${card}/${line}`)

/** The same read back; null where it stood on none. */
export function paperPlace(kept: string): { card: Reference; line: number | null } | null {
  const [card = '', line] = kept.split('/')
  return card === '' ? null : { card, line: line === undefined ? null : Number(line) }
}

/** `7K3-QF9W`, or `7K3-QF9W, line 2`; empty where it stood on none. */
export function paperPlaceInWords(kept: string): string {
  const place = paperPlace(kept)
  if (place === null) return ''
  return `${formatReference(place.card)}${place.line === null ? '' : `, line ${place.line}`}`
}
