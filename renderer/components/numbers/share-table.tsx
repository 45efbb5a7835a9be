/** How many of each of a few, as bars in a table: the numbers stand beside their bars. */
import { useId } from 'react'
import { countWords } from '../tree-totals.ts'
import { scaleOf, type Share } from './scale.ts'

type Props = {
  title: string
  /** What each row is one of: “Sector”. */
  of: string
  rows: readonly Share[]
  /** The headings of what the bars show: the filled part, and the hollow one where there is any. */
  full: string
  hollow?: string | undefined
  /** The heading of what else is told of each. */
  more?: string
  /** A quiet line under the title. */
  line?: string
  /** Said where there is no row. */
  none: string
}

export function ShareTable({ title, of, rows, full, hollow, more, line, none }: Props) {
  const id = useId()
  const most = scaleOf(rows)
  return (
    <section className="card numbers-card stack gap-3" aria-labelledby={id}>
      <div>
        <h2 id={id}>{title}</h2>
        {line === undefined ? null : <p className="muted small">{line}</p>}
      </div>
      {rows.length === 0 ? (
        <p className="muted">{none}</p>
      ) : (
        <table className="numbers-shares" aria-labelledby={id}>
          <thead>
            <tr>
              <th scope="col" className="numbers-name">
                {of}
              </th>
              <th scope="col">
                <span className="unseen">As a bar</span>
              </th>
              <th scope="col" className="number">
                <Key /> {full}
              </th>
              {hollow === undefined ? null : (
                <th scope="col" className="number">
                  <Key hollow /> {hollow}
                </th>
              )}
              {more === undefined ? null : (
                <th scope="col" className="number">
                  {more}
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
                <td className="number">{countWords(row.full)}</td>
                {hollow === undefined ? null : <td className="number">{countWords(row.hollow ?? 0)}</td>}
                {more === undefined ? null : <td className="number">{row.more ?? ''}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** Filled for those who did, hollow for those who did not: told apart without any colour. */
function ShareBar({ row: { full, hollow = 0, rest = false }, most }: { row: Share; most: number }) {
  return (
    <svg className="numbers-bar" viewBox={`0 0 ${most} 10`} preserveAspectRatio="none" aria-hidden>
      {rest || hollow === 0 ? null : <rect className="hollow" x={full} width={hollow} y={0} height={10} />}
      {rest || full === 0 ? null : <rect className="full" x={0} width={full} y={0} height={10} />}
    </svg>
  )
}

function Key({ hollow = false }: { hollow?: boolean }) {
  return (
    <svg className="numbers-key" viewBox="0 0 10 10" aria-hidden>
      <rect className={hollow ? 'hollow' : 'full'} x={0} y={0} width={10} height={10} />
    </svg>
  )
}
