/** References: seven characters that stand for a pledge, an action or an idea, and that catch it when they are miscopied. */
import { CROCKFORD, readCrockford } from './crockford.ts'

/** Six random characters and a check character, without the hyphen they are shown with: `7K3QF9W`. */
export type Reference = string

type ReadReference =
  | { ok: true; reference: Reference }
  | { ok: false; code: 'wrong-length' | 'wrong-character' | 'wrong-check' }

const DATA_LENGTH = 6
const LENGTH = DATA_LENGTH + 1
const LONGEST_TYPED = 60

/** The characters that are drawn: without the two vowels that the alphabet has. */
export const DRAWN = CROCKFORD.replace(/[AE]/g, '')

/** Well-known words with their vowels gone. */
const SKELETONS = /BCH|BTC|CCK|CNT|DCK|F[CK]K|FGT|KKK|KNT|NGR|P[SN]S|SH[TG]|SLT|TWT|WNK/

// The field GF(32) as five-bit numbers: adding is XOR, and this multiplies by x modulo x⁵ + x² + 1, which is primitive,
// so that 1, x, x², … x³⁰ are all different.
const timesX = (value: number): number => (value & 16 ? (value << 1) ^ 0b100101 : value << 1)

/**
 * The check character of six data characters: their sum in GF(32), each with its own weight x⁶, x⁵, … x; the check itself
 * weighs 1. One wrong character changes the sum by (weight × difference), two that changed places by (difference of the
 * weights × difference of the characters). Neither is ever nought, as all weights differ and a field has no divisors of
 * nought; so every wrong character and every swap, near or far, is caught.
 */
function checkOf(data: string): string {
  let sum = 0
  for (const character of data) sum = timesX(sum ^ CROCKFORD.indexOf(character))
  return CROCKFORD.charAt(sum)
}

const looksLikeVowel = (character: string) => '0134'.includes(character)
const isLetter = (character: string) => character > '9'

/**
 * Whether a reference could be read as a word: a vowel, two letters beside a digit that looks like a vowel (`F4N`, `4SS`),
 * or a word without its vowels. Nobody should have to read such a thing out at a front desk.
 */
function couldBeRead(reference: Reference): boolean {
  if (/[AE]/.test(reference) || SKELETONS.test(reference)) return true
  for (let i = 0; i + 3 <= LENGTH; i++) {
    const three = Array.from(reference.slice(i, i + 3))
    if (three.filter(looksLikeVowel).length === 1 && three.filter(isLetter).length === 2) return true
  }
  return false
}

/** With these six characters and their check; null where it could be read as a word. */
export function referenceWith(data: string): Reference | null {
  const reference = data + checkOf(data)
  return couldBeRead(reference) ? null : reference
}

/**
 * A new reference from `random(n)`, which gives n random bytes. There are about 280 million: a station still looks whether
 * it has used one already. Throws only if the random source never gives anything usable.
 */
export function makeReference(random: (n: number) => Uint8Array): Reference {
  for (let tries = 0; tries < 1000; tries++) {
    // Bytes above the last whole multiple would make the first characters likelier than the others.
    const usable = [...random(DATA_LENGTH * 2)].filter((byte) => byte < 256 - (256 % DRAWN.length))
    if (usable.length < DATA_LENGTH) continue
    const data = usable
      .slice(0, DATA_LENGTH)
      .map((byte) => DRAWN.charAt(byte % DRAWN.length))
      .join('')
    const reference = referenceWith(data)
    if (reference !== null) return reference
  }
  throw new Error('The random source gave nothing a reference can be made of')
}

/** As it is shown and written down: `7K3-QF9W`. */
export const formatReference = (reference: Reference): string => `${reference.slice(0, 3)}-${reference.slice(3)}`

/**
 * Reads what somebody typed or wrote: any case, any spaces and hyphens, O for 0, I or L for 1. Says what is wrong where
 * it cannot be a reference; `wrong-check` means that a character was miscopied or two changed places.
 */
export function readReference(text: string): ReadReference {
  if (text.length > LONGEST_TYPED) return { ok: false, code: 'wrong-length' }
  const reference = readCrockford(text.normalize('NFKC').replace(/[\s\p{Pd}_.]/gu, ''))
  if ([...reference].some((character) => !CROCKFORD.includes(character))) return { ok: false, code: 'wrong-character' }
  if (reference.length !== LENGTH) return { ok: false, code: 'wrong-length' }
  if (checkOf(reference.slice(0, DATA_LENGTH)) !== reference.charAt(DATA_LENGTH))
    return { ok: false, code: 'wrong-check' }
  return { ok: true, reference }
}
