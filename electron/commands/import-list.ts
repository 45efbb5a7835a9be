/** The command that reads a list of delegates in: it says as much as the screen does, and takes the same choices. */
import { basename } from 'node:path'
import type { Actor } from '../../shared/domain/fact.ts'
import { IMPORT_FIELDS } from '../../shared/domain/delegate.ts'
import {
  AS_FOUND,
  decided,
  ENCODINGS,
  type ImportDecisions,
  MOST_BY_HAND,
  ROW_MARKS,
} from '../../shared/domain/import-decisions.ts'
import { rowsIn } from '../../shared/domain/row-numbers.ts'
import type { Station } from '../station/app/station.ts'
import { type Command, failed, type Options, type Outcome, readGiven, UsageError, withEvent } from './command.ts'
import { type Imported, importText } from './import-text.ts'

const terminal: Actor = { role: 'organiser', delegate: null }
type Field = (typeof IMPORT_FIELDS)[number]
type Column = { field: Field; heading: string }

export const delegatesImport: Command = {
  usage: 'delegates import FILE [--dry-run] [--sheet NAME] [--column FIELD=HEADING] [--leave-out ROWS] [--people ROWS]',
  about: 'Add delegates from a CSV or XLSX file; importing again is harmless.',
  words: 1,
  options: {
    'dry-run': { type: 'boolean', about: 'tells what would happen, and changes nothing' },
    sheet: { type: 'string', about: 'NAME  the sheet of a workbook' },
    column: {
      type: 'string',
      multiple: true,
      about:
        'FIELD=HEADING  the column that fills a field; may be said several times, and nothing after = leaves it empty',
    },
    'leave-out': {
      type: 'string',
      multiple: true,
      about: 'ROWS  such as 3,7-9 as a spreadsheet counts them; also the words hidden and struck',
    },
    people: {
      type: 'string',
      multiple: true,
      about: 'ROWS  such as 3,7-9: people all the same, where a row was taken for a heading, a total or a group',
    },
    encoding: { type: 'string', about: `HOW  its letters are written: ${ENCODINGS.join(', ')}` },
    'first-row': { type: 'string', about: 'WHAT  it is: headings, or people already' },
  },
  run: async ({ words: [path = ''], options, folder, keyStore }) => {
    const asked = decisionsIn(options)
    const columns = listIn(options, 'column').map(columnIn)
    const people = rowsOf(options, 'people', listIn(options, 'people').join(','))
    const bytes = readGiven(path)
    if (typeof bytes === 'string') return failed(bytes)
    const file = { name: basename(path), bytes }
    return withEvent({ folder, keyStore, reads: options['dry-run'] === true }, (station) => {
      const chosen = columns.length === 0 ? asked : withColumns(station, file, asked, columns)
      const decisions =
        typeof chosen === 'string' || people.length === 0 ? chosen : withPeople(station, file, chosen, people)
      return typeof decisions === 'string'
        ? failed(decisions)
        : read(station, file, decisions, options['dry-run'] === true)
    })
  },
}

type File = { name: string; bytes: Uint8Array }

function read(station: Station, { name, bytes }: File, decisions: ImportDecisions, isDry: boolean): Outcome {
  const { importer } = station.signIn
  const answer = isDry ? importer.preview(name, bytes, decisions) : importer.run(terminal, name, bytes, decisions)
  if (answer.code === 'file-refused') return failed(`${answer.sentence} ${answer.todo}`)
  const { list, ...told } = answer.code === 'preview' ? { ...answer.counts, list: answer.list } : answer
  const { added, updated, unchanged, repeated, duplicates, faulty, leftOut, rows, errors, notices } = told
  const counts = { added, updated, unchanged, repeated, duplicates, faulty, leftOut, rows }
  const imported: Imported = { name, isDry, counts, errors, notices, list }
  const json = { ...counts, errors, notices, ...list }
  const text = importText(imported)
  if (rows > faulty + leftOut) return { ok: true, text, json }
  const error = `Nothing in “${name}” could be used.`
  return { ok: false, text: `${error}\n${text}`, json: { error, ...json } }
}

/** The same decisions with what these columns are read for; a sentence where one is not in the file. */
function withColumns(
  station: Station,
  { name, bytes }: File,
  asked: ImportDecisions,
  columns: readonly Column[],
): ImportDecisions | string {
  const found = station.signIn.importer.preview(name, bytes, asked)
  if (found.code === 'file-refused') return `${found.sentence} ${found.todo}`
  const { headings, mapping } = found.list
  const plain = (heading: string) => heading.trim().toLowerCase()
  let decisions = asked
  for (const { field, heading: said } of columns) {
    const heading = headings.find((one) => one === said) ?? headings.find((one) => plain(one) === plain(said)) ?? null
    if (heading === null && said !== '')
      return `“${name}” has no column “${said}”. Its columns are: ${headings.map((one) => `“${one}”`).join(', ')}.`
    decisions = decided(decisions, { decide: 'column', field, heading }, mapping)
  }
  return decisions
}

/** The same decisions with these rows kept as people; a sentence where one was not taken for nobody. */
function withPeople(
  station: Station,
  { name, bytes }: File,
  asked: ImportDecisions,
  people: readonly number[],
): ImportDecisions | string {
  const found = station.signIn.importer.preview(name, bytes, asked)
  if (found.code === 'file-refused') return `${found.sentence} ${found.todo}`
  const faults = new Map(found.counts.errors.map((error) => [error.row, error]))
  let decisions = asked
  for (const row of people) {
    const { column = '', person } = faults.get(row) ?? {}
    if (person === undefined)
      return `Row ${row} of “${name}” was not taken for a heading, a total or a group, so --people changes nothing there.`
    const cells = [{ heading: column, value: person }]
    decisions = decided(decisions, { decide: 'cells', row, cells }, found.list.mapping)
  }
  return decisions
}

function decisionsIn(options: Options): ImportDecisions {
  const encoding = oneOf(options, 'encoding', ENCODINGS)
  const top = oneOf(options, 'first-row', ['headings', 'people'] as const)
  const sheet = typeof options['sheet'] === 'string' ? options['sheet'] : null
  return { ...AS_FOUND, encoding, sheet, top, fixes: { ...AS_FOUND.fixes, ...leftOutIn(options) } }
}

/** What an option says of these; null where it is not given. */
function oneOf<T extends string>(options: Options, name: string, those: readonly T[]): T | null {
  const given = options[name]
  if (given === undefined) return null
  const found = those.find((one) => one === given)
  if (found === undefined) throw new UsageError(`--${name} takes one of: ${those.join(', ')}.`)
  return found
}

/** All that an option says which may be given several times. */
function listIn(options: Options, name: string): readonly string[] {
  const given = options[name]
  return typeof given === 'object' ? given : []
}

const key = (text: string) => text.toLowerCase().replaceAll(/[^a-z]/g, '')

/** `name=Full name`; nothing after the sign leaves the field empty. */
function columnIn(text: string): Column {
  const cut = text.indexOf('=')
  const field = IMPORT_FIELDS.find((one) => cut !== -1 && key(one) === key(text.slice(0, cut)))
  if (field === undefined)
    throw new UsageError(`--column takes FIELD=HEADING, where FIELD is one of: ${IMPORT_FIELDS.join(', ')}.`)
  return { field, heading: text.slice(cut + 1).trim() }
}

/** `3,7-9,hidden`: rows as a spreadsheet counts them, and all that a workbook marks so. */
function leftOutIn(options: Options): Pick<ImportDecisions['fixes'], 'without' | 'withoutMarked'> {
  const said = listIn(options, 'leave-out').join(',')
  const withoutMarked = ROW_MARKS.filter((mark) => new RegExp(`\\b${mark}\\b`, 'i').test(said))
  const words = new RegExp(`\\b(?:${ROW_MARKS.join('|')})\\b`, 'gi')
  const without = rowsOf(options, 'leave-out', said.replaceAll(words, ''), ` or the words ${ROW_MARKS.join(' and ')}`)
  return { without, withoutMarked }
}

/** The rows that an option names; none where it is not given. */
function rowsOf(options: Options, option: string, said: string, more = ''): number[] {
  if (listIn(options, option).length === 0) return []
  const rows = rowsIn(said, MOST_BY_HAND)
  if (rows === null)
    throw new UsageError(
      `--${option} takes rows such as 3,7-9, ${MOST_BY_HAND.toLocaleString('en-GB')} at most${more === '' ? '' : `,${more}`}.`,
    )
  return rows
}
