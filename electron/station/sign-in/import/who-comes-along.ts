/** Tells who comes with the person of a row, or instead of them, by further columns and by what is said beside a yes. */
import { headingKey, type Table, type TableRow, tidy } from '../../../files/tables/index.ts'
import { isFreeComment } from './heading-kinds.ts'
import { neverTaken } from './headings.ts'
import { isPlaceholder } from './placeholders.ts'
import { isAnswer, isYes } from './status-words.ts'
import type { Notice } from './notices.ts'
import { insteadIn } from './who-instead.ts'

const NUMBER_OF = String.raw`(?:(?:no|nr|num)\.?|number|total|how many)(?: of)?`
const PEOPLE = String.raw`(?:people|persons?|places|seats|attendees|delegates|participants|tickets|pax)`
/** How many a row stands for, whoever it names among them. */
const HOW_MANY = new RegExp(
  String.raw`^(?:${NUMBER_OF} (?:${PEOPLE}|attending|coming)(?: (?:attending|coming|required|booked|requested|in (?:your|the) (?:group|party)))?|party size|group size|size of (?:party|group)|headcount|head count|pax|places(?: booked| required| requested)?|seats(?: booked| required)?|how many (?:of you )?(?:will be |are )?(?:attending|coming).*)$`,
)
/** Who, or how many, beside them. */
const ALONG =
  /^(?:plus (?:one|1)s?|\+ ?1s?|(?:name of )?(?:plus (?:one|1)|\+ ?1)(?:'s)?(?: name)?|guests?|guests? names?|names? of (?:your )?(?:guests?|companions?|carer|partner)|(?:no\.?|number|total) of (?:additional |extra |other |accompanying )?guests|(?:additional|extra|other|accompanying|further) (?:guests?|people|persons?|attendees?|delegates?|names?|colleagues?)(?: names?)?|companions?(?: names?)?|accompan(?:ied|ying)(?: by| person| persons| guests?)?|bringing.*|(?:are you |will you be |is )?(?:any ?one|some ?one|some ?body|any ?body)(?: else)? (?:with you|coming|attending|else).*|(?:coming|attending|arriving|travelling) with|who is coming with you|(?:are|will) you (?:be )?bringing (?:a |any |your )?(?:guests?|plus one|partner|colleagues?|carer|companion|anyone|someone|somebody).*|(?:guest|delegate|attendee|participant|person|name) ?[2-9](?: (?:full )?name)?)$/
const INSTEAD =
  /^(?:name of )?(?:(?:your |their )?(?:substitutes?|substituted by|replacements?|replaced by|deput(?:y|ies)|deputised by|stand[- ]?ins?|alternates?|sending instead|who is coming instead|attending instead|coming instead|who instead))(?:'s)?(?: (?:name|delegate|attendee|full name))*$/
/** “Yes + 1”, “Yes (2)”, “Yes and a colleague”. */
const BESIDE_YES =
  /(?:\+|[x×]|\bplus\b|\band\b|\bwith\b)\s*(?:an? |one |1 |\d+ |his |her |their |my )?(?:\d+|one|guests?|partner|wife|husband|carer|colleagues?|friends?|deputy|others?)\b|[([]\s*\d+(?: (?:people|places|seats))?\s*[)\]]|\b(?:[2-9]|1\d|two|three|four|five|six) (?:of us|people|places|seats|attending|coming)\b|\bbringing (?!.*\b(?:own|food|lunch|laptop|materials?|banner|stand|dog)\b)/i

const ADD_THEM = 'Add the others to the list, or as walk-ins on the day.'

type Beside = { kind: string; heading: string; value: string; reason: string; field?: Notice['field'] }

/** `read`: the indexes of columns that are read for something else. */
export function createCompany(table: Table, read: ReadonlySet<number>) {
  const columns = table.headings.flatMap((heading, index) => {
    const key = headingKey(heading)
    if (read.has(index) || neverTaken(heading)) return []
    const kind = INSTEAD.test(key)
      ? ('instead' as const)
      : HOW_MANY.test(key)
        ? ('how-many' as const)
        : ALONG.test(key)
          ? ('along' as const)
          : isFreeComment(key)
            ? ('comment' as const)
            : null
    return kind === null ? [] : [{ index, heading, kind }]
  })
  const said = (kind: (typeof columns)[number]['kind'], { cells }: TableRow) =>
    columns.flatMap((column) => {
      if (column.kind !== kind) return []
      const value = tidy(cells[column.index] ?? '')
      return value === '' || (value !== '0' && isPlaceholder('email', value)) ? [] : [{ ...column, value }]
    })

  return {
    /** The indexes of the columns that are read for it. */
    list: columns.filter(({ kind }) => kind !== 'comment').map(({ index }) => index),
    /** The name of whoever comes instead of somebody of whom `value` is said; empty where somebody is meant and not named; null where nobody is. */
    insteadOf(row: TableRow, value: string): string | null {
      const [column] = said('instead', row)
      if (column !== undefined && !isAnswer(column.value)) return column.value
      const own = insteadIn(value)
      if (own !== null && own !== '') return own
      const told = said('comment', row).map((comment) => insteadIn(comment.value))
      return (
        told.find((name) => name !== null && name !== '') ??
        own ??
        (column === undefined ? null : isYes(column.value) ? '' : null)
      )
    },
    /** What an organiser should know of others whom the row of somebody who is expected speaks of. */
    besides(row: TableRow, statuses: readonly { heading: string; value: string }[]): Beside[] {
      const found: Beside[] = []
      for (const { heading, value } of said('instead', row))
        if (!isAnswer(value))
          found.push({
            kind: 'perhaps-instead',
            heading,
            value,
            reason:
              'This person is expected, and somebody is named who may come instead. If so, write their name in this row, or leave the row out and add them.',
          })
      for (const { heading, value } of said('how-many', row)) {
        const number = /^\D{0,3}(\d{1,4})(?:\.0+)?\b/.exec(value)?.[1]
        if (number === undefined || Number(number) === 1) continue
        found.push(
          Number(number) === 0
            ? {
                kind: 'nobody-counted',
                heading,
                value,
                reason:
                  'Nobody is counted here, yet this person is expected. If they are not coming, leave the row out.',
              }
            : {
                kind: 'several-counted',
                heading,
                value,
                reason: `This row stands for more people than the one it names. ${ADD_THEM}`,
              },
        )
      }
      for (const { heading, value } of said('along', row)) {
        if (/^(?:0|no|n|false|nobody|no one|just me|only me|myself|not bringing\b.*)$/i.test(value)) continue
        const isNamed =
          !isAnswer(value) &&
          /\p{Lu}\p{L}/u.test(value) &&
          !/^\d/.test(value) &&
          !/^(?:yes|plus one|guest|tbc)\b/i.test(value)
        found.push({
          kind: 'comes-along',
          heading,
          value,
          reason: isNamed
            ? `Whoever is named here comes along and is not on the list yet. ${ADD_THEM}`
            : `This person brings somebody. ${ADD_THEM}`,
        })
      }
      for (const { heading, value } of statuses)
        if (BESIDE_YES.test(value))
          found.push({
            kind: 'beside-yes',
            heading,
            value,
            reason: `This may stand for more people than the one who is named. ${ADD_THEM}`,
          })
      return found
    },
  }
}

export type Company = ReturnType<typeof createCompany>
