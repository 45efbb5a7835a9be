/** Tells of the people below a section’s heading what it says of them: “APOLOGIES”, “Waiting list”, “No response”. */
import type { Table } from '../../../files/tables/index.ts'
import type { Meaning } from './status-phrases.ts'
import { meaningOf } from './status-words.ts'

/** `words`: the heading’s; `row`: its number; `rows`: the numbers of the rows below it, in words. */
export type Section = { words: string; row: number; meaning: Exclude<Meaning, 'coming'>; rows: string }

const NOT_ANSWERED =
  /^(?:no (?:response|reply|answer|news|rsvp)|not (?:yet )?(?:replied|responded|answered|confirmed|heard)|(?:still )?(?:awaiting|waiting for|waiting on|chasing)\b.*|unconfirmed|to be confirmed|tbc|maybes?|tentative|provisional|non[- ]?responders?|invited)\b/i
const AWAY =
  /\b(?:apolog(?:y|ies)|cancel+(?:ed|ations?)?|declined|not (?:attending|coming)|unable to|waiting list|wait ?list(?:ed)?|reserves?|no[- ]shows?|withdrawn)\b/i

/** What a section’s heading says of whoever stands below it; null where it says nothing of coming, or that they do. */
export function sectionMeaning(heading: string): Section['meaning'] | null {
  const plain = heading.replace(/^[\s\-–—*=#_•>~]+|[\s\-–—*=#_<~:]+$/g, '')
  if (NOT_ANSWERED.test(plain)) return 'unsure'
  const words = AWAY.exec(plain)?.[0]
  if (words === undefined) return null
  const meaning = meaningOf(plain) ?? meaningOf(words)
  return meaning === null || meaning === 'coming' ? null : meaning
}

/** “5-7, 9” of the rows from this one to the next heading. */
export function rowsBelow({ rows }: Table, number: number, isHeading: (row: Table['rows'][number]) => boolean): string {
  const runs: [number, number][] = []
  for (let at = firstBelow(rows, number); at < rows.length; at++) {
    const row = rows[at]
    if (row === undefined || isHeading(row)) break
    const last = runs.at(-1)
    if (last !== undefined && last[1] === row.number - 1) last[1] = row.number
    else runs.push([row.number, row.number])
  }
  const said = runs.slice(0, 20).map(([from, to]) => (from === to ? String(from) : `${from}-${to}`))
  return runs.length > 20 ? `${said.join(', ')} and more` : said.join(', ')
}

function firstBelow(rows: Table['rows'], number: number): number {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle]?.number ?? 0) <= number) low = middle + 1
    else high = middle
  }
  return low
}
