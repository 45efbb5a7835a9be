/** Whether two names may be one person’s: an initial, a short form or another spelling of the other, and no more. */
import { compareNames } from '../find/likeness.ts'
import { mainWordsOf } from '../find/name-words.ts'

/** How alike they are, 0 to 1, at least: an initial for one of two words is 0.86, a letter that differs 0.75. */
const ALIKE = 0.8

export const isSameName = (one: string, other: string): boolean =>
  one === other || compareNames(mainWordsOf(one), mainWordsOf(other), () => true).likeness >= ALIKE
