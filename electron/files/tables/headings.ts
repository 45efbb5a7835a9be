/** Tells what a heading stands for, by the words that it is given for it. */
import { LIMITS } from './table.ts'
import type { HeadingRule, Vocabulary } from './vocabulary.ts'

// Programs write “E‑mail” with a hyphen that does not break, and copy dashes of every length; all of them mean the plain one.
const DASHES = /[\p{Pd}\u2043\u2212]/gu
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu

/**
 * A heading as it is compared: lower case, no question number, no “(optional)”, no mark before or after it; every dash is the plain one, and
 * `e-mail` is `email`.
 */
export function headingKey(heading: string): string {
  return heading
    .slice(0, LIMITS.heading)
    .normalize('NFKC')
    .replace(UNSEEN, '')
    .replace(DASHES, '-')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc\u2032`]/g, "'")
    .replace(/\((optional|required|mandatory|if any|if known|if applicable)\)/g, ' ')
    .replace(/ \(\d+\)$/, '')
    .replace(/\be[- ]?mail\b/g, 'email')
    .replace(/[_/|]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ "*\u201c\u2022\u00b7]+/, '')
    .replace(/^q?\d+[.):] */, '')
    .replace(/[ ?:*.!"\u201d]+$/, '')
}

/** How surely a heading (as a key) is known by this rule: 0 not at all, up to 1000. A whole heading always beats a sentence. */
export function surenessOf({ exact, within, unless }: HeadingRule, key: string): number {
  const said = exact.indexOf(key)
  // “first-name”, as programs call their columns.
  const whole = said === -1 && key.includes('-') ? exact.indexOf(key.replace(/ *- */g, ' ')) : said
  if (whole !== -1) return 1000 - whole * 10
  if (unless.some((words) => words.test(key))) return 0
  const part = within.findIndex((words) => words.test(key))
  return part === -1 ? 0 : 400 - part * 10
}

/** How many of a row's cells read like headings. A row of people scores 0 or, with a cell like “Police sector”, 1. */
export function knownHeadings({ rules }: Vocabulary, cells: readonly string[]): number {
  const all = Object.values(rules)
  return cells.filter((cell) => {
    if (cell.length > 200 || cell.trim() === '') return false
    const key = headingKey(cell)
    return all.some((rule) => surenessOf(rule, key) > 0)
  }).length
}

/** True of a heading under which people are named. */
export const isNaming = ({ rules, naming }: Vocabulary, heading: string): boolean =>
  naming.some((sign) => {
    const rule = rules[sign]
    return rule !== undefined && surenessOf(rule, headingKey(heading)) > 0
  })

/** True where a heading is known by itself, and is that no more once more is said before it. */
export function isElsewhere({ rules }: Vocabulary, heading: string, whole: string): boolean {
  const [alone, together] = [headingKey(heading), headingKey(whole)]
  return Object.values<HeadingRule>(rules).some(
    (rule) => surenessOf(rule, alone) > 0 && rule.unless.some((words) => words.test(together)),
  )
}
