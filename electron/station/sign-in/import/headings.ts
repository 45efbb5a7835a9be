/** Tells what a heading stands for. */
import { NEVER, OF_A_PERSON, RULES, SOMEBODY_ELSE, type Sign } from './heading-rules.ts'
import { LIMITS } from './table.ts'

/** A heading as it is compared: lower case, no question number, no “(optional)”, no closing mark; `e-mail` is `email`. */
export function headingKey(heading: string): string {
  return heading
    .slice(0, LIMITS.heading)
    .normalize('NFKC')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[\u2018\u2019`]/g, "'")
    .replace(/\((optional|required|mandatory|if any|if known|if applicable)\)/g, ' ')
    .replace(/ \(\d+\)$/, '')
    .replace(/\be[- ]?mail\b/g, 'email')
    .replace(/[_/|]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^q?\d+[.):] */, '')
    .replace(/[ ?:*.!"]+$/, '')
}

/** True of a column that is never read into a delegate: a telephone number, an address, a date of birth, money and the like. */
export function neverTaken(heading: string): boolean {
  const key = headingKey(heading).replace(/\bemail addresse?s?\b/g, 'email')
  // Questions about needs name what they must: “Do you have any mobility needs, or need a disabled parking card?”
  return NEVER.test(key) && surenessOf('accessNeeds', key) === 0 && surenessOf('dietaryNeeds', key) === 0
}

/** How surely a heading (as a key) is the sign's: 0 not at all, up to 1000. A whole heading always beats a sentence. */
export function surenessOf(sign: Sign, key: string): number {
  const { exact, within, unless } = RULES[sign]
  const whole = exact.indexOf(key)
  if (whole !== -1) return 1000 - whole * 10
  if (unless?.test(key) === true || (OF_A_PERSON.has(sign) && SOMEBODY_ELSE.test(key))) return 0
  const part = within.findIndex((words) => words.test(key))
  return part === -1 ? 0 : 400 - part * 10
}

const SIGNS = Object.keys(RULES) as Sign[]

/** How many of a row's cells read like headings. A row of people scores 0 or, with a cell like “Police sector”, 1. */
export function knownHeadings(cells: string[]): number {
  return cells.filter((cell) => {
    if (cell.length > 200 || cell.trim() === '') return false
    const key = headingKey(cell)
    return SIGNS.some((sign) => surenessOf(sign, key) > 0)
  }).length
}
