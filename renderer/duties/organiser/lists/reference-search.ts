/** Searching for a reference as it is printed, though the station keeps it without its event code and hyphen. Pure. */
import { formatReference, readReference } from '../../../../shared/domain/reference.ts'

/** A reference as the action plan writes it: `NEC-7K3-QF9W`. */
export const shownReference = (code: string, reference: string): string => `${code}-${formatReference(reference)}`

/** The same in a list, where every one begins with the code of the event. */
export const lineReference = formatReference

/** A record's name for a screen reader: its reference, and how it begins. */
export const spokenName = (reference: string, words: string): string =>
  `${reference}: ${words.length > 80 ? `${words.slice(0, 79).trimEnd()}…` : words}`

/** A whole reference, however it was copied; null where a word is none. None has an A or an E, and most words do. */
function wholeReference(word: string): string | null {
  const read = /\d/.test(word) && !/[AE]/i.test(word) ? readReference(word) : null
  return read?.ok === true ? read.reference : null
}

/** A piece of a reference as it is written, with its hyphen: the first three characters or fewer, and what comes after. */
const PIECE = /^([0-9A-Z]{0,3})[-\u2010\u2011\u2013]([0-9A-Z]{0,4})$/i
/** As much as could be one, where the code of the event stands before it. */
const AFTER_CODE = /^[0-9A-Z]{1,7}$/i

/**
 * What to look for: each word that is a reference, however it was copied, or a piece of one (`NEC-7K3-QF9W`, `7k3-qf`, `-QF9W`, `NEC-7K3`) as
 * it is kept, the rest as it is. A piece without a hyphen (`QF9`) is found as any other word is.
 */
export function searchWords(text: string, code: string): string {
  const ofEvent = new RegExp(`^${code}[-\u2010\u2011\u2013]`, 'i')
  return text
    .split(/\s+/)
    .map((word) => {
      const bare = word.replace(ofEvent, '')
      const whole = wholeReference(bare)
      if (whole !== null) return whole
      if (bare !== word && AFTER_CODE.test(bare)) return bare.toUpperCase()
      const read = PIECE.exec(bare)
      if (read === null || !/\d/.test(bare)) return word
      return `${read[1]}${read[2]}`.toUpperCase()
    })
    .join(' ')
    .trim()
}
