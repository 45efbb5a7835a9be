/** Cleans the text of a cell: what cannot be seen goes, what can be seen stays. */
import { LIMITS } from './table.ts'

/** Longer ones are never plain: the quick answer is for short cells. */
const LONG = 2000
// The case of nearly every cell: visible ASCII with single spaces. Nothing below would change it.
const ALREADY_TIDY = /^[!-~]+(?: [!-~]+)*$/
// Control characters, marks that turn text round without showing it, and characters without width. The joiners U+200C
// and U+200D stay: Persian names and emoji families need them. No control character that is white space is here.
const UNSEEN =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g

/** True of visible ASCII that `tidy` would not change; a quick answer for nearly every cell. */
export function isPlain(cell: string): boolean {
  const first = cell.charCodeAt(0)
  return cell.length < LONG && first !== 0x3d && first !== 0x27 && ALREADY_TIDY.test(cell)
}

/**
 * One line of visible text in NFC, white space collapsed. Undoes the two ways in which exports keep Excel from reading a
 * cell as a number or a formula: `="0123"` and a leading apostrophe before `=`, `+`, `-` or `@`. What is left is text
 * and is never evaluated. A half character becomes U+FFFD, which is reported where it matters.
 */
export function tidy(cell: string): string {
  if (isPlain(cell)) return cell
  // A cell of ten million characters is too long for anything it could be read for, whatever its end says.
  const seen = cell
    .slice(0, LIMITS.cell)
    .toWellFormed()
    .replace(UNSEEN, '')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC')
  const guarded = /^="([^"]*)"$/.exec(seen)
  if (guarded !== null) return (guarded[1] ?? '').trim()
  return /^'[=+\-@]/.test(seen) ? seen.slice(1) : seen
}
