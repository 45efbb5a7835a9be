/** Tells whether the first row of a list is headings or somebody already, and, without headings, which column is which. */
import type { IMPORT_FIELDS } from '../../../../shared/domain/delegate.ts'
import { knownHeadings } from './headings.ts'
import { createMatcher } from './one-of.ts'
import type { EventNames } from './table.ts'
import { tidy } from './tidy.ts'

type Field = (typeof IMPORT_FIELDS)[number]

const NAME = /^[\p{Lu}\p{Lo}][\p{L}\p{M}'’.]*(?:[ -][\p{L}\p{M}'’.]+){1,5}$/u
const ONE_NAME = /^[\p{Lu}\p{Lo}][\p{L}\p{M}'’-]+$/u
const EMAIL = /^\S+@\S+\.\S+$/
const ORGANISATION =
  /\b(ltd|limited|plc|llp|cic|council|trust|school|academy|college|university|nhs|police|constabulary|service|services|association|society|charity|foundation|centre|church|housing|motors|group|partnership|authority|hospital|bank|company|house|homes|club|department|ministry|borough|county|city|co)\b/i
const JOB =
  /\b(manager|officer|head|director|worker|teacher|lead|chief|chair|trustee|coordinator|co-ordinator|assistant|adviser|advisor|nurse|consultant|commissioner|councillor|mentor|owner|practitioner|administrator|engineer|apprentice|volunteer|carer|clerk|executive|superintendent|inspector|sergeant|constable|psychologist|therapist|partner|specialist|support|youth)\b/i
const CODE = /^(?=.*\d)[A-Z0-9][A-Z0-9-]{5,}$/i

/** At most so much of a cell is looked at. */
const said = (cell: string | undefined) => tidy((cell ?? '').slice(0, 300))
const isName = (text: string) => NAME.test(text) && !ORGANISATION.test(text) && !JOB.test(text)

/** What the first row is, going by itself and the rows below it. A row of headings it cannot read is still headings. */
export function guessTop(first: readonly string[], below: readonly (readonly string[])[]): 'headings' | 'people' {
  const known = knownHeadings([...first])
  if (known >= 2) return 'headings'
  const cells = first.map(said)
  if (cells.some((cell) => EMAIL.test(cell))) return 'people'
  const filled = cells.filter((cell) => cell !== '')
  if (known === 0 && filled.length === 1) return 'people'
  const named = cells.some((cell, at) => {
    if (!isName(cell) || knownHeadings([cell]) > 0) return false
    const others = below.map((row) => said(row[at])).filter((text) => text !== '')
    return others.filter(isName).length >= others.length * 0.6
  })
  return named ? 'people' : 'headings'
}

/** The share of the texts, from 0 to 1, that pass. */
const share = (texts: readonly string[], passes: (text: string) => boolean) =>
  texts.length === 0 ? 0 : texts.filter(passes).length / texts.length

/** Which column (by index) fills which field, going by what stands in them. Columns that tell nothing fill nothing. */
export function guessFields(
  width: number,
  rows: readonly (readonly string[])[],
  { sectors, tables = [] }: EventNames,
): Partial<Record<Field, number>> {
  const sector = createMatcher(sectors.map(({ id, name, aliases = [] }) => ({ id, names: [name, ...aliases] })))
  const table = createMatcher(tables.map((name) => ({ id: name, names: [name] })))
  const columns = Array.from({ length: width }, (_, at) =>
    rows.map((row) => said(row[at])).filter((text) => text !== ''),
  )
  const oneWord = columns.map((texts) => share(texts, (text) => ONE_NAME.test(text)))
  const sure: Record<string, (texts: readonly string[], at: number) => number> = {
    email: (texts) => share(texts, (text) => EMAIL.test(text)),
    sector: (texts) => share(texts, (text) => sector(text)?.sure === true),
    table: (texts) => share(texts, (text) => table(text)?.sure === true || /^table \d+$/i.test(text)),
    name: (texts) => share(texts, isName) + share(texts, (text) => /^[\p{L}' -]+, [\p{L}' -]+$/u.test(text)),
    organisation: (texts) => share(texts, (text) => ORGANISATION.test(text)) * 0.9,
    role: (texts) => share(texts, (text) => JOB.test(text)) * 0.9,
    badge: (texts) => share(texts, (text) => CODE.test(text)) * 0.8,
  }
  const found: Partial<Record<string, number>> = {}
  const used = new Set<number>()
  const offers = Object.entries(sure).flatMap(([field, weigh]) =>
    columns.map((texts, at) => ({ field, at, sureness: weigh(texts, at) })),
  )
  for (const { field, at, sureness } of offers.toSorted((a, b) => b.sureness - a.sureness || a.at - b.at)) {
    if (sureness < 0.4 || found[field] !== undefined || used.has(at)) continue
    found[field] = at
    used.add(at)
  }
  const rest = columns.flatMap((texts, at) =>
    used.has(at) || share(texts, (text) => /\p{L}/u.test(text)) < 0.5 ? [] : [at],
  )
  if (found['name'] === undefined) {
    const [first, second] = rest.filter((at) => (oneWord[at] ?? 0) > 0.7)
    if (first !== undefined && second !== undefined) {
      found['firstName'] = first
      found['lastName'] = second
    } else found['name'] = rest[0]
  }
  // What is left beside a name is, more often than anything else, where somebody works, and then what they do there.
  const open = rest.filter((at) => !Object.values(found).includes(at))
  found['organisation'] ??= open.shift()
  found['role'] ??= open.shift()
  return found
}
