/** Tells rows that are nobody: lists made by hand add people up, and stand in sections with a heading on a row of its own. */
import { looksLikeName, type Table, type TableRow, tidy } from '../../../files/tables/index.ts'
import { A_NUMBER, isNumberOfPeople } from './beside-name.ts'
import type { Columns } from './columns.ts'
import { DELEGATE_LIST } from './headings.ts'
import { readNameCell } from './name-cell.ts'
import { createMatcher, type EventNames } from './one-of.ts'

/** `sure`: it is nobody, and not used unless somebody says so. Else it is a person whom an organiser should look at. */
export type NoPerson = {
  sure: boolean
  column: string
  field: 'name' | 'firstName' | 'lastName'
  value: string
  reason: string
}

// “Total”, “Sub-total (Police): 12”, “Total attending = 34”; in Wales “Cyfanswm”.
const TOTAL = /^(?:(?:grand|overall|sub)[- ]?)?(?:totals?|cyfanswm)\b[\s\p{L}'’&,.()#:=–-]{0,60}\d*[\s.)]*$/iu
// “Number of delegates: 34”, “12 delegates”: only with a number, for “Sum” and “Count” may be somebody.
const COUNTED =
  /^(?:count|sum|number|no|nr|total no)\b[\s\p{L}'’&.()#:=–-]{0,60}\d+[\s.)]*$|^\d+ (?:people|persons?|delegates?|attendees?|guests?|places?|participants?|names?|rows?|records?|in total)\b/iu
// The number may stand in the next cell.
const NUMBER_OF = /^(?:number|no\.?|nr\.?|count|sum) (?:of|attending|coming|expected)\b/i
// “Voluntary sector”, “Council officers”: what comes last is no surname.
const OF_MANY =
  / (?:sectors?|section|groups?|list|partners|organi[sz]ations?|agenc(?:y|ies)|departments?|directorates?|services|teams?|colleagues|representatives|invitees|attendees|delegates|guests|members|officers|staff|schools|colleges)$/i
const GROUP =
  /^(?:speakers?|delegates?|attendees?|participants?|guests?|staff|team|hosts?|organi[sz]ers?|facilitators?|stewards?|volunteers?|vips?|others?|exhibitors?|press|media|panel|panellists?|keynotes?|crew|helpers?|sponsors?|partners?|schools?|colleges?|charit(?:y|ies)|business(?:es)?|councils?|councillors?|police|fire|health|nhs|housing|education|young people|pupils?|students?|governors?|residents?|tenants?|children|parents|carers|families|local authority|voluntary|invited|confirmed|unconfirmed|tbc)$/i
/** What people put around a heading to make it one. */
const MARKS = /^[\s\-–—*=#_•>~]+|[\s\-–—*=#_<~:]+$/g
const NUMBER = /^[\d.,: ]+$/
const BULLET = /^(?:[-–—*•·▪◦‣>]|\d{1,3}[.)])\s/
const NOT_COMING =
  /\b(?:apolog(?:y|ies)|cancel|cancelled|cancellations?|declined|not (?:attending|coming)|unable|waiting list|waitlist|waitlisted|reserves?|no[- ]shows?|withdrawn)\b/i

// Whoever made the list, when, for whose eyes, and what its readers should do.
const FOOTER = [
  /^(?:printed|created|prepared|compiled|exported|generated|downloaded|produced|report run|(?:last |date )?(?:updated|modified|amended|revised|saved)) ?(?:(?:by|on|at|from|for)\b|:|\d).*$/i,
  /^(?:strictly |private (?:and|&) |official[- :–—]+)?(?:confidential|sensitive|restricted)(?: .*)?$/i,
  // What begins and ends a message.
  /^(?:hi|hello|hiya|dear|morning|afternoon|good (?:morning|afternoon|evening)|(?:many |with )?thanks(?: again| in advance)?|thank you|(?:kind |best |warm |with )*(?:regards|wishes)|cheers|yours (?:sincerely|faithfully)|cc|bcc|sent from my .*)(?: (?:all|both|team|everyone|everybody|folks|there|so much|very much))?[\s,!.:]*$/i,
  /^(?:page \d+|version \d|end of |copyright |©).*$/i,
  // Somebody may be called Page, or Key, with a name in capitals behind it.
  /^(?:[Pp]lease|PLEASE|[Kk]indly|[Nn]otes?|NOTES?|NB|N\.B\.|[Kk]ey|KEY|[Ss]ource)(?: ?[:–—-] ?.*|\s+\p{Ll}.*)$/u,
]
/** Alone, or before a number in the next cell, where people are called by more words than one; “Sum” may be somebody. */
const COUNTING = /^count$/i
const ADDED =
  'This row adds up others and is nobody, so it was not used. If it is a person after all, choose “This is a person”.'
const NOTE =
  'This row says something of the list and is nobody, so it was not used. If it is a person after all, choose “This is a person”.'
const HEADING =
  'This row is the heading of a section and is nobody, so it was not used. If it is a person after all, choose “This is a person”.'
const LOOK_BELOW =
  'This row is the heading of a section and is nobody, so it was not used. Look whether the people below it are coming, and leave their rows out if not.'
const PERHAPS =
  'Nothing but a name stands in this row: it may be the heading of a section. If it is nobody, leave the row out.'

/** A function that tells of a row whether it is nobody; null of everybody who stands in a list like others. */
export function createNoPersonCheck(
  table: Table,
  columns: Columns,
  event: EventNames,
): (row: TableRow) => NoPerson | null {
  const naming = (['name', 'firstName', 'lastName'] as const).flatMap((field) => {
    const index = columns.columnOf[field]
    return index === undefined ? [] : [{ field, index }]
  })
  const names = [
    ...event.sectors.map(({ name, aliases = [] }) => [name, ...aliases]),
    ...(event.tables ?? []).map((name) => [name]),
  ]
  const ofEvent = createMatcher(names.map((known, index) => ({ id: String(index), names: known })))
  const usual = usualOf(
    table,
    naming.map(({ index }) => index),
  )

  return ({ cells, isWritten }) => {
    // Whoever wrote into this row has looked at it.
    if (isWritten === true) return null
    const found = naming.find(({ index }) => tidy(cells[index] ?? '') !== '')
    const value = found === undefined ? '' : tidy(cells[found.index] ?? '')
    // Of what has no letters it is said that it is no name.
    if (found === undefined || value.length > 200 || !/\p{L}/u.test(value)) return null
    let [numbers, same] = [0, 0]
    for (const [index, cell] of cells.entries()) {
      if (cell === '' || index === found.index) continue
      if (NUMBER.test(cell)) {
        numbers += 1
        continue
      }
      const text = tidy(cell)
      // More is said than a name: somebody, as nearly everybody is.
      if (text !== '' && text !== value) return null
      if (text !== '') same += 1
    }
    const told = { column: table.headings[found.index] ?? '', field: found.field, value }
    const plain = value.replaceAll(MARKS, '')
    const isAdded =
      [TOTAL, COUNTED, NUMBER_OF].some((words) => words.test(plain)) || (usual.hasSeveralWords && COUNTING.test(plain))
    if (same === 0 && FOOTER.some((words) => words.test(plain))) return { sure: true, ...told, reason: NOTE }
    if (same === 0 && isAdded) return { sure: true, ...told, reason: ADDED }
    if (same === 0 && numbers === 0 && isNumberOfPeople(value)) return { sure: true, ...told, reason: A_NUMBER }
    if (numbers > 0 || same === 1) return null
    if (isSomebodyAway(value)) return null
    const isMarked = value.endsWith(':') || /^[-–—*=#_~].*[-–—*=#_~]$/.test(value)
    const heading = isMarked || same > 1 ? 'sure' : headingOf(value, usual, (text) => ofEvent(text)?.sure === true)
    if (heading === 'no') return null
    if (heading === 'perhaps') return { sure: false, ...told, reason: PERHAPS }
    return { sure: true, ...told, reason: NOT_COMING.test(value) ? LOOK_BELOW : HEADING }
  }
}

/** “3. Sol Zeal - sends apologies” is somebody who is not coming, and no heading of those who are not. */
function isSomebodyAway(text: string): boolean {
  const { name, away } = readNameCell(text, { organisation: '', role: '' })
  const isOfMany = [GROUP, OF_MANY, NOT_COMING].some((words) => words.test(name))
  return away !== '' && !isOfMany && looksLikeName(DELEGATE_LIST, name)
}

type Usual = { hasMore: boolean; hasCapitals: boolean; hasSeveralWords: boolean; hasBullets: boolean }

/** What most rows are like: more stands in them than a name, names are in capitals, names are of several words, before each is a bullet or a number. */
function usualOf({ rows }: Table, naming: readonly number[]): Usual {
  const sample = rows.slice(0, 500)
  const names = sample
    .map(({ cells }) =>
      naming
        .map((index) => tidy(cells[index] ?? ''))
        .join(' ')
        .trim(),
    )
    .filter((name) => name !== '')
  const most = (count: number, all: number, share: number) => count >= all * share
  return {
    hasMore: most(
      sample.filter(({ cells }) => cells.filter((cell) => cell.trim() !== '').length > 1).length,
      sample.length,
      0.4,
    ),
    hasCapitals: most(names.filter(isInCapitals).length, names.length, 0.7),
    hasSeveralWords: most(names.filter((name) => name.includes(' ')).length, names.length, 0.5),
    hasBullets: most(names.filter((name) => BULLET.test(name)).length, names.length, 0.5),
  }
}

const isInCapitals = (text: string): boolean => /\p{Lu}\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)
/** Words of organisations and jobs, in the plural, too. */
const isNoName = (text: string): boolean =>
  [text, text.replace(/ies$/i, 'y'), text.replace(/s$/i, '')].some((one) =>
    DELEGATE_LIST.noNames.some((words) => words.test(one)),
  )

/** Whether a text that stands alone in its row is the heading of a section. A name of two words is somebody, whatever else it says. */
function headingOf(value: string, usual: Usual, isOfEvent: (text: string) => boolean): 'sure' | 'perhaps' | 'no' {
  const text = value.replaceAll(MARKS, '')
  if ([GROUP, OF_MANY, NOT_COMING].some((words) => words.test(text)) || isOfEvent(text)) return 'sure'
  // Among lines that all begin with a bullet, one without stands over them.
  if (usual.hasBullets && !BULLET.test(value))
    return looksLikeName({ ...DELEGATE_LIST, noNames: [] }, text) && !isNoName(text) ? 'perhaps' : 'sure'
  // In a list of nothing but names, that nothing stands beside one says nothing.
  if (!usual.hasMore)
    return usual.hasSeveralWords && !text.includes(' ') && !usual.hasCapitals && isInCapitals(text) ? 'perhaps' : 'no'
  const words = text.split(' ')
  const bare = text.replace(/[\s([+&-]*\d+[)\]]*$/, '')
  if (looksLikeName({ ...DELEGATE_LIST, noNames: [] }, bare)) {
    const isShouted = !usual.hasCapitals && isInCapitals(bare)
    if (isShouted && isNoName(bare)) return 'sure'
    return isShouted || isNoName(bare) || bare !== text ? 'perhaps' : 'no'
  }
  if (/\d/.test(text) || isNoName(text) || words.length > 6) return 'sure'
  if (words.length > 1) return 'no'
  if (!usual.hasCapitals && isInCapitals(text)) return 'sure'
  return usual.hasSeveralWords ? 'perhaps' : 'no'
}
