/** Tells of tickets under a name that has one already: whoever books for others often gives their own name for each of them. */
import { headingKey, type Table, tidy } from '../../../files/tables/index.ts'
import type { Notices } from './notices.ts'
import type { DelegateCandidate } from './row-reader.ts'

/** Headings of what is another on each ticket, or on each order. */
const OF_TICKET =
  /^(?:attendee|ticket|delegate|seat|booking|order|registration|confirmation) ?(?:#|(?:no|number|code|ref|reference|barcode)\b)|^(?:ticket|attendee|booking) id$|^barcode\b/
/** Those beyond are told together. */
const MOST_TOLD = 100

type Person = Pick<DelegateCandidate, 'row' | 'name' | 'email' | 'organisation'>

/** Says of each further row under one name and address, or one name and organisation where there is none, which row has it as well. In small steps. */
export function* noteSecondTickets(table: Table, people: readonly Person[], notices: Notices): Generator<void> {
  const columns = table.headings.flatMap((heading, index) => (OF_TICKET.test(headingKey(heading)) ? [index] : []))
  if (columns.length === 0) return
  const cellsOf = new Map(table.rows.map(({ number, cells }) => [number, cells]))
  yield
  const first = new Map<string, number>()
  let told = 0
  for (const [index, { row, name, email, organisation }] of people.entries()) {
    if (index % 512 === 0) yield
    const key = [name, email === '' ? `of ${organisation}` : email].join('\n').toLowerCase()
    const before = first.get(key)
    if (before === undefined) first.set(key, row)
    else {
      const [cells, others] = [cellsOf.get(row) ?? [], cellsOf.get(before) ?? []]
      const column = columns.find((at) => tidy(cells[at] ?? '') !== tidy(others[at] ?? ''))
      if (column === undefined) continue
      told += 1
      const heading = table.headings[column] ?? ''
      if (told <= MOST_TOLD) notices.add(`second-ticket-${row}`, row, heading, name, anotherOf(`Row ${before}`))
      else notices.add('second-tickets', row, heading, '', anotherOf('An earlier row'))
    }
  }
  notices.keep()
}

const anotherOf = (row: string): string =>
  `${row} has the same name, and this is another ticket: it may be for a guest who is not named. If so, write the guest’s name in the list, or add them as a walk-in on the day; if they booked twice, leave this row out.`
