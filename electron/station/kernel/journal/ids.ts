/** Names for things: version 7 UUIDs (RFC 9562), which sort by time, and stable ones made from a name. */
import { sha256 } from './hash.ts'

/** Both kinds. */
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
export const isId = (text: string): boolean => ID.test(text)

export type Random = (bytes: number) => Uint8Array

const shape = (hex: string) =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
const variant = (digit: string | undefined) => '89ab'[Number.parseInt(digit ?? '0', 16) & 3] ?? '8'

/** A UUID v7 from a time in milliseconds and ten random bytes. */
export function makeId(wall: number, random: Random): string {
  const time = Math.max(0, Math.floor(wall)).toString(16).padStart(12, '0').slice(-12)
  const chance = Buffer.from(random(10)).toString('hex')
  return shape(`${time}7${chance.slice(0, 3)}${variant(chance[3])}${chance.slice(4, 19)}`)
}

/** A UUID v8 that is the same on every station for the same name, for things that are one thing everywhere: an event. */
export function idFromName(name: string): string {
  const hex = sha256(name)
  return shape(`${hex.slice(0, 12)}8${hex.slice(13, 16)}${variant(hex[16])}${hex.slice(17, 32)}`)
}
