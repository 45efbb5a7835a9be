/** The contact list to take away: a workbook, a CSV for a mail merge, and a draft of a message for each person. */
import type { Contact } from '../../../shared/contract/follow-up.ts'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import { REHEARSAL_STAGE } from '../../../shared/domain/plan.ts'
import { formatReference } from '../../../shared/domain/reference.ts'
import { csvBytes } from '../../files/export/index.ts'
import { draftMessage } from '../../files/mail/index.ts'
import {
  type Book,
  type CellValue,
  LONG_TEXT_COLUMNS,
  longTextRows,
  pageOf,
  type SheetColumn,
  TAB_COLOURS,
  tableSheet,
  type TableSheet,
  tabName,
  workbook,
  type WorkbookDocument,
  zip,
  type ZipPart,
} from '../../files/ooxml/index.ts'
import { byWhenWords, greetingOf, howManyWords, letterTo, pledgeWords } from './letter.ts'

export const CONTACT_KINDS = ['xlsx', 'csv', 'zip'] as const
export type ContactKind = (typeof CONTACT_KINDS)[number]

/** `exported`: an ISO instant. */
export type ContactExport = { contacts: readonly Contact[]; pack: EventPack; rehearsal: boolean; exported: string }

type Column<Row> = SheetColumn & { value: (row: Row) => CellValue }
const column = <Row>(
  key: string,
  heading: string,
  width: number,
  value: (row: Row) => CellValue,
  kind: SheetColumn['kind'] = 'text',
): Column<Row> => ({ key, heading, width, kind, choices: [], group: 'board', printed: true, value })

/** Not on paper, where what is left is read with ease: it stands in another column, too, or is for programs. */
const aside = <Row>(one: Column<Row>): Column<Row> => ({ ...one, printed: false })

/** A sheet prints its first columns. */
const onPaperFirst = <Row>(columns: readonly Column<Row>[]): Column<Row>[] =>
  columns.toSorted((one, other) => Number(other.printed) - Number(one.printed))

const mark = <Row>(rehearsal: boolean): Column<Row>[] =>
  rehearsal ? [aside(column<Row>('rehearsal', 'Rehearsal', 22, () => REHEARSAL_STAGE.value))] : []

const firstDue = ({ pledges }: Contact): string | null =>
  pledges.flatMap(({ due }) => (due === null ? [] : [due])).toSorted()[0] ?? null

const listed = (texts: readonly string[]): string => [...new Set(texts.filter((text) => text !== ''))].join('; ')

/** A row a person: what a letter is made of. */
const people = ({ pack, rehearsal }: ContactExport): Column<Contact>[] => [
  column('name', 'Name', 26, ({ name }) => name),
  aside(column('greeting', 'Greeting', 28, greetingOf)),
  column('email', 'E-mail', 32, ({ email }) => email),
  column('organisation', 'Organisation', 28, ({ organisation }) => organisation),
  column('role', 'Role', 22, ({ role }) => role),
  aside(column('sector', 'Sector', 20, ({ sector }) => pack.sectors.find(({ id }) => id === sector)?.name ?? sector)),
  aside(column('count', 'Pledges', 10, ({ pledges }) => pledges.length, 'number')),
  column(
    'pledges',
    'What they promised',
    60,
    ({ pledges }) => pledges.map((pledge) => pledgeWords(pledge, pack)).join('\n\n'),
    'long',
  ),
  aside(
    column('references', 'References', 18, ({ pledges }) =>
      listed(pledges.map(({ reference }) => `${pack.code}-${formatReference(reference)}`)),
    ),
  ),
  column('due', 'First due date', 14, firstDue, 'date'),
  column('groups', 'Followed up with', 26, ({ pledges }) => listed(pledges.map(({ group }) => group))),
  ...mark<Contact>(rehearsal),
]

type Line = { contact: Contact; pledge: Contact['pledges'][number] }

/** A row a pledge, for whoever follows up by kind or by date. */
const lines = ({ pack, rehearsal }: ContactExport): Column<Line>[] => [
  column('reference', 'Reference', 13, ({ pledge }) => `${pack.code}-${formatReference(pledge.reference)}`),
  column('name', 'Name', 26, ({ contact }) => contact.name),
  column('organisation', 'Organisation', 28, ({ contact }) => contact.organisation),
  aside(column('email', 'E-mail', 32, ({ contact }) => contact.email)),
  column('kind', 'Kind', 22, ({ pledge }) => pack.pledgeTypes.find(({ id }) => id === pledge.type)?.title ?? ''),
  column('wording', 'What they promised', 60, ({ pledge }) => pledge.wording, 'long'),
  column('quantity', 'How many', 24, ({ pledge }) => (pledge.quantity === null ? '' : howManyWords(pledge, pack))),
  column('when', 'By when', 26, ({ pledge }) => byWhenWords(pledge)),
  column('due', 'Due date', 14, ({ pledge }) => pledge.due, 'date'),
  aside(column('group', 'Followed up with', 26, ({ pledge }) => pledge.group)),
  ...mark<Line>(rehearsal),
]

function* rowsOf<Row>(rows: Iterable<Row>, columns: readonly Column<Row>[]): Generator<Record<string, CellValue>> {
  for (const row of rows) yield Object.fromEntries(columns.map(({ key, value }) => [key, value(row)]))
}

function* linesOf(contacts: readonly Contact[]): Generator<Line> {
  for (const contact of contacts) for (const pledge of contact.pledges) yield { contact, pledge }
}

const BANNER = 'REHEARSAL – practice entries only. Nobody on these sheets is real, and nobody is to be written to.'

function contactsWorkbook(given: ContactExport): Generator<Uint8Array> {
  const { pack, rehearsal, exported, contacts } = given
  const document: WorkbookDocument = {
    title: 'Contact list',
    keywords: 'follow-up, contacts',
    event: { name: pack.name, code: pack.code, venue: pack.venue, startsOn: pack.dates.from, endsOn: pack.dates.to },
    rehearsal,
    exported,
  }
  const common = (name: string, table: string, live: string): Omit<TableSheet, 'columns' | 'rows'> => ({
    name: tabName(name, document),
    tableName: rehearsal ? `Rehearsal${table}` : table,
    tabColour: rehearsal ? TAB_COLOURS.rehearsal : live,
    banner: rehearsal ? BANNER : null,
    spareRows: 0,
    page: pageOf(document, name, 'A4', 'landscape'),
  })
  return workbook(document, function* (book: Book): Generator<ZipPart, void> {
    const [who, what] = [onPaperFirst(people(given)), onPaperFirst(lines(given))]
    const first = yield* tableSheet(book, {
      ...common('Contacts', 'Contacts', TAB_COLOURS.live),
      columns: who,
      rows: rowsOf(contacts, who),
    })
    const second = yield* tableSheet(book, {
      ...common('Pledges', 'Pledges', TAB_COLOURS.quiet),
      columns: what,
      rows: rowsOf(linesOf(contacts), what),
    })
    const texts = [...first.longTexts, ...second.longTexts]
    if (texts.length > 0)
      yield* tableSheet(book, {
        ...common('Long texts', 'LongTexts', TAB_COLOURS.quiet),
        columns: LONG_TEXT_COLUMNS,
        rows: longTextRows(texts),
      })
  })
}

function contactsCsv(given: ContactExport): Generator<Uint8Array> {
  const columns = people(given)
  const rows = given.contacts.map((contact) => columns.map(({ value }) => value(contact)))
  return csvBytes(
    columns.map(({ heading }) => heading),
    rows,
  )
}

/** What stands in a file’s name of what somebody is called: letters that every system has, or nothing. */
const inFileName = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 40)

function* draftsOf({ contacts, pack, rehearsal, exported }: ContactExport): Generator<ZipPart> {
  const digits = String(contacts.length).length
  for (const [index, contact] of contacts.entries()) {
    const { subject, text } = letterTo(contact, pack, rehearsal)
    const { name, organisation, email: address } = contact
    const called = inFileName(name || organisation)
    yield {
      // By number, so that two of one name are two files, in the order of the list.
      name: `${rehearsal ? 'REHEARSAL-' : ''}${String(index + 1).padStart(digits, '0')}${called === '' ? '' : `-${called}`}.eml`,
      text: [draftMessage({ to: { name: name || organisation, address }, subject, text, date: exported })],
    }
  }
}

export const contactsFile: Record<
  ContactKind,
  { media: string; write: (given: ContactExport) => Iterable<Uint8Array> }
> = {
  xlsx: {
    media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: contactsWorkbook,
  },
  csv: { media: 'text/csv;charset=utf-8', write: contactsCsv },
  zip: { media: 'application/zip', write: (given) => zip(draftsOf(given), new Date(given.exported)) },
}
