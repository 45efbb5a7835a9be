/** Which PINs and passphrases are too easy to guess: those that everybody tries first. Pure; the sentences are for who chooses one. */
import { REHEARSAL_SECRETS } from './rehearsal.ts'

const TEN = 10

/** True where every character is as far from the one before as this, around the end of the digits: 7890, 3210, 4444. */
const runsBy = (step: number, digits: string): boolean =>
  [...digits].every((digit, index) => index === 0 || (Number(digits[index - 1]) + step + TEN) % TEN === Number(digit))

/** True where it is a shorter text said again and again, the last time perhaps not to its end. */
function repeats(text: string): boolean {
  for (let length = 1; length * 2 <= text.length; length += 1)
    if ([...text].every((one, index) => one === text[index % length])) return true
  return false
}

/** What is wrong with a PIN, in a sentence; null where nothing is. */
export function pinError(pin: string): string | null {
  if (!/^\d{4,8}$/.test(pin)) return 'Use 4 to 8 digits'
  if (pin === REHEARSAL_SECRETS.pin)
    return 'That is the PIN of every rehearsal. Choose one that only your stewards know'
  if (repeats(pin) || runsBy(1, pin) || runsBy(-1, pin))
    return 'Digits that repeat or run, like 0000, 1212 or 1234, are tried first. Mix them'
  return null
}

/** As people read it: without capitals, and with one space where there are several. */
const asRead = (passphrase: string): string => passphrase.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ')

/** Fewer different characters than this are a pattern, whatever their order. */
const FEWEST = 5

/** True where each character is the next, or each the one before, like “abcdefghij” and “0987654321”. */
const runsOn = (text: string): boolean =>
  [1, -1].some((step) =>
    [...text].every((one, index) => {
      const before = text.codePointAt(index - 1) ?? 0
      return index === 0 || (one.codePointAt(0) ?? 0) === before + step || (/^\d+$/.test(text) && runsBy(step, text))
    }),
  )

/** What is wrong with a passphrase, in a sentence; null where nothing is. */
export function passphraseError(passphrase: string): string | null {
  if (passphrase.length < TEN) return 'Use at least 10 characters: three or four words are easy to remember'
  if (passphrase.length > 200) return 'Use at most 200 characters'
  const read = asRead(passphrase)
  if (read === REHEARSAL_SECRETS.passphrase)
    return 'That is the passphrase of every rehearsal. Choose words that only you know'
  const words = read.split(' ')
  const bare = words.join('')
  if (new Set(bare).size < FEWEST || repeats(bare) || new Set(words).size * 2 <= words.length || runsOn(bare))
    return 'That says the same again and again, or runs in order, and is tried first. Use three or four different words'
  return null
}
