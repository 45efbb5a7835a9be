/** Badge codes: the opaque text in a badge's QR code, and what to make of whatever else is held before a scanner. */
import { CROCKFORD, readCrockford } from './crockford.ts'

export type ReadBadge =
  /** A badge of this event. `badge` is the text as `makeBadge` gave it, `code` its random part. */
  | { kind: 'own'; event: string; code: string; badge: string }
  /** A badge that Pledge Kiosk made for another event. */
  | { kind: 'other-event'; event: string }
  /** Something else that can be read: perhaps a ticket code, to be looked up as it was imported. */
  | { kind: 'foreign'; text: string }
  /** Nothing, too much, or characters that no ticket has. */
  | { kind: 'unreadable' }

const CODE_LENGTH = 16
const LONGEST = 512

// Scanners type as if on a keyboard. Where its layout is not the tablet's, the hyphen arrives as another character
// (ß on a German one, ' on a Spanish, ) on a French, + on a Swedish): any one is taken, if it is the same both times.
// `]Q1` and the like are put before a code by scanners set to tell what kind it was (ISO/IEC 15424).
const BADGE =
  /^(?:\][A-Z][A-Z\d])?(?:PLEDGE([^A-Z\d])KIOSK[^A-Z\d](?:\/\/)?)?PK1([^A-Z\d])([A-Z][A-Z\d]{1,5})\2([A-Z\d]{16})$/i
const WITHOUT_HYPHENS = /^(?:\][A-Z][A-Z\d])?PK1([A-Z][A-Z\d]{1,5})([A-Z\d]{16})$/i

/** The text for a new badge of this event, `PK1-NEC-` and 80 random bits; `random(n)` gives n random bytes. */
export function makeBadge(eventCode: string, random: (n: number) => Uint8Array): string {
  const code = [...random(CODE_LENGTH)].map((byte) => CROCKFORD.charAt(byte % CROCKFORD.length)).join('')
  return `PK1-${eventCode}-${code}`
}

/**
 * What a scan or a typed code is, seen from the event with this code. Forgiving: spaces and line ends around it, any case,
 * a `pledge-kiosk:` before it, hyphens that a keyboard layout changed, O for 0 and I or L for 1.
 */
export function readBadge(text: string, eventCode: string): ReadBadge {
  if (text.length > LONGEST) return { kind: 'unreadable' }
  const scanned = text.trim()
  // Control and format characters, halves of surrogate pairs, and what is left of bytes that could not be decoded.
  if (scanned === '' || /[\p{C}\ufffd]/u.test(scanned)) return { kind: 'unreadable' }

  const separated = BADGE.exec(scanned)
  // Without its hyphens it could be anyone's ticket, so then only this event's own code will do.
  const joined = separated === null ? WITHOUT_HYPHENS.exec(scanned) : null
  const event = (separated?.[3] ?? joined?.[1] ?? '').toUpperCase()
  const code = readCrockford(separated?.[4] ?? joined?.[2] ?? '')
  const ours = event === eventCode.toUpperCase()
  if (event === '' || code.includes('U') || (joined !== null && !ours)) return { kind: 'foreign', text: scanned }
  return ours ? { kind: 'own', event, code, badge: `PK1-${event}-${code}` } : { kind: 'other-event', event }
}

/** Whether something that was typed where a name is asked for is a code: names have no digits, and every code has. */
export const looksLikeCode = (text: string): boolean => /\p{N}/u.test(text)
