/** One row that cannot be used as it is: a field for each cell that is wrong, or the row is left out. */
import { Check, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { Button } from '../../../components/button.tsx'
import { countWords } from '../../../components/tree-totals.ts'
import { type FaultyRow, startOf } from './fault-rows.ts'
import { FixField } from './fix-field.tsx'

type Props = {
  faulty: FaultyRow
  pack: EventPack
  busy: boolean
  onFix: (row: number, cells: { heading: string; value: string }[]) => void
  onLeaveOut: (row: number) => void
}

export function FaultyRowCard({ faulty, pack, busy, onFix, onLeaveOut }: Props) {
  const { row, errors } = faulty
  const start = startOf(faulty)
  const [written, setWritten] = useState(start)
  const inRow = `row ${countWords(row)}`
  const headings = Object.keys(start)
  const use = (changed: Record<string, string> = {}) =>
    onFix(
      row,
      headings.map((heading) => ({ heading, value: changed[heading] ?? written[heading] ?? '' })),
    )
  const field = (heading: string, read: FaultyRow['errors'][number]['field'], reason?: string, isMistake = true) => (
    <FixField
      key={heading}
      label={`${heading}, ${inRow}`}
      field={read}
      value={written[heading] ?? ''}
      pack={pack}
      error={isMistake ? reason : undefined}
      hint={isMistake ? undefined : reason}
      onText={(text) => setWritten((before) => ({ ...before, [heading]: text }))}
      onEnter={() => use()}
    />
  )
  return (
    <li className="import-fault any-break columns one-tablet top">
      <h3 className="small">Row {countWords(row)}</h3>
      <div className="import-fault-fields">
        {errors.map((error) =>
          error.cells.length > 0 ? (
            <div key="torn" className="import-fault-fields">
              <p className="import-whole">{error.reason}</p>
              {error.cells.map((cell) => field(cell.heading, cell.field))}
            </div>
          ) : error.cell === null || error.column === '' ? (
            <p key={error.reason} className="import-whole">
              {error.value === '' ? null : <b>“{error.value}” </b>}
              {error.reason}
            </p>
          ) : (
            field(error.column, error.field, error.reason, isMistake(error))
          ),
        )}
      </div>
      <div className="row import-fault-buttons">
        {headings.length === 0 ? null : (
          <Button look="ghost" icon={Check} busy={busy} aria-label={`Use this for ${inRow}`} onClick={() => use()}>
            Use this
          </Button>
        )}
        {errors.map(({ column, field: read, instead }) =>
          instead === null || column === '' ? null : (
            <Button
              key={column}
              look="quiet"
              busy={busy}
              aria-label={`${insteadWords(read, instead)}, ${inRow}`}
              onClick={() => use({ [column]: instead })}
            >
              {insteadWords(read, instead)}
            </Button>
          ),
        )}
        <Button
          look="quiet"
          icon={Trash2}
          busy={busy}
          aria-label={`Leave this row out, ${inRow}`}
          onClick={() => onLeaveOut(row)}
        >
          Leave this row out
        </Button>
      </div>
    </li>
  )
}

/** A ticket that was cancelled is none, nor is a row that is nobody, such as a total: what it says may be left as it is. */
const isMistake = ({ field, cell, instead }: FaultyRow['errors'][number]): boolean =>
  field !== 'status' && (instead === null || instead !== cell)

/** The one plain answer: an empty cell, that they are coming after all, or that the row is somebody. */
function insteadWords(field: FaultyRow['errors'][number]['field'], instead: string): string {
  if (instead === '') return 'Leave the cell empty'
  if (field === 'name' || field === 'firstName' || field === 'lastName') return 'This is a person'
  return field === 'status' ? 'They are coming' : `Use “${instead}”`
}
