/** Tells, without headings, which column of a list is which: by what stands in them. */
import { beginningOf, looksLikeName } from '../../../files/tables/index.ts'
import { type ImportField, JOB, ORGANISATION } from './heading-rules.ts'
import { DELEGATE_LIST } from './headings.ts'
import { createMatcher, type EventNames } from './one-of.ts'

const ONE_NAME = /^(?:[\p{Ll}'’]+ ){0,3}[\p{Lu}\p{Lo}][\p{L}\p{M}'’-]+$/u
const EMAIL = /^\S+@\S+\.\S+$/
const CODE = /^(?=.*\d)[A-Z0-9][A-Z0-9-]{5,}$/i

/** The share of the texts, from 0 to 1, that pass. */
const share = (texts: readonly string[], passes: (text: string) => boolean) =>
  texts.length === 0 ? 0 : texts.filter(passes).length / texts.length

/** Which column (by index) fills which field, going by what stands in them. Columns that tell nothing fill nothing. */
export function guessFields(
  width: number,
  rows: readonly (readonly string[])[],
  { sectors, tables = [] }: EventNames,
): Partial<Record<ImportField, number>> {
  const sector = createMatcher(sectors.map(({ id, name, aliases = [] }) => ({ id, names: [name, ...aliases] })))
  const table = createMatcher(tables.map((name) => ({ id: name, names: [name] })))
  const columns = Array.from({ length: width }, (_, index) =>
    rows.map((row) => beginningOf(row[index])).filter((text) => text !== ''),
  )
  const oneWord = columns.map((texts) => share(texts, (text) => ONE_NAME.test(text)))
  const sure: Record<string, (texts: readonly string[], index: number) => number> = {
    email: (texts) => share(texts, (text) => EMAIL.test(text)),
    sector: (texts) => share(texts, (text) => sector(text)?.sure === true),
    table: (texts) => share(texts, (text) => table(text)?.sure === true || /^table \d+$/i.test(text)),
    name: (texts) =>
      share(texts, (text) => looksLikeName(DELEGATE_LIST, text)) +
      share(texts, (text) => /^[\p{L}' -]+, [\p{L}' -]+$/u.test(text)),
    organisation: (texts) => share(texts, (text) => ORGANISATION.test(text)) * 0.9,
    role: (texts) => share(texts, (text) => JOB.test(text)) * 0.9,
    badge: (texts) => share(texts, (text) => CODE.test(text)) * 0.8,
  }
  const found: Partial<Record<string, number>> = {}
  const used = new Set<number>()
  const offers = Object.entries(sure).flatMap(([field, weigh]) =>
    columns.map((texts, index) => ({ field, index, sureness: weigh(texts, index) })),
  )
  for (const { field, index, sureness } of offers.toSorted((a, b) => b.sureness - a.sureness || a.index - b.index)) {
    if (sureness < 0.4 || found[field] !== undefined || used.has(index)) continue
    found[field] = index
    used.add(index)
  }
  const rest = columns.flatMap((texts, index) =>
    used.has(index) || share(texts, (text) => /\p{L}/u.test(text)) < 0.5 ? [] : [index],
  )
  if (found['name'] === undefined) {
    const [first, second] = rest.filter((index) => (oneWord[index] ?? 0) > 0.7)
    if (first !== undefined && second !== undefined) {
      // Written by hand, a comma and a blank stand behind a surname: “Okafor, Ada”.
      const isTurned = width === 2 && rows.every((row) => row[second]?.startsWith(' ') === true)
      found['firstName'] = isTurned ? second : first
      found['lastName'] = isTurned ? first : second
    } else found['name'] = rest[0]
  }
  // What is left beside a name is, more often than anything else, where somebody works, and then what they do there.
  const open = rest.filter((index) => !Object.values(found).includes(index))
  found['organisation'] ??= open.shift()
  found['role'] ??= open.shift()
  return found
}
