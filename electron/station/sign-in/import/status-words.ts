/** Reads what lists say of whether somebody is coming, by how the words begin: “Registered (cancelled 3/4)”, “Waitlist - position 3”. */
import { comesInstead } from './who-instead.ts'
import { BEGINNINGS, FORM_OF, type Meaning, SAYS_NOTHING, SPOKEN_OF } from './status-phrases.ts'

const MEANS = new Map<string, Meaning>(
  (Object.keys(BEGINNINGS) as Meaning[]).flatMap((meaning) =>
    BEGINNINGS[meaning].map((one) => [one, meaning] as const),
  ),
)
const LONGEST = 5
/** Alone these answer a question; what the question was, the heading says. */
const ANSWERS: Readonly<Record<string, Meaning>> = {
  no: 'not-coming',
  n: 'not-coming',
  nope: 'not-coming',
  not: 'not-coming',
  false: 'not-coming',
  '0': 'not-coming',
  '✗': 'not-coming',
  '✘': 'not-coming',
  '❌': 'not-coming',
  '1': 'coming',
  x: 'coming',
  '✓': 'coming',
  '✔': 'coming',
  '☑': 'coming',
  '✅': 'coming',
}

/** Part of the day, or what is beside it: whoever does not come to that may come all the same. */
const PART_OF_IT =
  /\b(dinner|lunch|lunchtime|breakfast|meal|food|catering|drinks?|reception|networking|social|gala|party|tour|visit|workshops?|breakouts?|sessions?|plenary|morning|afternoon|evening|am|pm|day|days|monday|tuesday|wednesday|thursday|friday|saturday|sunday|hotel|room|accommodation|parking|coach|travel|train|taxi|photos?|photographs?|filming|childcare|creche|interpreter|stand|stall|newsletter)\b/
/** “Withdrew on Monday” says when it was said; “not attending Monday” says what of. */
const isPartOfIt = (rest: string): boolean =>
  PART_OF_IT.test(rest.replace(/\b(on|by|this|last) (monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/g, ''))
/** What may follow where nothing else says that the words are about coming at all. */
const AS_A_WHOLE =
  /^$|^(attending|coming|joining|going|participating|by|on|due|because|as|via|per|with|at|in|from|received|sent|given|and|illness|ill|sick|unwell|childcare|covid|last|late|today|yesterday|this|place|attendance|booking|ticket|registration|order|too|also|event|conference|position|number|no|out|list|due|family|work|clash|after|thanks|sorry|refund|refunded|email|phone|emailed|phoned|called|rang|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)\b|^\d/
/** Unmistakable under any heading; “expired” may be a passport. */
const ANYWHERE =
  /^(cancelled|self cancelled|not (attending|coming)|not make|no longer (attending|coming|joining|going|participating)|apologies|(sen[dt]s?|sending|gi?ave|gi?ven|gives|received|with) apologies|withdrawn|pulled out|dropped out|declined|wait ?list(ed)?|waiting list(ed)?|on (wait ?list|waiting list)|no ?shows?|regrets|sent regrets|voided|pending (from )?wait)/

/** One of these stands in whatever takes somebody away under any heading: a quick answer for nearly every cell. */
const MAY_SAY =
  /can[cx]|cxl|cncl|cnx|attend|com(e|ing)|going|join|make|made|longer|apol|withdr|pull|drop|declin|wait|show|regret|void|place|stead|behalf/i

const wordsOf = (clause: string): string[] =>
  clause
    .split(/[^\p{L}\p{N}✗✘❌✓✔☑✅]+/u)
    .filter((word) => word !== '' && !SAYS_NOTHING.has(word))
    .map((word) => FORM_OF.get(word) ?? word)

type Clause = { words: string[]; isLater: boolean }

/** Of whoever comes for somebody else the rest speaks: “Attending in place of Tom (cancelled)”. */
const FOR_SOMEBODY =
  /\b(in place of|instead of|on behalf of|replacing|replacement for|replaces|substitute for|substituting for|standing in for|covering for)\b/

/** In small letters, apart where another thought begins; `isLater`: it says what came after the one before it. */
function clausesOf(text: string): Clause[] {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’‘`]/g, '')
    .replace(/_/g, ' ')
    .replace(/(?<=\p{L})[-‐‑](?=\p{L})/gu, ' ')
  return plain
    .split(
      /(->|→|=>|>|\bbut now\b|\bbut then\b|\bbut\b|\bthen\b|\bnow\b|\bstill\b|[()[\]{},;:.!?/|+&]| [-–—] |\s[-–—]|[–—]| - )/,
    )
    .reduce<{ clauses: Clause[]; later: boolean }>(
      ({ clauses, later }, part, index) => {
        if (index % 2 === 1) return { clauses, later: later || /->|→|=>|>|but|then|now|still/.test(part) }
        const words = wordsOf(part)
        return words.length === 0
          ? { clauses, later }
          : { clauses: [...clauses, { words, isLater: later && clauses.length > 0 }], later: false }
      },
      { clauses: [], later: false },
    ).clauses
}

type Found = { meaning: Meaning; begins: string; rest: string }

function beginningOf(words: readonly string[]): Found | null {
  for (let skipped = 0; skipped < words.length; skipped++) {
    const left = words.slice(skipped)
    for (let length = Math.min(LONGEST, left.length); length > 0; length--) {
      const begins = left.slice(0, length).join(' ')
      const meaning = MEANS.get(begins)
      if (meaning !== undefined) return { meaning, begins, rest: left.slice(length).join(' ') }
    }
    const [first = ''] = left
    const answer = left.length === 1 ? ANSWERS[first] : undefined
    if (answer !== undefined) return { meaning: answer, begins: first, rest: '' }
    if (!SPOKEN_OF.has(first)) return null
  }
  return null
}

const WEIGHT: Readonly<Record<Meaning, number>> = { cancelled: 4, 'not-coming': 3, waiting: 2, unsure: 1, coming: 0 }
const isAway = (meaning: Meaning) => WEIGHT[meaning] > 1

/** What counts of several clauses: the last that says what came later, else the one that takes most away. */
function weightiest(all: readonly (Found & { isLater: boolean })[]): Meaning | null {
  const last = all.findLast(({ isLater }) => isLater)
  if (last !== undefined) return last.meaning
  const [first, ...others] = all
  if (first === undefined) return null
  // “No (maybe next year)” is a no, and “Yes - if the train runs” a yes: only what takes the place away changes the first word.
  return others.reduce(
    (most, { meaning }) => (isAway(meaning) && WEIGHT[meaning] > WEIGHT[most] ? meaning : most),
    first.meaning,
  )
}

const comesForSomebody = (text: string): boolean => {
  const at = text.toLowerCase().search(FOR_SOMEBODY)
  return at !== -1 && !/\b(not|cancelled|sending|sends)\b|n['’]t\b/i.test(text.slice(0, at))
}

/** What a (tidy) cell says that is there to say it; null where it is not understood. An empty cell is for the caller. */
export function meaningOf(text: string): Meaning | null {
  if (comesForSomebody(text)) return 'coming'
  if (comesInstead(text)) return 'not-coming'
  const clauses = clausesOf(text)
  const found = clauses.flatMap(({ words, isLater }, index) => {
    const one = beginningOf(words)
    if (one === null) return []
    if (isAway(one.meaning) && isPartOfIt(one.rest)) return [{ ...one, meaning: 'unsure' as const, isLater }]
    // A short answer begins a phrase and never stands within one, “Yes, no nuts”; behind a “but” it is the answer, “With thanks but no”.
    return index > 0 && !isLater && ANSWERS[one.begins] !== undefined ? [] : [{ ...one, isLater }]
  })
  return weightiest(found)
}

/** What a cell says under a heading that promises nothing, such as “Notes”; null for whatever may be about something else. */
export function meaningAnywhere(text: string): Meaning | null {
  if (text.length > 300 || !MAY_SAY.test(text) || comesForSomebody(text)) return null
  if (comesInstead(text)) return 'not-coming'
  const found = clausesOf(text).flatMap(({ words, isLater }) => {
    const one = beginningOf(words)
    const whole = words.join(' ')
    if (one === null) return []
    if (!isAway(one.meaning)) return isLater ? [{ ...one, isLater }] : []
    return ANYWHERE.test(whole.slice(whole.indexOf(one.begins))) && AS_A_WHOLE.test(one.rest) && !isPartOfIt(one.rest)
      ? [{ ...one, isLater }]
      : []
  })
  const meaning = found.some((one) => isAway(one.meaning)) ? weightiest(found) : null
  return meaning !== null && isAway(meaning) ? meaning : null
}

/** True of an answer to a question, which says nothing without it. */
export const isAnswer = (text: string): boolean => {
  const words = clausesOf(text).flatMap((one) => one.words)
  return (
    words.length === 1 &&
    (ANSWERS[words[0] ?? ''] !== undefined || ['yes', 'y', 'true', 'none', 'ok'].includes(words[0] ?? ''))
  )
}
/** True of “Yes”, “1”, a tick and the like. */
export const isYes = (text: string): boolean => isAnswer(text) && meaningOf(text) === 'coming'
/** Null of whatever leaves them on the list, or may. */
export const awayOf = (meaning: Meaning | null): Exclude<Meaning, 'coming' | 'unsure'> | null =>
  meaning === 'coming' || meaning === 'unsure' ? null : meaning
