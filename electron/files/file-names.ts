/** Names for files that leave the station: ones that every disk takes, that lead nowhere, and that nothing has yet. */
import { existsSync } from 'node:fs'
import { join, parse } from 'node:path'

/**
 * The longest name in bytes of UTF-8. Disks take 255: the rest is for a number, and for what {@link file://./export/write-file.ts}
 * puts round a name while the file is not whole yet.
 */
const LONGEST = 180
const LONGEST_ENDING = 20

// What Windows refuses in a name, and marks that turn it round without showing it. Sticks go from one system to another.
// oxlint-disable-next-line no-control-regex
const REFUSED = /[<>:"|?*\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g
/** Devices to Windows, whatever follows the dot (Microsoft, Naming Files, Paths, and Namespaces). */
const DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|$)/i

/** The last part of `asked`, changed only where some disk would not take it, or a system would hide it. */
export function safeName(asked: string): string {
  const last = asked.toWellFormed().split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .replaceAll(REFUSED, '')
    .normalize('NFC')
    .replaceAll(/^[\s.]+|[\s.]+$/g, '')
  const { name, ext } = parse(plain)
  const ending = ext.length > 1 && Buffer.byteLength(ext) <= LONGEST_ENDING ? ext : ''
  const stem = cut(ending === '' ? plain : name, LONGEST - Buffer.byteLength(ending)).replace(/[\s.]+$/, '')
  const whole = `${stem === '' ? 'file' : stem}${ending}`
  return DEVICE.test(whole) ? `_${whole}` : whole
}

/** As much of the start as fits into so many bytes, and no half character. */
function cut(text: string, bytes: number): string {
  let kept = ''
  let used = 0
  for (const character of text) {
    used += Buffer.byteLength(character)
    if (used > bytes) break
    kept += character
  }
  return kept
}

/** The name itself, then numbered as a browser does: “plan.xlsx”, “plan (1).xlsx” … without end. */
export function* numberedNames(asked: string): Generator<string> {
  const { name, ext } = parse(safeName(asked))
  yield `${name}${ext}`
  for (let count = 1; ; count += 1) yield `${name} (${count})${ext}`
}

/** A path in `folder` at which there is nothing yet. */
export function freePath(folder: string, asked: string, taken: (path: string) => boolean = existsSync): string {
  for (const name of numberedNames(asked)) {
    const path = join(folder, name)
    if (!taken(path)) return path
  }
  throw new Error('Numbers have an end after all')
}
