/** Takes apart what people write into the cell of a name: a number before it, where somebody works behind it, two people in one. */
import { JOB, ORGANISATION } from './heading-rules.ts'
import { addressIn } from './email-address.ts'
import { isWhollyElsewhere } from './not-in-the-hall.ts'
import { nameInOrder } from './person-name.ts'
import { isSameName } from './same-name.ts'
import { awayOf, meaningAnywhere, meaningOf } from './status-words.ts'
import { isTitle } from './titles.ts'

export type NameCell = {
  name: string
  /** Empty where the cell says nothing of it. */
  organisation: string
  role: string
  email: string
  /** The words that say they do not come. */
  away: string
  /** What it says of somebody who is expected, and should be looked at. */
  unsure: 'unsure' | 'elsewhere' | null
  /** The cell stands for more people than one: it names them, or only counts them. */
  several: 'named' | 'counted' | null
}

// A mark of a list, “3.”, “(3)”, “3 -”; a number alone only before a name in capitals.
const BULLET =
  /^(?:[•·▪◦‣●○■□➢►✓✔∙⁃*–—-]+\s+|[•·▪◦‣●○■□➢►∙⁃]+|\(?\d{1,4}[.):\]]\s*|\d{1,4} ?[-–—] |\d{1,4} (?=\p{Lu}))(?=[\p{L}"“(])/u
const NAME_PART = /^[\p{L}\p{M}'’‘.\- ]+$/u
const PRONOUNS =
  /^(?:(?:she|he|they|her|him|them|ze|xe)(?: ?[/,&] ?\w+)+|(?:any|all)(?: pronouns)?|(?:my )?pronouns:? .+)$/i
const PRONOUNS_BEHIND = /[\s,–—-]+(?:she|he|they|ze|xe)(?: ?\/ ?\w+)+$/i

/** True of “they/them”, which is never what somebody is called. */
export const arePronouns = (text: string): boolean => PRONOUNS.test(text)
/** What meeting programs put behind a name; where somebody works it is not. */
const IN_A_MEETING =
  /^(?:(?:guest|external|(?:un)?verified|me|you|host|co-?host|organi[sz]er|presenter|attendee|in[- ]person)(?:, ?)?)+$/i
const ONE_MORE =
  /\s*(?:[+&]|\bplus\b|\band\b|\bwith\b)\s*(?:an? |one |1 |\d |his |her |their )?(?:\d+|one|guests?|partner|wife|husband|carer|colleagues?|friends?|others?|tbc|tba)\b.*$|\s*\(?[+x×]\s?\d+\)?$|\s*\(plus (?:one|1|guest)\)$/i
const TWO = /^(.+?)\s*(?:\s(?:&|and|und|et)\s|\s?[/;&+]\s?|\n)\s*(.+)$/iu
const IN_CAPITALS = /^\p{Lu}[\p{L}\p{M}'’.-]*(?: [\p{L}\p{M}'’.-]+){0,4}$/u

const NOT_CERTAIN =
  /^(?:tbc|tba|tbd|maybe|perhaps|possibly|provisional(?:ly)?|tentative(?:ly)?|pencilled(?: in)?|unconfirmed|not (?:yet )?confirmed|to be confirmed|to confirm|pending|awaiting (?:confirmation|reply|response)|no (?:reply|response))$/i
const AWAY_WORDS = String.raw`(?:self[- ])?cancel+ed|declined|withdrawn|withdrew|apologies(?: (?:sent|given|received))?|sen(?:t|ds) apologies|apols|not (?:attending|coming)|(?:on )?wait(?:ing)?[- ]?list(?:ed)?|reserve list|no[- ]show|unable to attend`
/** A mark stands between: here “Reserve” is no surname either. */
const MARKED_FRONT = new RegExp(
  String.raw`^[\[(*]*\s*(${AWAY_WORDS}|cancellation|reserves?|regrets|dna)\s*[\])*]*\s*[-–—:/|\])*]\s*(\S.*)$`,
  'iu',
)
const WHOLE_NAME =
  /^\p{Lu}[\p{L}\p{M}'’.-]*(?: (?:van|von|de|der|den|da|dos|la|le|bin|ibn|al|ap))*(?: \p{Lu}[\p{L}\p{M}'’.-]*)+$/u
const BARE_FRONT = new RegExp(String.raw`^(${AWAY_WORDS})\s+(\S.*)$`, 'iu')
const BARE_BEHIND = new RegExp(String.raw`^(.*[^\s/:|*])(?:\s*[/:|*]+\s*|\s+)(${AWAY_WORDS})\**$`, 'iu')

/** What a part that says “(tbc)” or “(online)” leaves to look at. */
const unsureIn = (part: string): NameCell['unsure'] =>
  NOT_CERTAIN.test(part) ? 'unsure' : isWhollyElsewhere(part) ? 'elsewhere' : null

/** As what somebody is away of whom the cell of their name says so. */
export const awayIn = (words: string): Exclude<ReturnType<typeof awayOf>, null> =>
  awayOf(meaningOf(words)) ?? awayOf(meaningAnywhere(words)) ?? 'not-coming'

/** Where a part of the cell belongs; null where it cannot be told. */
function placeOf(part: string): 'away' | 'organisation' | 'role' | null {
  if (meaningAnywhere(part) !== null || awayOf(meaningOf(part)) !== null) return 'away'
  if (ORGANISATION.test(part)) return 'organisation'
  return JOB.test(part) ? 'role' : null
}

/** What the cell says beside the name is taken only for what stands nowhere else: `known` tells what does. Pure. */
export function readNameCell(text: string, known: { organisation: string; role: string }): NameCell {
  const cell: NameCell = { name: text, organisation: '', role: '', email: '', away: '', unsure: null, several: null }
  // What begins like a formula or a number with its sign is kept as it is written.
  if (/^[=+@]/.test(text) || /^-\S/.test(text)) return cell
  cell.name = text.replace(BULLET, '').replace(PRONOUNS_BEHIND, '').trim()
  takeAddress(cell)
  const more = cell.name.replace(ONE_MORE, '')
  if (more !== cell.name && more !== '' && IN_CAPITALS.test(more)) {
    cell.several = 'counted'
    cell.name = more
  }
  takeAwayWords(cell)
  takeBrackets(cell, known)
  takeBehindDash(cell, known)
  takeBehindComma(cell, known)
  if (cell.several === null && isTwo(cell.name)) cell.several = 'named'
  return cell
}

function takeAddress(cell: NameCell): void {
  if (!cell.name.includes('@')) return
  const address = addressIn(cell.name)
  if (address === null || address.name === '' || address.others > 0) return
  cell.email = address.email
  cell.name = address.name
}

/** “CANCELLED: Abi Hope”, “Eli Lee CANCELLED”: words that are nobody’s name. Without a mark between them only beside a name of two words. */
function takeAwayWords(cell: NameCell): void {
  const [, front = '', behind = ''] = MARKED_FRONT.exec(cell.name) ?? []
  if (front !== '' && IN_CAPITALS.test(behind.replaceAll(',', ''))) {
    cell.away = front
    cell.name = behind
    return
  }
  for (const [words, at] of [
    [BARE_FRONT, 'front'],
    [BARE_BEHIND, 'behind'],
  ] as const) {
    const [, one = '', other = ''] = words.exec(cell.name) ?? []
    const [said, name] = at === 'front' ? [one, other] : [other, one]
    if (!WHOLE_NAME.test(name.replaceAll(',', ''))) continue
    cell.away = said
    cell.name = name
    return
  }
}

/** False where it is left in the name, because nothing says what it is. */
function put(cell: NameCell, part: string, known: { organisation: string; role: string }): boolean {
  if (!/\p{L}/u.test(part)) return false
  if (IN_A_MEETING.test(part)) return true
  const unsure = unsureIn(part)
  if (unsure !== null) {
    cell.unsure = unsure
    return true
  }
  const place = placeOf(part)
  if (place === 'away') {
    cell.away = part
    return true
  }
  const field = place ?? (known.organisation === '' && cell.organisation === '' ? 'organisation' : null)
  if (field === null) return known.organisation !== '' && isWithin(part, known.organisation)
  const there = known[field] === '' ? cell[field] : known[field]
  if (there === '') cell[field] = part
  return there === '' || isWithin(part, there) || isWithin(there, part)
}

const isWithin = (one: string, other: string) => other.toLowerCase().includes(one.toLowerCase())

function takeBrackets(cell: NameCell, known: { organisation: string; role: string }): void {
  const found = /^(.*\S)\s*[([]([^()[\]]+)[)\]]$/u.exec(cell.name)
  const [, before = '', inside = ''] = found ?? []
  const part = inside.trim()
  if (before === '' || part === '' || !NAME_PART.test(before.replaceAll(',', ' '))) return
  if (arePronouns(part)) cell.name = before
  else if (isTitle(part)) cell.name = before.includes(',') ? before.replace(/,\s*/, `, ${part} `) : `${part} ${before}`
  // “Jonathan Marsh (Jonty)” is a name; so is one word that may be the name somebody had before.
  else if (/^(n[ée]e|formerly|was|aka|known as|nickname)\b/i.test(part) || isNameOf(before, part)) return
  else if (put(cell, part, known)) cell.name = before
}

/** A short form of the first name. */
const isNameOf = (name: string, part: string): boolean =>
  !part.includes(' ') && isSameName(`${nameInOrder(name).split(' ', 1)[0]} X`, `${part} X`)

function takeBehindDash(cell: NameCell, known: { organisation: string; role: string }): void {
  const [name = '', ...parts] = cell.name.split(/\s+(?:[-–—|@]|at|from)\s+|\s[–—]|[–—]\s/u)
  if (parts.length === 0 || !NAME_PART.test(name.replaceAll(',', ' ')) || (!name.includes(' ') && !name.includes(',')))
    return
  const left = parts.filter((part) => !put(cell, part.trim(), known))
  cell.name = [name, ...left].join(' - ')
}

/** “Ada Okafor, Brightmoor Council”: only what is surely no forename. */
function takeBehindComma(cell: NameCell, known: { organisation: string; role: string }): void {
  const [name = '', ...parts] = cell.name.split(/\s*,\s*/)
  if (parts.length === 0 || !name.includes(' ') || !NAME_PART.test(name)) return
  const left = parts.filter((part) => placeOf(part) === null || !put(cell, part, known))
  cell.name = [name, ...left].join(', ')
}

/** “Ada Okafor & Grace Bello”, “Ada and Grace Okafor”: no names of organisations. */
function isTwo(name: string): boolean {
  if (ORGANISATION.test(name)) return false
  const [, one = '', other = ''] = TWO.exec(name) ?? []
  return IN_CAPITALS.test(one) && IN_CAPITALS.test(other) && (other.includes(' ') || one.includes(' '))
}
