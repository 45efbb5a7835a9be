/** The numbers on paper: A4, the plot and every table, in ink. */
import type { AttendanceNumbers } from '../../../shared/contract/attendance.ts'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import { daysInWords } from '../../words/days.ts'
import { PrintSheet } from '../print-sheet.tsx'
import { ArrivalsTable } from './arrivals-card.tsx'
import { ArrivalsPlot } from './arrivals-plot.tsx'
import { Figures, Shares, Uncounted } from './attendance-numbers.tsx'
import { daysOf, plotOf } from './plot.ts'
import { asOfWords, dayWords, plotCaption } from './words.ts'

/** The table of arrivals is set in so many columns. */
const COLUMNS = 4

type Props = { numbers: AttendanceNumbers; pack: EventPack; rehearsal: boolean; now: Date; onDone: () => void }

export function PrintNumbers({ numbers, pack, rehearsal, now, onDone }: Props) {
  const { arrivals, totals } = numbers
  // Paper has no choice of days to touch: each stands under the one before.
  const days = arrivals.minutes > 60 ? [] : daysOf(arrivals.stretches)
  const plots = (days.length === 0 ? [null] : days.map(({ day }) => day)).map((day) => ({
    day,
    plot: plotOf(arrivals, day, now),
  }))
  return (
    <PrintSheet onDone={onDone}>
      <div className="attendance stack gap-4 attendance-paper">
        <header>
          <Mark rehearsal={rehearsal} />
          <h1>Attendance</h1>
          <p>
            {pack.name}, {pack.venue}, {daysInWords(pack.dates.from, pack.dates.to)}. As at {asOfWords(numbers.asOf)}.
          </p>
        </header>
        <Figures numbers={numbers} now={now} />
        {plots.map(({ day, plot }) => {
          const each = Math.ceil(plot.lines.length / COLUMNS)
          return (
            <section key={day} className="attendance-card stack gap-3">
              <div>
                <h2>Arrivals{day === null ? '' : `, ${dayWords(day)}`}</h2>
                <p>{plotCaption(plot)}</p>
              </div>
              <ArrivalsPlot plot={plot} came={totals.came} everybody={totals.came + totals.absent} />
              {plot.lines.length === 0 ? null : (
                <div className="attendance-columns">
                  {Array.from({ length: Math.ceil(plot.lines.length / each) }, (_, index) => (
                    <ArrivalsTable key={index} plot={plot} part={{ from: index * each, to: (index + 1) * each }} />
                  ))}
                </div>
              )}
            </section>
          )
        })}
        <Mark rehearsal={rehearsal} />
        <Shares numbers={numbers} />
        <Uncounted numbers={numbers} />
      </div>
    </PrintSheet>
  )
}

/** On either page, so that none of them can pass as the real thing. */
function Mark({ rehearsal }: { rehearsal: boolean }) {
  return rehearsal ? <p className="attendance-mark">REHEARSAL – nobody here was really there</p> : null
}
