/** Which headings say what a column of a delegate list holds, and which columns are never read. */
import { headingKey, surenessOf, type Vocabulary } from '../../../files/tables/index.ts'
import { JOB, NEVER, ORGANISATION, RULES, type Sign } from './heading-rules.ts'

/** The words by which the columns of a delegate list are known. */
export const DELEGATE_LIST: Vocabulary<Sign> = {
  rules: RULES,
  naming: ['name', 'firstName', 'lastName'],
  noNames: [ORGANISATION, JOB],
}

/** How surely a heading (as a key) is the sign's: 0 not at all, up to 1000. */
export const surenessOfSign = (sign: Sign, key: string): number => surenessOf(DELEGATE_LIST.rules[sign], key)

/** True of a column that is never read into a delegate: a telephone number, an address, a date of birth, money and the like. */
export function neverTaken(heading: string): boolean {
  const key = headingKey(heading).replace(/\bemail addresse?s?\b/g, 'email')
  // Questions about needs name what they must: “Do you have any mobility needs, or need a disabled parking card?”
  return NEVER.test(key) && surenessOfSign('accessNeeds', key) === 0 && surenessOfSign('dietaryNeeds', key) === 0
}
