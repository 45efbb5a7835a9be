/** Finds the columns of a list that say whether somebody is coming, whatever their headings, and reads a row by them. */
import { headingKey, type Table, type TableRow, tidy } from '../../../files/tables/index.ts'
import { OTHER_MATTER, THE_DAY } from './heading-words.ts'
import { baseOf, isDay, isFreeComment, isWayToJoin, latenessOf } from './heading-kinds.ts'
import { neverTaken, surenessOfSign } from './headings.ts'
import { isForAPart, isFromElsewhere, isWhollyElsewhere } from './not-in-the-hall.ts'
import { isPlaceholder } from './placeholders.ts'
import { isSomeStatus } from './status-heading.ts'
import type { Meaning } from './status-phrases.ts'
import { awayOf, isAnswer, isYes, meaningAnywhere, meaningOf } from './status-words.ts'

/**
 * `asks`: the heading asks whether they come. `names`: the heading says what became of them, and the cell only whether, or when. `day`: it is
 * one of the days. `joining`: how they come. `any`: it may be about anything, such as “Notes”. `isBareMeant`: a plain yes or no answers it.
 */
type Way =
  | { kind: 'asks'; isBareMeant: boolean }
  | { kind: 'day' | 'joining' | 'any' }
  | { kind: 'names'; meaning: Meaning }
/** `about`: what it asks, the same of columns that ask it again, the higher the `lateness` the later. `hasYes`: others are told by a plain yes. */
type StatusColumn = {
  index: number
  heading: string
  way: Way
  isPaid: boolean
  about: string
  lateness: number
  hasYes: boolean
}

/** What a row says of it; `away` is null where they are expected, and somebody should look at it. */
export type Status = {
  heading: string
  value: string
  away: ReturnType<typeof awayOf>
  kind: 'understood' | 'unsure' | 'unknown' | 'contradicted' | 'elsewhere' | 'part'
}
/** `comes`: it says plainly that they do, and `kind` whether there is more to look at. */
type Told = Status & { comes: boolean; column: StatusColumn }

/** Who paid, and whether: it counts unless what is said of the attendee says that they come. */
const WHO_PAID = /\b(order|payment|purchase|invoice|transaction|contribution|billing|payer|buyer)\b/
/** “Cancelled”, “Void status”, “Withdrawn on”, “Apologies received”. */
const NAMES =
  /^(?:(?:has|have|is|was|been|they|date|order|ticket|booking|attendee|registration|place|if) )*(cancel+ed|cancel+ations?|cancel+|void(?:ed)?|withdrawn|withdrew|withdrawal|declined|rejected|no[ -]?show|wait(?:ing)?[ -]?list(?:ed)?|apolog(?:y|ies)|not attending|not coming|not going|can(?:not|'t) attend|unable to attend|did not attend|refunded|deleted|absent|absence|no (?:reply|response|answer)|not (?:yet )?replied|maybe|tentative|undecided|unconfirmed)(?: (?:at|on|date|date time|datetime|time|by|reason|status|flag|received|sent|given|position|number|no|#))*$/
const ACCEPTED = /^(?:(?:has|have|invitation|invite|they) )*accept(?:ed|s|ance)?(?: (?:invitation|invite|y n|yes no))?$/
const WITH_ANYTHING = /\b(at|on|date|time|by|reason|position|number|no|#)$/
const NOT_SAID = /^(no|n|false|0|none|not .*|never|-)$/i
const DATE_OR_TICK = /\d|^(x|✓|✔|☑|✅)$/i
/** These many of the first rows tell what a column is about. */
const LOOKED_AT = 300
/** The share of cells, from 0 to 1, that have to say whether somebody comes for a column to be about that. */
const MOSTLY = 0.8
/** Understood as coming, and said of people who have not answered: that they were asked, or as what. */
const NO_ANSWER_YET =
  /^(required|optional|(meeting )?organi[sz]er|chair|host|sent|delivered|offered|member|ready|imported|open|live|free|comp|complimentary|manual|resource)\b/i

function wayOf(table: Table, index: number, isChosen: boolean): Way | null {
  const heading = table.headings[index] ?? ''
  const key = headingKey(heading)
  const named = NAMES.exec(key)
  if (named !== null) {
    const meaning = meaningOf(named[1] ?? '')
    return { kind: 'names', meaning: meaning === null || meaning === 'coming' ? 'not-coming' : meaning }
  }
  // “Accepted: N” may be of those who have not answered yet.
  if (ACCEPTED.test(key)) return { kind: 'asks', isBareMeant: false }
  if (isChosen) return { kind: 'asks', isBareMeant: !isSomeStatus(key) }
  if (OTHER_MATTER.test(key) && !THE_DAY.test(key)) return null
  if (surenessOfSign('status', key) > 0) return { kind: 'asks', isBareMeant: !isSomeStatus(key) }
  if (neverTaken(heading) || OTHER_MATTER.test(key)) return null
  if (isFreeComment(key)) return { kind: 'any' }
  if (isDay(key) && isAnswered(table, index)) return { kind: 'day' }
  if (isAboutComing(table, index)) return { kind: 'asks', isBareMeant: true }
  return { kind: isWayToJoin(key) ? 'joining' : 'any' }
}

const valuesIn = ({ rows }: Table, index: number): string[] =>
  rows
    .slice(0, LOOKED_AT)
    .map(({ cells }) => tidy((cells[index] ?? '').slice(0, 200)))
    .filter((value) => value !== '' && !isPlaceholder('email', value))

/** Nearly all of its cells are a bare yes or no. */
function isAnswered(table: Table, index: number): boolean {
  const values = valuesIn(table, index)
  return values.length > 0 && values.filter(isAnswer).length >= values.length * MOSTLY
}

/** Told by its cells alone: nearly all say whether somebody comes, and not by a bare yes or no. */
function isAboutComing(table: Table, index: number): boolean {
  const said = new Map<string, number>()
  for (const value of valuesIn(table, index)) said.set(value, (said.get(value) ?? 0) + 1)
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
  const columns = table.headings.flatMap((heading, index): StatusColumn[] => {
    const way = read.has(index) ? null : wayOf(table, index, index === chosen)
    if (way === null) return []
    const key = headingKey(heading)
    const isPaid = WHO_PAID.test(key)
    const hasYes = way.kind === 'asks' && valuesIn(table, index).some((value) => isYes(value) && !isCross(value))
    return [{ index, heading, way, isPaid, about: baseOf(key), lateness: latenessOf(key, index), hasYes }]
  })
  const saying = columns.filter(({ way }) => SAYING.has(way.kind))
  const hasOwn = saying.some(({ isPaid }) => !isPaid)
  // Few different words stand in such a column, and a hundred thousand rows.
  const seen = columns.map(() => new Map<string, Told | null>())

  function toldBy({ cells }: TableRow): Told[] {
    const all: Told[] = []
    for (const [at, column] of columns.entries()) {
      const cell = cells[column.index]
      if (cell === undefined || cell === '') continue
      const known = seen[at]?.get(cell)
      const told = known === undefined ? tellOf(column, cell) : known
      if (known === undefined && (seen[at]?.size ?? 0) < 1000) seen[at]?.set(cell, told)
      if (told !== null) all.push(told)
    }
    return all
  }

  return {
    /** The indexes of the columns that say it by their headings, or in nearly all of their cells. */
    list: saying.map(({ index }) => index),
    /** True where the attendee’s own status says that they come. */
    comes: (row: TableRow): boolean => toldBy(row).some(isOwnYes),
    /** What stands in the columns that ask whether they come. */
    answers: (row: TableRow): { heading: string; value: string }[] =>
      saying.flatMap(({ index, heading, way, isPaid }) => {
        const value = way.kind === 'asks' && !isPaid ? tidy(row.cells[index] ?? '') : ''
        return value === '' ? [] : [{ heading, value }]
      }),
    /** What counts of all that the row says: that they do not come, before what is not sure. Null where it says nothing. */
    of(row: TableRow): Status | null {
      const all = toldBy(row)
      if (all.length === 0) return null
      const own = all.filter(
        ({ column }) => !column.isPaid && (column.way.kind === 'asks' || column.way.kind === 'names'),
      )
      const away = all.filter((one) => one.away !== null)
      const stands = away.find((one) => own.includes(one) && !isSaidAgain(one, own))
      if (stands !== undefined) return stands
      // A day they do not come says nothing beside one that they do.
      const isSomeDay = all.some(({ column, comes }) => column.way.kind === 'day' && comes)
      const against = away.find(({ column }) => column.way.kind !== 'day' || !isSomeDay)
      if (against !== undefined) return own.some(isOwnYes) ? { ...against, away: null, kind: 'contradicted' } : against
      const look = all.filter(
        ({ kind, column }) => kind !== 'understood' && !(kind === 'unknown' && column.isPaid && hasOwn),
      )
      return LOOK_FIRST.flatMap((kind) => look.find((one) => one.kind === kind) ?? [])[0] ?? null
    },
  }
}

/** In these ways a column says who comes, and is read for it. */
const SAYING: ReadonlySet<Way['kind']> = new Set(['asks', 'names', 'day'])
const LOOK_FIRST = ['unsure', 'elsewhere', 'part', 'unknown'] as const
const isOwnYes = ({ column, comes, value }: Told): boolean =>
  comes && !column.isPaid && column.way.kind === 'asks' && !NO_ANSWER_YET.test(value)
/** The same was asked again later, and they come. */
const isSaidAgain = ({ column: { about, lateness } }: Told, own: readonly Told[]): boolean =>
  about !== '' && own.some((one) => isOwnYes(one) && one.column.about === about && one.column.lateness > lateness)
/** Beside a yes or a tick a cross may mean either. */
const isCross = (value: string): boolean => /^x$/i.test(value)

/** Null where there is nothing to say about it. */
function tellOf(column: StatusColumn, cell: string): Told | null {
  const { heading, way, hasYes } = column
  const value = tidy(cell)
  if (value === '') return null
  const said = (kind: Told['kind'], away: Told['away'] = null): Told => ({
    heading,
    value,
    away,
    kind,
    comes: away === null && kind !== 'unsure' && kind !== 'unknown',
    column,
  })
  const told = (meaning: Meaning | null): Told => {
    const away = awayOf(meaning)
    return meaning === null ? said('unknown') : said(meaning === 'unsure' ? 'unsure' : 'understood', away)
  }
  switch (way.kind) {
    case 'any':
    case 'joining': {
      const meaning = meaningAnywhere(value)
      if (meaning !== null) return told(meaning)
      return way.kind === 'joining' && isWhollyElsewhere(value) ? { ...said('elsewhere'), comes: false } : null
    }
    case 'day':
      return isAnswer(value) ? told(meaningOf(value)) : null
    case 'asks': {
      if (/^\?+$/.test(value)) return said('unsure')
      if (!way.isBareMeant && isAnswer(value)) return isYes(value) ? null : said('unsure')
      const meaning = meaningOf(value)
      if (meaning === null && isPlaceholder('email', value)) return null
      if (meaning !== null && meaning !== 'coming') return told(meaning)
      if (isFromElsewhere(value)) return said('elsewhere')
      if (meaning === 'coming' && (value.endsWith('?') || (hasYes && isCross(value)))) return said('unsure')
      return meaning === 'coming' && isForAPart(value) ? said('part') : told(meaning)
    }
    case 'names': {
      if (NOT_SAID.test(value) || isPlaceholder('email', value)) return null
      const meaning = isAnswer(value) ? null : meaningOf(value)
      if (meaning !== null) return meaning === 'coming' ? null : told(meaning)
      const isSaid = isYes(value) || DATE_OR_TICK.test(value) || WITH_ANYTHING.test(headingKey(heading))
      return told(isSaid ? way.meaning : null)
    }
  }
}

export type StatusReader = ReturnType<typeof createStatusReader>
