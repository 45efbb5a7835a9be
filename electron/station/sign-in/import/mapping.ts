/** Guesses which column of a list fills which field; a person may change every guess before anything is imported. */
import { IMPORT_FIELDS } from '../../../../shared/domain/delegate.ts'
import { guessFields } from './guess-fields.ts'
import type { ImportField, Sign } from './heading-rules.ts'
import { ownHeading } from './heading-words.ts'
import { neverTaken, surenessOfSign } from './headings.ts'
import { isPlaceholder } from './placeholders.ts'
import { isMostlyShared } from './shared-codes.ts'
import { emailOf, furtherNames, obviousName } from './obvious-name.ts'
import type { EventNames } from './one-of.ts'
import { isLetters, isTitle } from './titles.ts'
import { headingKey, tidy } from '../../../files/tables/index.ts'

type ListFormat = 'eventbrite' | 'pretix' | 'microsoft-forms' | 'plain'

export type Mapping = {
  format: ListFormat
  /** The heading that fills each field, or null to leave it empty. */
  fields: Record<ImportField, string | null>
  /** The column that tells cancelled tickets, read and not kept. */
  status: string | null
  /** The column that tells how many people a row stands for, read and not kept. */
  quantity: string | null
  /** Columns that look like codes by their headings and say the same for people of different names. */
  kinds?: string[]
  /** The column of names where no heading says plainly that it is one. */
  guessedName?: string
  /** Columns that name more people than the one of the row. */
  further?: string[]
}

/** How much surer “Delegate e-mail” is the delegate’s than “E-mail”. */
const OWN = 60
type Offer = { sign: Sign; heading: string; sureness: number }

/** The mapping for a list without headings, going by what stands in its first rows. */
export function mappingByContents(headings: string[], sample: string[][], event: EventNames): Mapping {
  const found = guessFields(headings.length, sample, event)
  const headingAt = (index: number | undefined) => (index === undefined ? null : (headings[index] ?? null))
  const fields = Object.fromEntries(IMPORT_FIELDS.map((field) => [field, headingAt(found[field])])) as Record<
    ImportField,
    string | null
  >
  return { format: 'plain', fields, status: null, quantity: null }
}

/** The mapping for these headings. `sample` is the cells of the first rows (fifty are plenty): an empty column gives way. */
export function recogniseMapping(headings: string[], sample: string[][]): Mapping {
  const keys = headings.map(headingKey)
  const format = recogniseFormat(keys)
  const columns = headings.map((heading, index) => ({
    heading,
    key: keys[index] ?? '',
    ...describeSample(sample, index),
  }))
  const offers: Offer[] = []
  for (const sign of [...IMPORT_FIELDS, 'status', 'quantity'] as const) {
    for (const column of columns) {
      if (neverTaken(column.heading)) continue
      const sureness = weigh(sign, format, column)
      if (sureness > 0) offers.push({ sign, heading: column.heading, sureness })
    }
  }
  offers.sort((a, b) => b.sureness - a.sureness)
  const taken = new Map<Sign, string>()
  const used = new Set<string>()
  for (const { sign, heading } of offers) {
    if (taken.has(sign) || used.has(heading)) continue
    taken.set(sign, heading)
    used.add(heading)
  }
  keepToOwnName(taken)
  const guessedName = withName(taken, used, headings, sample)
  const further = furtherNames(headings, taken.get('name') ?? taken.get('firstName') ?? '')
  const kinds = withoutKinds(taken, used, offers, headings, sample)
  const fields = Object.fromEntries(IMPORT_FIELDS.map((field) => [field, taken.get(field) ?? null])) as Record<
    ImportField,
    string | null
  >
  const [status = null, quantity = null] = [taken.get('status'), taken.get('quantity')]
  return {
    format,
    fields,
    status,
    quantity,
    ...(kinds.length === 0 ? {} : { kinds }),
    ...(guessedName === null ? {} : { guessedName }),
    ...(further.length === 0 ? {} : { further }),
  }
}

/** Fills in the obvious column of names where no heading is known, with the address that belongs to it; answers with it. */
function withName(
  taken: Map<Sign, string>,
  used: Set<string>,
  headings: readonly string[],
  sample: readonly string[][],
): string | null {
  const has = (sign: Sign) => taken.has(sign)
  // “Name” beside “Forename” is the surname.
  const [name, first] = [taken.get('name'), taken.get('firstName')]
  if (
    name !== undefined &&
    first !== undefined &&
    !has('lastName') &&
    isHalf(headings.indexOf(name), headings.indexOf(first), sample)
  ) {
    taken.delete('name')
    taken.set('lastName', name)
  }
  const guessed = ['name', 'firstName', 'lastName', 'knownAs'].some((sign) => has(sign as Sign))
    ? null
    : obviousName(headings, sample, used)
  if (guessed !== null) {
    taken.set('name', guessed)
    used.add(guessed)
  }
  const names = (['name', 'firstName', 'lastName'] as const).flatMap((sign) => taken.get(sign) ?? [])
  const email = emailOf(headings, sample, names, taken.get('email') ?? null)
  if (email === null) taken.delete('email')
  else if (email !== undefined) {
    taken.set('email', email)
    used.add(email)
  }
  return guessed
}

/** True where one column has one word, and never what stands in the other. */
function isHalf(whole: number, first: number, sample: readonly string[][]): boolean {
  const said = sample
    .map((cells) => [tidy(cells[whole] ?? ''), tidy(cells[first] ?? '')] as const)
    .filter((both) => both.every((text) => text !== ''))
  const isPart = ([name, forename]: readonly [string, string]) => name.toLowerCase().includes(forename.toLowerCase())
  return (
    said.length > 0 && !said.some(isPart) && said.filter(([name]) => !name.includes(' ')).length >= said.length * 0.5
  )
}

const isOwn = (heading: string | undefined): boolean =>
  heading !== undefined && ownHeading(headingKey(heading)) !== null

/** “Attendee first name” beside “Name”: the one is whoever comes, the other may be anybody; never half of each. */
function keepToOwnName(taken: Map<Sign, string>): void {
  const halves = ['firstName', 'lastName'] as const
  const whole = taken.get('name')
  if (whole !== undefined && !isOwn(whole) && halves.some((half) => isOwn(taken.get(half)))) taken.delete('name')
  else if (isOwn(whole)) for (const half of halves) if (!isOwn(taken.get(half))) taken.delete(half)
}

/** Gives way to the next column of codes where most of one is shared by people of different names; answers with those that gave way. */
function withoutKinds(
  taken: Map<Sign, string>,
  used: Set<string>,
  offers: readonly Offer[],
  headings: readonly string[],
  sample: readonly string[][],
): string[] {
  const nameColumns = (['name', 'firstName', 'lastName'] as const).flatMap((field) => {
    const index = headings.indexOf(taken.get(field) ?? '')
    return index === -1 ? [] : [index]
  })
  const isKind = (heading: string): boolean => {
    const index = headings.indexOf(heading)
    const people = sample.map((cells) => ({
      name: nameColumns
        .map((column) => tidy(cells[column] ?? ''))
        .join(' ')
        .trim(),
      code: tidy(cells[index] ?? ''),
    }))
    return isMostlyShared(people)
  }
  const kinds: string[] = []
  for (let badge = taken.get('badge'); badge !== undefined && isKind(badge); badge = taken.get('badge')) {
    kinds.push(badge)
    taken.delete('badge')
    const next = offers.find(({ sign, heading }) => sign === 'badge' && !used.has(heading))
    if (next === undefined) break
    taken.set('badge', next.heading)
    used.add(next.heading)
  }
  return kinds
}

function recogniseFormat(keys: string[]): ListFormat {
  const has = (...any: string[]) => any.some((key) => keys.includes(key))
  if (has('start time') && has('completion time')) return 'microsoft-forms'
  if (has('order code') && has('product', 'attendee name', 'ticket secret', 'secret', 'position id', 'order total'))
    return 'pretix'
  if (
    has('order #', 'order id', 'order no') &&
    has('attendee #', 'barcode #', 'barcode', 'attendee status', 'ticket type')
  )
    return 'eventbrite'
  return 'plain'
}

/** What all that a column says is like. */
type Like = { empty: boolean; honorifics: boolean; numbers: boolean; yesOrNo: boolean }
type Column = Like & { heading: string; key: string }

const YES_OR_NO = /^(?:yes|no|y|n|true|false|none|n\/a|0|1)[.!]?$/i

function describeSample(sample: string[][], index: number): Like {
  const said = sample
    .map((cells) => tidy(cells[index] ?? ''))
    .filter((value) => value !== '' && !isPlaceholder('email', value))
  return {
    empty: sample.length > 0 && said.length === 0,
    honorifics: said.length > 0 && said.every((value) => isTitle(value) || isLetters(value)),
    numbers: said.length > 0 && said.every((value) => /^\d+$/.test(value)),
    yesOrNo: said.length > 0 && said.every((value) => YES_OR_NO.test(value)),
  }
}

function weigh(sign: Sign, format: ListFormat, column: Column): number {
  // Microsoft Forms calls a question “Name2” where its own column is “Name” already.
  const key = format === 'microsoft-forms' ? column.key.replace(/(?<=\D)\d$/, '') : column.key
  const own = sign === 'status' || sign === 'quantity' ? null : ownHeading(key)
  const ofOwn = own === null ? 0 : surenessOfSign(sign, own)
  let sureness = Math.max(surenessOfSign(sign, key), ofOwn === 0 ? 0 : ofOwn + OWN)
  if (sureness === 0) return 0
  if (sign === 'role' && (column.honorifics || column.numbers)) return 0
  // What somebody needs is said in words; that they said so at all is only better than nothing.
  if ((sign === 'dietaryNeeds' || sign === 'accessNeeds') && column.yesOrNo) sureness /= 10
  // The columns that Forms fills in by itself are about whoever had the form open, perhaps on someone's behalf; an answer
  // is about the person. Where nobody was asked, they are all there is.
  if (format === 'microsoft-forms' && (column.key === 'name' || column.key === 'email')) sureness = 200
  if (/ \(\d+\)$/.test(column.heading)) sureness -= 5
  return column.empty ? sureness / 10 : sureness
}
