/** What stands in the cell of a name and is no name: a number of people, a place held for somebody, a remark, what somebody eats. Pure. */
import { looksLikeName, tidy } from '../../../files/tables/index.ts'
import { JOB, ORGANISATION } from './heading-rules.ts'
import { DELEGATE_LIST } from './headings.ts'
import { readNameCell } from './name-cell.ts'
import { awayOf, meaningAnywhere, meaningOf } from './status-words.ts'

const HELD =
  /^(?:(?:the|a|an|un(?:named|known)|extra|additional|spare) )?(?:guests?|delegates?|attendees?|participants?|plus one|colleagues?|visitors?|tickets?|reserved|spare|vacant|vacancy|place ?holder|tbc|tba|tbd|to be (?:confirmed|advised|announced|named)|name|no name|unnamed|pupils?|students?|person|people)(?: (?:of|#|no\.?|number)? ?\d+| \(?tb[acd]\)?)?$/i
const OF_PEOPLE =
  /^(?:places?|people|persons?|pupils?|students?|delegates?|seats?|tickets?|attendees?|guests?|staff|members?|children|adults|names?|tbc|tba)\b/i
const A_NAME = /^\p{Lu}[\p{L}\p{M}'’.-]*(?: [\p{L}\p{M}'’.-]+){1,4}$/u

const PLACE_HELD =
  'This holds a place for somebody and does not name them. Write the person’s name, or add them as a walk-in on the day. If somebody is called so, choose “This is a person”.'
export const A_NUMBER =
  'This stands for a number of people and names none of them. Write one of them here, and add the others to the list, or as walk-ins on the day.'
export const A_FIRM =
  'This looks like an organisation. If nobody is called so, write the person’s name, or leave the row out.'
export const SEVERAL = {
  named:
    'This may name more people than one, and one was added under all of it. Write one of them here, and add the others to the list, or as walk-ins on the day.',
  counted:
    'This row stands for more people than the one it names. Add the others to the list, or as walk-ins on the day.',
} as const
export const BESIDE =
  'This stands beside the name and was left out of it. If it matters on the day, write it where it belongs, or as a part of the name.'

const A_ROOM = 'This is a room and nobody, so it was not used. If it is a person after all, choose “This is a person”.'
const ROOM = /^(?:(?:conference|meeting|board|training|seminar|committee|council|interview) ?room|room \d)\b/i

/** Why a name is nobody’s: “Guest”, “Delegate 2” and “TBC” hold a place, “Year 10 x 6” only counts. Null of everybody else. */
export function nobodyIn(text: string): string | null {
  if (HELD.test(text)) return PLACE_HELD
  if (ROOM.test(text)) return A_ROOM
  return isNumberOfPeople(text) ? A_NUMBER : null
}

/** Names on lines of their own in one cell, which would run into one; null where it is no such cell. `cell`: as the file has it. */
export function namesInLines(cell: string): string | null {
  if (!cell.includes('\n') || cell.length > 300) return null
  const lines = cell
    .split('\n')
    .map(tidy)
    .filter((line) => line !== '')
  const areNames = lines.length > 1 && lines.every((line) => looksLikeName(DELEGATE_LIST, line) && line.includes(' '))
  return areNames ? lines.join(' / ') : null
}

/** What is to stand on a badge as somebody is called: without “- Example Council” or “(he/him)”. */
export function onLabel(text: string): string {
  const [, name = '', behind = ''] = /^(\S.*?)\s+[-–—|]\s+(.+)$/u.exec(text) ?? []
  if (name !== '' && (ORGANISATION.test(behind) || JOB.test(behind))) return name
  const said = readNameCell(text, { organisation: '', role: '' })
  return said.away === '' ? said.name : text
}

/** True of “Year 10 x 6”, “3 x TBC”, “Example School (4 places)” and “6 pupils”, but not of “Jo Pike x 2”, who is somebody. */
export function isNumberOfPeople(text: string): boolean {
  const [, first = '', behind = ''] = /^(\d{1,4}) ?[x×] ?(\S.*)$/iu.exec(text) ?? []
  if (first !== '') return isNobody(behind)
  const [, before = '', inside = ''] = /^(.*\S) ?[([]\d{1,4} ?([^()[\]]*)[)\]]$/u.exec(text) ?? []
  if (before !== '' && OF_PEOPLE.test(inside)) return isNobody(before)
  const [, group = ''] = /^(.*\S) ?[x×] ?\d{1,4}$/iu.exec(text) ?? []
  if (group !== '') return isNobody(group)
  const [, counted = ''] = /^\d{1,4} (\S.*)$/u.exec(text) ?? []
  return OF_PEOPLE.test(counted)
}

const isNobody = (text: string): boolean => !A_NAME.test(text) || HELD.test(text) || ORGANISATION.test(text)

/** Firms, by what the law has them write: no surname. */
export const isFirm = (text: string): boolean => /\b(?:ltd|limited|plc|llp|cic)\.?$|&\s?(?:sons|co)\b/i.test(text)

// Whoever these are said of may not come, or others with them: that is for whoever reads of coming.
const OF_COMING =
  /\b(?:com(?:e|ing)|attend\w*|join\w*|online|remote\w*|virtual\w*|zoom|teams|hybrid|instead|place|behalf|subs?|substitut\w*|deputy|deputi[sz]ing|reserve|wait\w*|tb[acd]|confirm\w*|maybe|perhaps|possibl[ey]|prob\w*|unsure|provisional|guests?|plus|only|morning|afternoon|days?)\b|\?/i
const EATS =
  /^(?:vegan|vegetarian|veggie|halal|kosher|pescatarian|coeliac|celiac|(?:gluten|dairy|lactose|nut|egg)[- ]?free|no (?:pork|dairy|nuts|gluten|meat|fish|shellfish|beef|egg)s?|.{1,40} (?:allergy|intolerance)|allergic to .{1,60})$/i

/** `name`: without the rest. `eats`: what they eat or cannot. `remark`: what else was said; empty where nothing was. */
export type BesideName = { name: string; eats: string; remark: string }

/** “Zia Gant *speaker*”, “Bev Innes - arriving 11am”, “Rae York (vegan)”. What says whether they come, where they work and as what stays. */
export function apartFromName(text: string): BesideName {
  const found =
    /^(\S.*\S)\s*(?:\*+\s*([^*]{1,80}?)\s*\*+|[([]([^()[\]]{1,80})[)\]]|\s[-–—]\s*([\p{Ll}\d][^–—]{0,80}))$/u.exec(text)
  const [, name = '', starred = '', bracketed = '', dashed = ''] = found ?? []
  const said = (starred || bracketed || dashed).trim()
  if (found === null || said === '') return { name: text, eats: '', remark: '' }
  if (EATS.test(said)) return { name, eats: said, remark: '' }
  const isForOthers = meaningAnywhere(said) !== null || awayOf(meaningOf(said)) !== null
  const isRemark =
    bracketed === '' && !OF_COMING.test(said) && !ORGANISATION.test(said) && (starred !== '' || !JOB.test(said))
  return isForOthers || !isRemark ? { name: text, eats: '', remark: '' } : { name, eats: '', remark: said }
}
