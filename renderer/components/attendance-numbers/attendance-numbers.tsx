/** The attendance in numbers and plots, without anybody's name: the same for the steward and for the organiser. */
import type { ReactNode } from 'react'
import type { AttendanceNumbers as Numbers } from '../../../shared/contract/attendance.ts'
import { ArrivalsCard } from './arrivals-card.tsx'
import { ShareTable } from './share-table.tsx'
import {
  absentHeading,
  figuresOf,
  organisationRows,
  sectorRows,
  timeRows,
  timeWords,
  uncountedWords,
  wayRows,
} from './words.ts'
import './attendance-numbers.css'

/** `children` stand under the figures, above the plots. */
export function AttendanceNumbers({ numbers, now, children }: { numbers: Numbers; now: Date; children?: ReactNode }) {
  return (
    <div className="attendance stack gap-4">
      <Figures numbers={numbers} now={now} />
      {children}
      <ArrivalsCard numbers={numbers} now={now} />
      <Shares numbers={numbers} />
      <Uncounted numbers={numbers} />
    </div>
  )
}

export function Figures({ numbers, now }: { numbers: Numbers; now: Date }) {
  return (
    <ul className="attendance-figures figures" aria-label="How many">
      {figuresOf(numbers, now).map(({ id, number, words, more }) => (
        <li key={id} className="card">
          <b>{number}</b> <span className="strong">{words}</span>
          <p className="muted small">{more}</p>
        </li>
      ))}
    </ul>
  )
}

export function Shares({ numbers }: { numbers: Numbers }) {
  const absent = absentHeading(numbers.over)
  return (
    <div className="attendance-halves one-upright columns top">
      <ShareTable
        title="By sector"
        of="Sector"
        rows={sectorRows(numbers.sectors)}
        absent={absent}
        none="Nobody is on the list yet."
      />
      <ShareTable
        title="By organisation"
        of="Organisation"
        rows={organisationRows(numbers)}
        absent={absent}
        none="Nobody is on the list yet."
      />
      <ShareTable title="How they came in" of="How" rows={wayRows(numbers.ways)} none="Nobody has come yet." />
      <ShareTable
        title="In time for the programme"
        of="When"
        rows={timeRows(numbers.punctuality)}
        line={timeWords(numbers.punctuality)}
        none="Nobody has come on a day of the programme."
      />
    </div>
  )
}

export function Uncounted({ numbers }: { numbers: Numbers }) {
  const words = uncountedWords(numbers.totals)
  return words === '' ? null : <p className="muted small">{words}</p>
}
