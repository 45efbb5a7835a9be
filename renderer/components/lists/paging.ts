/** Long lists come in pages of fifty: which page, and how it is said. Pure. */
import { countWords } from '../tree-totals.ts'

/** How many lines a page of a list holds. */
export const PAGE = 50

/** The offset of the last page of a list of `total`. */
export const lastOffset = (total: number): number => Math.max(0, Math.ceil(total / PAGE) - 1) * PAGE

/** The offset to show: never beyond the end, also when the list has become shorter meanwhile. */
export const keptOffset = (offset: number, total: number): number => Math.max(0, Math.min(offset, lastOffset(total)))

/** “51 to 100 of 1,204”. */
export function rangeWords(offset: number, total: number): string {
  const last = Math.min(offset + PAGE, total)
  return `${countWords(offset + 1)} to ${countWords(last)} of ${countWords(total)}`
}

export type Noun = { one: string; many: string }

/** “1,204 people”, “1 pledge”, and while searching “3 pledges found”. */
export function totalWords(total: number, noun: Noun, narrowed: boolean): string {
  const words = `${countWords(total)} ${total === 1 ? noun.one : noun.many}`
  return narrowed ? `${words} found` : words
}
