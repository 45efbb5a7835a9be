/** One page of the sign-in sheet as it comes out of the printer. */
import { memo } from 'react'
import { REHEARSAL_WORDS } from '../../../components/rehearsal-mark.tsx'
import { asDrawn } from '../../../components/undrawn/letters.ts'
import { clockOf } from '../../../words/times.ts'
import { underTable } from '../../../words/table-words.ts'
import type { Paper } from './sheet-layout.ts'
import type { SheetPage, SheetRow } from './sheet-pages.ts'

/** What every page of a sheet says. */
export type SheetWords = {
  event: string
  /** `Tuesday 12 December 2023, The NEC`. */
  where: string
  /** `Sign-in sheet A–K`. */
  title: string
  /** An event of several days: the day is written in by hand. */
  severalDays: boolean
  privacy: string
  printed: string
  rehearsal: boolean
}

/** `undrawn`: the letters that this tablet cannot draw. */
type Props = { page: SheetPage; of: number; paper: Paper; words: SheetWords; undrawn: ReadonlySet<string> }

export const SheetView = memo(function SheetView({ page, of, paper, words, undrawn }: Props) {
  const look = `${paper.landscape ? 'landscape' : 'portrait'} ${paper.large ? 'large' : ''}`.trim()
  return (
    <section className={`paper-sheet ${look}`} aria-label={`Page ${page.number} of ${of}`}>
      <header>
        <p className="paper-event">{words.event}</p>
        <p className="paper-guide">{guideOf(page)}</p>
        <p className="paper-where">
          {words.rehearsal ? <b className="rehearsal-mark">{REHEARSAL_WORDS}</b> : null} {words.where}
          {words.severalDays ? <span className="paper-day">Day</span> : null}
        </p>
        <p className="paper-number">
          {words.title} · page {page.number} of {of}
        </p>
      </header>
      <table>
        <colgroup>
          <col className="paper-name" />
          <col className="paper-organisation" />
          <col className="paper-table" />
          <col className="paper-time" />
          <col className="paper-time" />
          <col className="paper-initials" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Organisation</th>
            <th scope="col">Table</th>
            <th scope="col">Time in</th>
            <th scope="col">Time out</th>
            <th scope="col">Initials</th>
          </tr>
        </thead>
        <tbody>
          {page.rows.map((row) => (
            <Row key={row.key} row={row} undrawn={undrawn} />
          ))}
        </tbody>
      </table>
      <footer>
        <p>{words.privacy}</p>
        <p>{words.printed}</p>
      </footer>
    </section>
  )
})

function Row({ row, undrawn }: { row: SheetRow; undrawn: ReadonlySet<string> }) {
  switch (row.kind) {
    case 'letter':
      return (
        <tr className="paper-letter">
          <th scope="rowgroup" colSpan={6}>
            {row.letter === '#' ? 'Other letters' : row.letter}
            {row.again ? <span> continued</span> : null}
          </th>
        </tr>
      )
    case 'blanks':
      return (
        <tr className="paper-letter">
          <th scope="rowgroup" colSpan={6}>
            Not on the list? <span>Please write your name and where you work</span>
          </th>
        </tr>
      )
    case 'blank':
      return (
        <tr className="paper-line">
          <Blank />
          <Blank />
          <Blank />
          <Blank />
          <Blank />
          <Blank />
        </tr>
      )
    case 'person':
      return (
        <tr className="paper-line" data-person={row.line.id} style={{ height: `${row.height}mm` }}>
          <th scope="row">{asDrawn(row.line.name, undrawn)}</th>
          <td>{row.line.organisation}</td>
          <td>{underTable(row.line.table)}</td>
          <td className="paper-here">{row.line.here === null ? null : clockOf(new Date(row.line.here))}</td>
          <Blank />
          <Blank />
        </tr>
      )
  }
}

/** A cell to write in. */
const Blank = () => <td>{null}</td>

/** `K`, or `K – M` where the page goes on to another letter. */
function guideOf({ from, to }: SheetPage): string {
  if (from === null || to === null) return '+'
  const [first, last] = [from.letter, to.letter].map((letter) => (letter === '#' ? '…' : letter))
  return first === last ? (first ?? '') : `${first} – ${last}`
}
