/** Rows of the file that somebody should look at: where, what it says, and what to do. In pages when there are thousands. */
import { useId, useState } from 'react'
import type { ImportCounts } from '../../../../shared/contract/sign-in.ts'
import { Pager } from '../lists/pager.tsx'
import { keptOffset, PAGE } from '../lists/paging.ts'
import { countWords } from '../../../components/tree-totals.ts'

type Props = { title: string; hint: string; name: string; faults: ImportCounts['faults'] }

export function FaultsTable({ title, hint, name, faults }: Props) {
  const id = useId()
  const [asked, setOffset] = useState(0)
  if (faults.length === 0) return null
  // The file may be read again in another way while a later page is open.
  const offset = keptOffset(asked, faults.length)
  return (
    <section className="card organiser-card">
      <h2 id={id}>
        {title} <span className="muted">{countWords(faults.length)}</span>
      </h2>
      <p className="muted small">{hint}</p>
      <div className="organiser-scroll" tabIndex={0} role="region" aria-labelledby={id}>
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
            {faults.slice(offset, offset + PAGE).map((fault, index) => (
              <tr key={offset + index}>
                <td className="number">{countWords(fault.row)}</td>
                <td>{fault.column === '' ? '–' : fault.column}</td>
                <td>{fault.value === '' ? <span className="muted">nothing</span> : fault.value}</td>
                <td>{fault.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Pager name={name} offset={offset} total={faults.length} onTurn={setOffset} />
    </section>
  )
}
