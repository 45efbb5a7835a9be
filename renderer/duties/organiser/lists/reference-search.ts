/** Searching for a reference as it is printed, though the station keeps it without its event code and hyphen. Pure. */
import { formatReference } from '../../../../shared/domain/reference.ts'

/** A reference as the action plan writes it: `NEC-7K3-QF9W`. */
export const shownReference = (code: string, reference: string): string => `${code}-${formatReference(reference)}`

/** A record's name for a screen reader: its reference, and how it begins. */
export const spokenName = (reference: string, words: string): string =>
  `${reference}: ${words.length > 80 ? `${words.slice(0, 79).trimEnd()}…` : words}`

/** What to look for: each word that looks like a reference (`NEC-7K3-QF9W`, `7k3-qf`) as it is kept, the rest as it is. */
export function searchWords(text: string, code: string): string {
  const printed = new RegExp(
    `^(?:${code}[-\u2010\u2011\u2013 ])?([0-9A-Z]{3})[-\u2010\u2011\u2013]([0-9A-Z]{0,4})$`,
    'i',
  )
  return text
    .split(/\s+/)
    .map((word) => {
      const read = printed.exec(word)
      return read === null || !/\d/.test(word) ? word : `${read[1]}${read[2]}`.toUpperCase()
    })
    .join(' ')
    .trim()
}
