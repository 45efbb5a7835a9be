/** How many came from each of a few, as bars in a table: the numbers stand beside their bars. */
import { useId } from 'react'
import { countWords } from '../tree-totals.ts'
import { longestBar } from './words.ts'

/** `isTogether`: many in one row; it has its numbers and no bar, which would make all others small. */
type Row = { name: string; came: number; absent?: number; isTogether?: boolean }

type Props = {
  title: string
  /** What each row is one of: “Sector”. */
  of: string
  rows: readonly Row[]
  /** The heading of those who did not come; none where it makes no sense to ask. */
  absent?: string
  /** A quiet line under the title. */
  line?: string
  /** Said where there is no row. */
  none: string
}

export function ShareTable({ title, of, rows, absent, line, none }: Props) {
  const id = useId()
  const most = longestBar(rows)
  return (
    <section className="card attendance-card stack gap-3" aria-labelledby={id}>
      <div>
        <h2 id={id}>{title}</h2>
        {line === undefined ? null : <p className="muted small">{line}</p>}
      </div>
      {rows.length === 0 ? (
        <p className="muted">{none}</p>
      ) : (
        <table className="attendance-shares" aria-labelledby={id}>
          <thead>
            <tr>
              <th scope="col" className="attendance-name">
                {of}
              </th>
              <th scope="col">
                <span className="unseen">As a bar</span>
              </th>
              <th scope="col" className="number">
                <Key /> Came
              </th>
              {absent === undefined ? null : (
                <th scope="col" className="number">
                  <Key hollow /> {absent}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.name}>
                <th scope="row">{row.name}</th>
                <td>
                  <ShareBar row={row} most={most} />
                </td>
                <td className="number">{countWords(row.came)}</td>
                {absent === undefined ? null : <td className="number">{countWords(row.absent ?? 0)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** Filled for those who came, hollow for those who did not: told apart without any colour. */
function ShareBar({ row, most }: { row: Row; most: number }) {
  const { came, absent = 0 } = row.isTogether === true ? { came: 0 } : row
  return (
    <svg className="attendance-bar" viewBox={`0 0 ${most} 10`} preserveAspectRatio="none" aria-hidden>
      {absent === 0 ? null : <rect className="hollow" x={came} width={absent} y={0} height={10} />}
      {came === 0 ? null : <rect className="full" x={0} width={came} y={0} height={10} />}
    </svg>
  )
}

function Key({ hollow = false }: { hollow?: boolean }) {
  return (
    <svg className="attendance-key" viewBox="0 0 10 10" aria-hidden>
      <rect className={hollow ? 'hollow' : 'full'} x={0} y={0} width={10} height={10} />
    </svg>
  )
}
