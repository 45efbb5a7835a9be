/** What is said of a list that is to be imported: its counts, its columns, how it was read. Pure. */
import type { ImportCounts, ImportPreview, ImportProgress } from '../../../../shared/contract/import.ts'
import type { IMPORT_FIELDS } from '../../../../shared/domain/delegate.ts'
import { ENCODINGS } from '../../../../shared/domain/import-decisions.ts'
import { countWords } from '../../../components/tree-totals.ts'

export type ImportField = (typeof IMPORT_FIELDS)[number]

const FIELD_LABELS: Record<ImportField, string> = {
  name: 'Whole name',
  firstName: 'First name',
  lastName: 'Last name',
  knownAs: 'Name they asked for',
  role: 'Role or job title',
  organisation: 'Organisation',
  area: 'Service area',
  sector: 'Sector',
  email: 'E-mail',
  table: 'Table',
  badge: 'Ticket or badge code',
  accessNeeds: 'Access needs',
  dietaryNeeds: 'Dietary needs',
}

/** The fields in the order a person thinks of them. */
export const FIELDS: readonly { field: ImportField; label: string }[] = (
  Object.keys(FIELD_LABELS) as ImportField[]
).map((field) => ({ field, label: FIELD_LABELS[field] }))

/** A column without a heading is known by what stands in it: “Column A: Ewa Kaur”. */
export const columnWords = (heading: string, example: string): string =>
  example === '' ? heading : `${heading}: ${example}`

/** How far it is while it is waited for: a part from 0 to 1, null where nobody can tell, and in words. */
export function waitingWords(
  what: 'reading' | 'importing',
  progress: Pick<ImportProgress, 'done' | 'of'> | null,
): { part: number | null; words: string } {
  if (what === 'reading') return { part: null, words: 'Reading the list' }
  if (progress === null || progress.of === 0) return { part: null, words: 'Writing it down' }
  const { done, of } = progress
  return {
    part: done / of,
    words: `Writing down ${peopleWords(of)}: ${countWords(done)} done. It goes on if you leave this page, and others can go on with their work.`,
  }
}

/** True where there is no column that a name could come from. */
export const lacksName = (mapping: ImportPreview['mapping']): boolean =>
  [mapping.name, mapping.firstName, mapping.lastName, mapping.knownAs].every(
    (heading) => heading === null || heading === undefined,
  )

const SEVEN = ['added', 'updated', 'unchanged', 'repeated', 'duplicates', 'faulty', 'leftOut'] as const
type Seven = (typeof SEVEN)[number]

const WORDS: Record<Seven, { will: [one: string, many: string]; did: [one: string, many: string] }> = {
  added: { will: ['person will be added', 'people will be added'], did: ['person was added', 'people were added'] },
  updated: {
    will: ['person on the list gets new details', 'people on the list get new details'],
    did: ['person on the list got new details', 'people on the list got new details'],
  },
  unchanged: {
    will: ['person stays as they are on the list', 'people stay as they are on the list'],
    did: ['person stayed as they were on the list', 'people stayed as they were on the list'],
  },
  repeated: {
    will: ['row repeats one above it', 'rows repeat one above them'],
    did: ['row repeated one above it', 'rows repeated one above them'],
  },
  duplicates: {
    will: [
      'may be somebody we have already: left for you to look at',
      'may be people we have already: left for you to look at',
    ],
    did: [
      'may be somebody we have already: left for you to look at',
      'may be people we have already: left for you to look at',
    ],
  },
  faulty: {
    will: ['row cannot be used as it is', 'rows cannot be used as they are'],
    did: ['row could not be used as it is', 'rows could not be used as they are'],
  },
  leftOut: {
    will: ['row is left out, as you asked', 'rows are left out, as you asked'],
    did: ['row was left out, as you asked', 'rows were left out, as you asked'],
  },
}

export type CountLine = { key: Seven; count: number; words: string; tone: 'ok' | 'warn' | 'bad' | 'plain' }

/** Every row of the file in exactly one of the lines; `done` once it has happened. Nobody need read of rows left out where none is. */
export function countLines(counts: Pick<ImportCounts, Seven>, done: boolean): CountLine[] {
  return SEVEN.filter((key) => key !== 'leftOut' || counts.leftOut > 0).map((key) => {
    const count = counts[key]
    const [one, many] = WORDS[key][done ? 'did' : 'will']
    return { key, count, words: count === 1 ? one : many, tone: count === 0 ? 'plain' : toneOf(key) }
  })
}

function toneOf(key: Seven): CountLine['tone'] {
  switch (key) {
    case 'added':
    case 'updated':
      return 'ok'
    case 'faulty':
      return 'bad'
    case 'duplicates':
      return 'warn'
    case 'unchanged':
    case 'repeated':
    case 'leftOut':
      return 'plain'
  }
}

/** Said when the counts change: what an import would do now. */
export const previewWords = ({ faulty, ...counts }: Pick<ImportCounts, 'added' | 'updated' | 'faulty'>): string =>
  `${peopleWords(toImport(counts))} to import, ${countWords(faulty)} ${faulty === 1 ? 'row' : 'rows'} cannot be used.`

/** What the lines add up to, after the number. */
export const sumWords = (rows: number): string => (rows === 1 ? 'row in the list' : 'rows in the list, altogether')

/** How many people an import would touch. */
export const toImport = ({ added, updated }: Pick<ImportCounts, 'added' | 'updated'>): number => added + updated

export const peopleWords = (count: number): string => `${countWords(count)} ${count === 1 ? 'person' : 'people'}`

const FORMATS: Record<string, string> = {
  eventbrite: 'an Eventbrite export',
  pretix: 'a pretix export',
  'microsoft-forms': 'answers from Microsoft Forms',
}

/** “Read as an Eventbrite export”. */
export const formatWords = (format: string): string => `Read as ${FORMATS[format] ?? 'a plain list'}`

const ENCODING_LABELS: Record<(typeof ENCODINGS)[number], string> = {
  'utf-8': 'UTF-8, as most programs write it',
  'windows-1252': 'Windows, as older Excel writes it',
  macintosh: 'Mac Roman, as Excel for Mac writes it',
  'windows-1250': 'Windows for Central Europe',
  'iso-8859-2': 'ISO 8859-2 for Central Europe',
  ibm850: 'MS-DOS, Excel’s “CSV (MS-DOS)”',
  'utf-16le': 'UTF-16, Excel’s “Unicode text”',
  'utf-16be': 'UTF-16, the other way round',
}
/** The ways in which letters may be written, as they are offered. */
export const ENCODING_CHOICES = ENCODINGS.map((value) => ({ value, label: ENCODING_LABELS[value] }))

/** The largest file that the station takes. Bytes. */
const MOST_BYTES = 48_000_000

/** Why a file is not even sent to be read; null where it is. */
export function refusedBefore(name: string, bytes: number): { sentence: string; todo: string } | null {
  if (bytes === 0) return { sentence: `“${name}” is empty.`, todo: 'Export the list again, and choose the new file.' }
  if (bytes > MOST_BYTES)
    return {
      sentence: `“${name}” is ${countWords(Math.round(bytes / 1e6))} MB, which is more than any list of delegates.`,
      todo: 'Check that it is the right file, or copy the rows of people into a new one.',
    }
  return null
}
