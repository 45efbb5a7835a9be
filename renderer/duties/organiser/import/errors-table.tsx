/** Rows that were not imported, once it is done: where, what they say, and what to do. */
import { useState } from 'react'
import type { ImportRowError } from '../../../../shared/contract/import.ts'
import { countWords } from '../../../components/tree-totals.ts'
import { Pager } from '../../../components/lists/pager.tsx'
import { keptOffset, PAGE } from '../../../components/lists/paging.ts'

/** `total` counts the rows, of which only the first may be here. */
export function ErrorsTable({ errors, total }: { errors: readonly ImportRowError[]; total: number }) {
  const [asked, setOffset] = useState(0)
  if (errors.length === 0) return null
  const offset = keptOffset(asked, errors.length)
  return (
    <section className="card organiser-card pad stack gap-3">
      <div>
        <h2 id="faults-title">
          Rows that were not used <span className="muted">{countWords(total)}</span>
        </h2>
        <p className="muted small">
          Put them right in the file and import it again: nobody is added twice. Or add them at the door.
        </p>
      </div>
      <div className="organiser-scroll" tabIndex={0} role="region" aria-labelledby="faults-title">
        <table className="organiser-faults">
          <thead>
            <tr>
              <th scope="col" className="number">
                Row
              </th>
              <th scope="col">Column</th>
              <th scope="col">It says</th>
              <th scope="col">What to do</th>
            </tr>
          </thead>
          <tbody>
            {errors.slice(offset, offset + PAGE).map((error, index) => (
              <tr key={offset + index}>
                <td className="number">{countWords(error.row)}</td>
                <td>{error.column === '' ? '–' : error.column}</td>
                <td>{error.value === '' ? <span className="muted">nothing</span> : error.value}</td>
                <td>{error.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Pager name="rows that were not used" offset={offset} total={errors.length} onTurn={setOffset} />
    </section>
  )
}
