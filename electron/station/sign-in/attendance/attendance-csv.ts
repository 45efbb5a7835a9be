/** The attendance list as CSV: everybody who counts, a row each. */
import { csvBytes, type CsvValue } from '../../../files/export/index.ts'
import type { Attendee } from './attendees.ts'
import { listColumns, type ListContext, listRows } from './list.ts'

/** Times are written as `2023-12-12 09:41`, by the venue's clock. */
export function attendanceCsv(people: readonly Attendee[], context: ListContext): Generator<Uint8Array> {
  const columns = listColumns(context)
  return csvBytes(
    columns.map(({ heading }) => heading),
    values(people, columns, context),
  )
}

function* values(
  people: readonly Attendee[],
  columns: ReturnType<typeof listColumns>,
  context: ListContext,
): Generator<CsvValue[]> {
  for (const row of listRows(people, columns, context))
    yield columns.map(({ key, kind }) => {
      const value = row[key] ?? null
      return kind === 'instant' && typeof value === 'string' && value.endsWith('Z')
        ? value.slice(0, 16).replace('T', ' ')
        : value
    })
}
