/** The attendance in numbers and plots, without anybody's name: the same for the steward and for the organiser. */
import type { ReactNode } from 'react'
import type { AttendanceNumbers as Numbers } from '../../../shared/contract/attendance.ts'
import { OverTimeCard } from '../numbers/over-time-card.tsx'
import { ShareTable } from '../numbers/share-table.tsx'
import { WayOutShares } from '../way-out/way-out-shares.tsx'
import {
  absentHeading,
  ARRIVALS,
  arrivalsOverTime,
  figuresOf,
  organisationRows,
  sectorRows,
  timeRows,
  timeWords,
  uncountedWords,
  wayRows,
} from './words.ts'
import '../numbers/numbers.css'

/** `children` stand under the figures, above the plots. */
export function AttendanceNumbers({ numbers, now, children }: { numbers: Numbers; now: Date; children?: ReactNode }) {
  return (
    <div className="numbers stack gap-4">
      <Figures numbers={numbers} now={now} />
      {children}
      <OverTimeCard
        overTime={arrivalsOverTime(numbers)}
        counted={ARRIVALS}
        whole={numbers.totals.came}
        everybody={numbers.totals.came + numbers.totals.absent}
        now={now}
      />
      <Shares numbers={numbers} />
      <WayOutShares />
      <Uncounted numbers={numbers} />
    </div>
  )
}

export function Figures({ numbers, now }: { numbers: Numbers; now: Date }) {
  return (
    <ul className="numbers-figures figures" aria-label="How many">
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
    <div className="numbers-halves one-upright columns top">
      <ShareTable
        title="By sector"
        of="Sector"
        rows={sectorRows(numbers.sectors)}
        full="Came"
        hollow={absent}
        none="Nobody is on the list yet."
      />
      <ShareTable
        title="By organisation"
        of="Organisation"
        rows={organisationRows(numbers)}
        full="Came"
        hollow={absent}
        none="Nobody is on the list yet."
      />
      <ShareTable
        title="How they came in"
        of="How"
        full="Came"
        rows={wayRows(numbers.ways)}
        none="Nobody has come yet."
      />
      <ShareTable
        title="In time for the programme"
        of="When"
        full="Came"
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
