/** Finds the column of names where no heading says so plainly, the others that name more people, and whose address belongs to the name. Pure. */
import { beginningOf, headingKey, looksLikeName } from '../../../files/tables/index.ts'
import { DELEGATE_LIST, neverTaken } from './headings.ts'

/** Headings that may be of names, the likeliest first; what stands below has to look like names. */
const MAY_BE: readonly RegExp[] = [
  /^names?$/,
  /^(?:(?:delegate|attendee|participant|guest|invitee|visitor|person|people|name)s?|who)(?: ?#?1)?(?: (?:full )?names?)?$/,
  /^(?:(?:main|lead|primary|key) )?contacts?(?: person)?(?: (?:full )?names?)?$/,
  /^(?:customer|client|registrant|applicant|candidate|employee|learner|pupil|student|member|user)s?(?:'s)?(?: (?:full )?names?)?$/,
  /^(?:staff|booker|buyer|purchaser)(?: (?:member|full))?(?: names?)?$/,
  /\bnames?\b/,
  /^(?!.*\b(?:by|manager|parent|carer|emergency|kin|company|organi[sz]ation|school|team|street|town|city|county|country|venue|event)\b)/,
]
const NO_PERSONS =
  /\b(?:company|organi[sz]ation|employer|business|school|college|team|department|table|event|venue|session|workshop|ticket|product|file|user ?name|street|town|city|country|emergency|next of kin)\b/
const SURNAME_FIRST = /^[\p{L}\p{M}' ’.-]+, [\p{L}\p{M}' ’.-]+$/u

const areNames = (sample: readonly (readonly string[])[], index: number, share: number): boolean => {
  const said = sample.map((cells) => beginningOf(cells[index])).filter((text) => text !== '')
  const names = said.filter(
    (text) =>
      looksLikeName(DELEGATE_LIST, text) || SURNAME_FIRST.test(text) || /^\p{Lu}\p{L}+(?: \p{L}+)? ?[&+/]/u.test(text),
  )
  return said.length > 0 && names.length >= said.length * share
}

/** The heading of the obvious one among those that are not used; null where none is. */
export function obviousName(
  headings: readonly string[],
  sample: readonly (readonly string[])[],
  used: ReadonlySet<string>,
): string | null {
  for (const [order, may] of MAY_BE.entries())
    for (const [index, heading] of headings.entries()) {
      const key = headingKey(heading)
      if (used.has(heading) || neverTaken(heading) || NO_PERSONS.test(key) || !may.test(key)) continue
      if (areNames(sample, index, order < MAY_BE.length - 1 ? 0.5 : 0.8)) return heading
    }
  return null
}

/** “Delegate 2 name” of “Delegate 1 name”: headings that are the same but for their number. */
export function furtherNames(headings: readonly string[], name: string): string[] {
  const key = headingKey(name)
  const plain = key.replace(/ ?#?1\b/, '')
  return headings.filter((heading) => {
    const other = headingKey(heading)
    const numbered = /^(.*?) ?#?([2-9]|1\d)\b(.*)$/.exec(other)
    if (heading === name || numbered === null || / \(\d+\)$/.test(heading)) return false
    return `${numbered[1] ?? ''}${numbered[3] ?? ''}`.replace(/ +/g, ' ').trim() === plain.replace(/ +/g, ' ').trim()
  })
}

const stemOfName = (key: string): string =>
  key.replace(/(?:'s)? ?(?:(?:full|first|last|given|family) )?names?$|(?:'s)? (?:sur|fore)name$/, '').trim()
const stemOfEmail = (key: string): string | null => {
  const stem = key.replace(/(?:'s)? ?(?:work )?email(?: address)?$/, '').trim()
  return stem === key ? null : stem
}

const holdsAddresses = (sample: readonly (readonly string[])[], index: number): boolean =>
  sample.some((cells) => (cells[index] ?? '').includes('@'))

/**
 * The address of whom the names are: “Customer email” beside “Customer name”. Undefined where the one that was found, if any, may stay; else the
 * heading that takes its place, null where there is none: “Staff email” beside “Staff name” is the staff’s.
 */
export function emailOf(
  headings: readonly string[],
  sample: readonly (readonly string[])[],
  names: readonly string[],
  email: string | null,
): string | null | undefined {
  const own = new Set(names.map((name) => stemOfName(headingKey(name))).filter((stem) => stem !== ''))
  const emails = headings.flatMap((heading) => {
    const stem = stemOfEmail(headingKey(heading))
    return stem === null || neverTaken(heading) ? [] : [{ heading, stem }]
  })
  const paired = emails.find(({ heading, stem }) => own.has(stem) && holdsAddresses(sample, headings.indexOf(heading)))
  if (paired !== undefined) return paired.heading
  const others = new Set(
    headings.filter((heading) => !names.includes(heading)).map((heading) => stemOfName(headingKey(heading))),
  )
  const found = emails.find(({ heading }) => heading === email)
  if (found === undefined || found.stem === '' || own.has(found.stem) || !others.has(found.stem)) return undefined
  return emails.find(({ stem }) => stem === '')?.heading ?? null
}
