/** What is said back to somebody who has said by when. Pure. */
import { readTimescale } from '../../shared/domain/timescale/timescale.ts'
import { dayInWords } from './days.ts'

/** `day` is the one to begin from where somebody would say another; null where none came of the words. */
export type SaidBack = { words: string; day: string | null }

/** The day that we worked out of somebody's words; null where none came of them, or it stands there as they said it. */
export function workedOut(words: string, eventDate: string): string | null {
  const { due, derived } = readTimescale(words, eventDate)
  return due !== null && derived ? dayInWords(due) : null
}

/** Shorter than any word for a time. */
const HALF_A_WORD = 3

/**
 * The day that came of somebody's words, said on `eventDate` (an ISO day), as a question that needs no answer. Null while there is nothing to
 * say: too few letters, or a day that stands in their words as it would be said back.
 */
export function saidBack(words: string, eventDate: string): SaidBack | null {
  if (words.trim().length < HALF_A_WORD) return null
  const { start, due, isAge } = readTimescale(words, eventDate)
  if (due === null && isAge)
    return { words: 'An age or a birthday is a detail about a child. A day serves better, if you know one.', day: null }
  if (due === null)
    return start === null
      ? { words: 'No day comes of that, and none is needed: we keep it in your words.', day: null }
      : { words: `That starts on ${dayInWords(start)}. If you know by when, say a day as well.`, day: null }
  const day = dayInWords(due)
  if (due < eventDate) return { words: `That is ${day}, and it is past. Is it the right year?`, day: due }
  if (start !== null) return { words: `That is from ${dayInWords(start)} to ${day}. Right?`, day: due }
  return words.toLowerCase().includes(day.toLowerCase()) ? null : { words: `That is ${day}. Right?`, day: due }
}
