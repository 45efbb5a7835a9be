/** What the three systems say of a drive that can be taken out, before anybody has looked at how much room it has. */
import { tidyLine } from '../../../shared/domain/text.ts'

/** `key` tells it from every other while it is plugged in; `path` is the folder at its top. */
export type Drive = { key: string; name: string; path: string }

const NAMELESS = 'USB stick'
const LONGEST = 60
/** What a system calls a drive that nobody has named: its number. */
const NUMBER = /^([0-9a-f]{4}-[0-9a-f]{4}|[0-9a-f]{16}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i

/** The name on the drive, as a person knows it, on one line. */
export function driveName(label: string): string {
  const name = tidyLine(label)
  if (name === '' || NUMBER.test(name)) return NAMELESS
  const letters = [...name]
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')}…` : name
}
