/** Turns the bytes of a text file into text whose lines end in a line feed, and says how sure it is of the encoding. */
import { isUtf8 } from 'node:buffer'
import { decodeByPage } from './code-pages.ts'
import { guessEncoding } from './guess-encoding.ts'
import type { Encoding } from './table.ts'

export type Decoded = { text: string; encoding: Encoding; guessed: boolean }

/**
 * Decodes by the byte-order mark; else, unless `asked` says otherwise, as UTF-16 where half the bytes are zero, as UTF-8
 * where every byte fits, and where not in the encoding in which they make most sense. Only that last answer and UTF-16 without a mark are
 * guesses. Returns null where the bytes are not text.
 */
export function decode(bytes: Uint8Array, asked: Encoding | null): Decoded | null {
  if (asked !== null) return { text: decodeAs(asked, bytes), encoding: asked, guessed: false }
  const marked = byMark(bytes)
  if (marked !== null) return { text: decodeAs(marked, bytes), encoding: marked, guessed: false }
  const wide = utf16ByZeros(bytes)
  if (wide !== null) return { text: decodeAs(wide, bytes), encoding: wide, guessed: true }
  if (isNoText(bytes.subarray(0, 65_536))) return null
  if (isUtf8(bytes)) return { text: decodeAs('utf-8', bytes), encoding: 'utf-8', guessed: false }
  const guess = guessEncoding(bytes)
  return { text: decodeAs(guess, bytes), encoding: guess, guessed: true }
}

/** A stray zero in a list is swept away later; in pictures and programs one byte in nine is a control character. */
function isNoText(bytes: Uint8Array): boolean {
  if (!bytes.includes(0)) return false
  let controls = 0
  for (const byte of bytes) if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) controls += 1
  return controls > bytes.length * 0.08
}

function byMark(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** English text in UTF-16 has a zero in every pair of bytes, always on the same side. */
function utf16ByZeros(bytes: Uint8Array): Encoding | null {
  const pairs = Math.min(bytes.length >> 1, 2000)
  if (pairs < 2) return null
  let first = 0
  let second = 0
  for (let pair = 0; pair < pairs; pair++) {
    if (bytes[pair * 2] === 0) first++
    if (bytes[pair * 2 + 1] === 0) second++
  }
  if (second > pairs * 0.7 && first === 0) return 'utf-16le'
  if (first > pairs * 0.7 && second === 0) return 'utf-16be'
  return null
}

/** The decoder leaves out the byte-order mark; what does not fit the encoding becomes U+FFFD, which is reported later. */
function decodeAs(encoding: Encoding, bytes: Uint8Array): string {
  if (encoding === 'utf-16le' || encoding === 'utf-16be')
    return new TextDecoder(encoding).decode(bytes).replace(/\r\n?/g, '\n')
  const lines = oneKindOfNewline(bytes)
  return encoding === 'utf-8' ? new TextDecoder(encoding).decode(lines) : decodeByPage(encoding, lines)
}

/**
 * Every line end as one line feed. Excel ends rows with two characters and lines within a cell with one, and files put
 * together from several hold every kind; a parser that believes in one kind glues rows together. On bytes this takes a
 * fifth of the time it takes on text, and neither byte is part of another character in these encodings.
 */
function oneKindOfNewline(bytes: Uint8Array): Uint8Array {
  const first = bytes.indexOf(0x0d)
  if (first === -1) return bytes
  const lines = new Uint8Array(bytes.length)
  lines.set(bytes.subarray(0, first))
  let to = first
  for (let from = first; from < bytes.length; from++) {
    const byte = bytes[from] ?? 0
    if (byte !== 0x0d) lines[to++] = byte
    else if (bytes[from + 1] !== 0x0a) lines[to++] = 0x0a
  }
  return lines.subarray(0, to)
}
