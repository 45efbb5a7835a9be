/** The secret of a recovery sheet, as it stands on paper: 128 bits as seven groups of four characters, the last of which are a check. Pure. */
import { CROCKFORD, readCrockford } from './crockford.ts'

const BYTES = 16
const CHARACTERS = 28
const CHECK_BITS = 12

/** x¹² + x¹¹ + x³ + x² + x + 1 (CRC-12): one wrong character, or two that changed places side by side, is always noticed. */
const POLYNOMIAL = 0x80f

/** The bits of these bytes, first to last. */
const bitsOf = (bytes: Uint8Array): number[] =>
  [...bytes].flatMap((byte) => [7, 6, 5, 4, 3, 2, 1, 0].map((place) => (byte >> place) & 1))

function checkOf(bits: readonly number[]): number[] {
  let sum = 0
  for (const bit of bits) {
    const carried = ((sum >> (CHECK_BITS - 1)) & 1) ^ bit
    sum = (sum << 1) & 0xfff
    if (carried === 1) sum ^= POLYNOMIAL
  }
  return Array.from({ length: CHECK_BITS }, (_, place) => (sum >> (CHECK_BITS - 1 - place)) & 1)
}

/** As it is printed, `XXXX-XXXX-…`. Throws where it is not 16 bytes. */
export function sheetText(bytes: Uint8Array): string {
  if (bytes.length !== BYTES) throw new Error(`A recovery sheet has ${BYTES} bytes, not ${bytes.length}`)
  const bits = bitsOf(bytes)
  const all = [...bits, ...checkOf(bits)]
  const characters = Array.from({ length: CHARACTERS }, (_, index) =>
    CROCKFORD.charAt(all.slice(index * 5, index * 5 + 5).reduce((value, bit) => value * 2 + bit, 0)),
  ).join('')
  return characters.replaceAll(/(.{4})(?=.)/g, '$1-')
}

/** What somebody typed or scanned, as it is printed; null where it is no sheet's. Spaces, small letters and other dashes do not matter. */
export function readSheet(typed: string): string | null {
  const characters = readCrockford(typed).replaceAll(/[^0-9A-Z]/g, '')
  if (characters.length !== CHARACTERS) return null
  const bits: number[] = []
  for (const character of characters) {
    const value = CROCKFORD.indexOf(character)
    if (value < 0) return null
    bits.push(...[4, 3, 2, 1, 0].map((place) => (value >> place) & 1))
  }
  const [secret, check] = [bits.slice(0, BYTES * 8), bits.slice(BYTES * 8)]
  if (checkOf(secret).join('') !== check.join('')) return null
  const bytes = Array.from({ length: BYTES }, (_, index) =>
    Number.parseInt(secret.slice(index * 8, index * 8 + 8).join(''), 2),
  )
  return sheetText(Uint8Array.from(bytes))
}
