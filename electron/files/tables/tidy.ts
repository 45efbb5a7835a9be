/** Cleans the text of a cell: what cannot be seen goes, what can be seen stays. */
import { tidyLine } from '../../../shared/domain/text.ts'
import { LIMITS } from './table.ts'

/** Longer ones are never plain: the quick answer is for short cells. */
const LONG = 2000
// The case of nearly every cell: visible ASCII with single spaces. Nothing below would change it.
const ALREADY_TIDY = /^[!-~]+(?: [!-~]+)*$/
/** True of visible ASCII that `tidy` would not change; a quick answer for nearly every cell. */
export function isPlain(cell: string): boolean {
  const first = cell.charCodeAt(0)
  return cell.length < LONG && first !== 0x3d && first !== 0x27 && ALREADY_TIDY.test(cell)
}

/**
 * A cell as a form would take it, see `tidyLine`. Undoes the two ways in which exports keep Excel from reading a
 * cell as a number or a formula: `="0123"` and a leading apostrophe before `=`, `+`, `-` or `@`. What is left is text
 * and is never evaluated. A half character becomes U+FFFD, which is reported where it matters.
 */
export function tidy(cell: string): string {
  if (isPlain(cell)) return cell
  // A cell of ten million characters is too long for anything it could be read for, whatever its end says.
  const seen = tidyLine(cell.slice(0, LIMITS.cell))
  const guarded = /^="([^"]*)"$/.exec(seen)
  if (guarded !== null) return (guarded[1] ?? '').trim()
  return /^'[=+\-@]/.test(seen) ? seen.slice(1) : seen
}
