/** Finds the columns of a list that say whether somebody is coming, whatever their headings, and reads a row by them. */
import { headingKey, type Table, type TableRow, tidy } from '../../../files/tables/index.ts'
import { OTHER_MATTER, THE_DAY } from './heading-words.ts'
import { neverTaken, surenessOfSign } from './headings.ts'
import { isPlaceholder } from './placeholders.ts'
import { awayOf, isAnswer, isYes, type Meaning, meaningAnywhere, meaningOf } from './status-words.ts'

/**
 * `asks`: the heading asks whether they come. `names`: the heading says what became of them, and the cell only whether, or when. `any`: it
 * may be about anything, such as “Notes”.
 */
type Way = { kind: 'asks' | 'any' } | { kind: 'names'; meaning: Meaning }
type StatusColumn = { index: number; heading: string; way: Way }

/** What a row says of it; `away` is null where they are expected, and somebody should look at it. */
export type Status = {
  heading: string
  value: string
  away: ReturnType<typeof awayOf>
  kind: 'understood' | 'unsure' | 'unknown'
}

/** Who paid, and whether: it says who comes only where nothing else does. */
const WHO_PAID = /\b(order|payment|purchase|invoice|transaction|contribution|billing|payer|buyer)\b/
/** “Cancelled”, “Void status”, “Withdrawn on”, “Apologies received”. */
const NAMES =
  /^(?:(?:has|have|is|was|been|they|date|ticket|booking|attendee|registration|place|if) )*(cancel+ed|cancel+ations?|cancel+|void(?:ed)?|withdrawn|withdrew|withdrawal|declined|rejected|no[ -]?show|wait(?:ing)?[ -]?list(?:ed)?|apolog(?:y|ies)|not attending|not coming|not going|can(?:not|'t) attend|unable to attend|did not attend|refunded|deleted|absent|absence)(?: (?:at|on|date|date time|datetime|time|by|reason|status|flag|received|sent|given|position|number|no|#))*$/
const WITH_ANYTHING = /\b(at|on|date|time|by|reason|position|number|no|#)$/
const NOT_SAID = /^(no|n|false|0|none|not .*|never|-)$/i
const DATE_OR_TICK = /\d|^(x|✓|✔|☑|✅)$/i
/** These many of the first rows tell what a column is about. */
const LOOKED_AT = 300
/** The share of cells, from 0 to 1, that have to say whether somebody comes for a column to be about that. */
const MOSTLY = 0.8

function wayOf(table: Table, index: number, isChosen: boolean): Way | null {
  const heading = table.headings[index] ?? ''
  const key = headingKey(heading)
  const named = NAMES.exec(key)
  if (named !== null) {
    const meaning = meaningOf(named[1] ?? '')
    return { kind: 'names', meaning: meaning === null || awayOf(meaning) === null ? 'not-coming' : meaning }
  }
  if (isChosen) return { kind: 'asks' }
  if (OTHER_MATTER.test(key) && !THE_DAY.test(key)) return null
  if (surenessOfSign('status', key) > 0) return { kind: 'asks' }
  if (neverTaken(heading) || OTHER_MATTER.test(key)) return null
  return isAboutComing(table, index) ? { kind: 'asks' } : { kind: 'any' }
}

/** Told by its cells alone: nearly all say whether somebody comes, and not by a bare yes or no. */
function isAboutComing({ rows }: Table, index: number): boolean {
  const said = new Map<string, number>()
  for (const { cells } of rows.slice(0, LOOKED_AT)) {
    const value = tidy((cells[index] ?? '').slice(0, 200))
    if (value !== '' && !isPlaceholder('email', value)) said.set(value, (said.get(value) ?? 0) + 1)
  }
  let [all, understood, away] = [0, 0, false]
  for (const [value, times] of said) {
    all += times
    if (isAnswer(value) || meaningOf(value) === null) continue
    understood += times
    away ||= meaningAnywhere(value) !== null
  }
  return away && understood >= all * MOSTLY
}

/** `read`: the indexes of columns that are read for something else; `chosen`: that of one that is said to be the status, or -1. */
export function createStatusReader(table: Table, read: ReadonlySet<number>, chosen: number) {
  const all: StatusColumn[] = table.headings.flatMap((heading, index) => {
    const way = read.has(index) ? null : wayOf(table, index, index === chosen)
    return way === null ? [] : [{ index, heading, way }]
  })
  const own = all.filter(({ heading, way }) => way.kind !== 'any' && !WHO_PAID.test(headingKey(heading)))
  const paid = all.filter(({ heading, way }) => way.kind !== 'any' && WHO_PAID.test(headingKey(heading)))
  const columns = [...(own.length > 0 ? own : paid), ...all.filter(({ way }) => way.kind === 'any')]
  // Few different words stand in such a column, and a hundred thousand rows.
  const seen = columns.map(() => new Map<string, Status | null>())

  return {
    /** The indexes of the columns that say it by their headings, or in nearly all of their cells. */
    list: columns.filter(({ way }) => way.kind !== 'any').map(({ index }) => index),
    /** What counts of all that the row says: that they do not come, before what is not sure. Null where it says nothing. */
    of({ cells }: TableRow): Status | null {
      let found: Status | null = null
      for (const [at, column] of columns.entries()) {
        const cell = cells[column.index]
        if (cell === undefined || cell === '') continue
        const known = seen[at]?.get(cell)
        const status = known === undefined ? statusOf(column, cell) : known
        if (known === undefined && (seen[at]?.size ?? 0) < 1000) seen[at]?.set(cell, status)
        if (status === null) continue
        if (status.away !== null) return status
        if (found === null || (found.kind === 'unknown' && status.kind === 'unsure')) found = status
      }
      return found
    },
  }
}

/** Null where there is nothing to say about it. */
function statusOf({ heading, way }: StatusColumn, cell: string): Status | null {
  const value = tidy(cell)
  if (value === '') return null
  const told = (meaning: Meaning | null): Status | null => {
    if (meaning === 'coming') return null
    const away = awayOf(meaning)
    return { heading, value, away, kind: meaning === null ? 'unknown' : away === null ? 'unsure' : 'understood' }
  }
  switch (way.kind) {
    case 'any': {
      const meaning = meaningAnywhere(value)
      return meaning === null ? null : told(meaning)
    }
    case 'asks': {
      const meaning = meaningOf(value)
      return meaning === null && isPlaceholder('email', value) ? null : told(meaning)
    }
    case 'names': {
      if (NOT_SAID.test(value) || isPlaceholder('email', value)) return null
      const meaning = isAnswer(value) ? null : meaningOf(value)
      if (meaning !== null) return told(meaning)
      const isSaid = isYes(value) || DATE_OR_TICK.test(value) || WITH_ANYTHING.test(headingKey(heading))
      return told(isSaid ? way.meaning : null)
    }
  }
}

export type StatusReader = ReturnType<typeof createStatusReader>
