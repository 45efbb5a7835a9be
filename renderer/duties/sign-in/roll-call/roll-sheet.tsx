/** One page of the roll as it comes out of the printer. */
import type { Standing, Tally } from '../../../../shared/domain/roll-call.ts'
import { RehearsalMark } from '../../../components/rehearsal-mark.tsx'
import { timeOf } from '../../../words/times.ts'
import { tableWords, underTable } from '../../../words/table-words.ts'
import { nameOnLine, type RollLine, type RollPage, type RollPaperRow } from './roll-pages.ts'
import { countOf, people } from './words.ts'
import './roll-paper.css'

/** What the pages of one roll say. */
export type RollSheetWords = {
  title: string
  event: string
  when: string
  printed: string
  isOver: boolean
  rehearsal: boolean
  counts: Tally
  /** How many need help; null where that is not said any more. */
  needing: number | null
}

type Props = { page: RollPage; of: number; words: RollSheetWords; now: Date }

export function RollSheet({ page, of, words, now }: Props) {
  return (
    <section className="roll-paper" aria-label={`Page ${page.number} of ${of}`}>
      <header>
        <div>
          <h1>
            {words.title}
            {page.number === 1 ? '' : ', continued'}
          </h1>
          <RehearsalMark rehearsal={words.rehearsal} />
          <p className="roll-paper-number">
            Page {page.number} of {of}
          </p>
        </div>
        <div>
          <p className="roll-paper-event">{words.event}</p>
          <p className="roll-paper-printed">{words.printed}</p>
        </div>
      </header>
      {page.number === 1 ? <Summary words={words} /> : null}
      <table>
        <colgroup>
          <col className="roll-paper-place" />
          <col className="roll-paper-box" />
          <col className="roll-paper-name" />
          <col className="roll-paper-from" />
          <col className="roll-paper-table" />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">No.</th>
            <th scope="col">
              <span className="unseen">Found</span>
            </th>
            <th scope="col">Name</th>
            <th scope="col">Organisation</th>
            <th scope="col">Table</th>
            <th scope="col">Help, seen, signed out</th>
          </tr>
        </thead>
        <tbody>
          {page.rows.map((row) => (
            <Row key={row.key} row={row} now={now} />
          ))}
        </tbody>
      </table>
      <footer>
        {words.isOver ? null : (
          <p className="roll-paper-sign">
            <span>
              Found on this page: <i /> of {countOf(page.people)}
            </span>
            <span>
              Time: <i />
            </span>
            <span>
              Signature: <i />
            </span>
          </p>
        )}
        <p>
          As this tablet knew it.
          {words.isOver || words.needing === 0 ? '' : ' After use, destroy this paper: it says who needs help.'}
        </p>
      </footer>
    </section>
  )
}

/** Over everything else on the first page: how many, and the line for whoever is in charge. */
function Summary({ words: { counts, when, isOver, needing } }: { words: RollSheetWords }) {
  const { toFind, accounted, left } = counts
  return (
    <div className="roll-paper-summary">
      <p>
        <b>
          {people(toFind + accounted)} {isOver ? 'to account for' : 'to find'}: {countOf(accounted)} found,{' '}
          {countOf(toFind)} {isOver ? 'not accounted for' : 'still to find'}.
        </b>
        {left === 0 ? '' : ` ${people(left)} signed out while it went on.`}
        {needing === 0 ? ' Nobody here has asked for help to get out.' : ''}
      </p>
      <p className="roll-paper-key">
        {when}{' '}
        <span>
          <PaperBox stands="to-find" /> to find
        </span>{' '}
        <span>
          <PaperBox stands="accounted" /> found
        </span>{' '}
        <span>
          <PaperBox stands="left" /> signed out
        </span>{' '}
        {isOver ? null : (
          <span>
            <b className="roll-paper-mark">HELP</b> needs help
          </span>
        )}
      </p>
      {isOver ? null : (
        <p className="roll-paper-sign">
          <span>
            Everybody found, in all: <i /> of {countOf(toFind + accounted)}
          </span>
          <span>
            Time: <i />
          </span>
          <span>
            Signature: <i />
          </span>
        </p>
      )}
    </div>
  )
}

function Row({ row, now }: { row: RollPaperRow; now: Date }) {
  switch (row.kind) {
    case 'title':
      return (
        <tr className="roll-paper-title">
          <th scope="rowgroup" colSpan={6}>
            {row.title}
            {row.again ? <span> (continued)</span> : null}
          </th>
        </tr>
      )
    case 'need':
      return <Need line={row.line} />
    case 'person':
      return <Person line={row.line} now={now} />
    case 'blank':
      return (
        <tr className="roll-paper-blank">
          <td>{null}</td>
          <td>
            <PaperBox stands="to-find" />
          </td>
          <td colSpan={4}>{null}</td>
        </tr>
      )
  }
}

/** Whole, on as many lines as it takes: name, table, and what is needed. */
function Need({ line: { person, stands, number } }: { line: RollLine }) {
  return (
    <tr className="roll-paper-need" data-need={person.id}>
      <td>{number}</td>
      <td>
        <PaperBox stands={stands} />
      </td>
      <th scope="row">{person.name}</th>
      <td colSpan={3}>
        <b>{person.table === '' ? 'No table' : tableWords(person.table)}</b>: {person.access}
      </td>
    </tr>
  )
}

/** Longer ones stand on two small lines: the number is often what they end in. */
const LONG_TABLE = 11

function Person({ line: { person, stands, number }, now }: { line: RollLine; now: Date }) {
  const { before, word, after, small } = nameOnLine(person.name)
  const needs = person.access !== ''
  const table = underTable(person.table)
  return (
    <tr className={needs ? 'roll-paper-line helped' : 'roll-paper-line'} data-person={person.id}>
      <td>{number}</td>
      <td>
        <PaperBox stands={stands} />
      </td>
      <th scope="row" className={small ? 'small' : undefined}>
        {before}
        <b>{word}</b>
        {after}
      </th>
      <td>{person.organisation}</td>
      <td>{table.length > LONG_TABLE ? <span className="roll-paper-two">{table}</span> : table}</td>
      <td>
        {needs ? <b className="roll-paper-mark">HELP</b> : null} {noteOf(person, stands, now)}
      </td>
    </tr>
  )
}

function noteOf(person: RollLine['person'], stands: Standing, now: Date): string {
  if (person.presence === 'left') return `Signed out at ${timeOf(person.since, now)}`
  if (stands === 'accounted')
    return person.tick === null ? 'Found' : `${timeOf(person.tick.at, now)} by ${person.tick.by}`
  if (person.access !== '') return person.access
  return person.elsewhere === null ? '' : `In another roll call, ${timeOf(person.elsewhere.at, now)}`
}

/** Drawn, not written: a font may lack a tick, and an empty box reads as somebody missing. */
function PaperBox({ stands }: { stands: Standing }) {
  return (
    <svg className="roll-paper-tick" viewBox="0 0 10 10" data-stands={stands} aria-hidden>
      <rect x="0.6" y="0.6" width="8.8" height="8.8" fill="none" stroke="#000" strokeWidth="1.2" />
      {stands === 'accounted' ? (
        <path d="M2 5.2L4.2 7.6L8 2.2" fill="none" stroke="#000" strokeWidth="1.7" strokeLinecap="square" />
      ) : stands === 'left' ? (
        <path d="M2.4 5H7.6" fill="none" stroke="#000" strokeWidth="1.5" />
      ) : null}
    </svg>
  )
}
