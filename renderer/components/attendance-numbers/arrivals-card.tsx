/** The arrivals of a day as a plot, and the same numbers as a table. */
import { useState } from 'react'
import type { AttendanceNumbers } from '../../../shared/contract/attendance.ts'
import { Narrow, Segments } from '../lists/segments.tsx'
import { countWords } from '../tree-totals.ts'
import { ArrivalsPlot } from './arrivals-plot.tsx'
import { type ArrivalPlot, daysOf, plotOf, usualDay } from './plot.ts'
import { dayWords, markWords, plotCaption } from './words.ts'

/** So many days are chosen from at a glance; more of them from a list. */
const FEW = 3

export function ArrivalsCard({ numbers, now }: { numbers: AttendanceNumbers; now: Date }) {
  const { arrivals, totals } = numbers
  const days = daysOf(arrivals.stretches)
  const [chosen, setChosen] = useState<string | null>(null)
  const day = days.some((one) => one.day === chosen) ? chosen : usualDay(days, now)
  const plot = plotOf(arrivals, day, now)
  const hasChoice = days.length > 1 && arrivals.minutes <= 60
  return (
    <section className="card attendance-card stack gap-3" aria-labelledby="attendance-arrivals">
      <div className="attendance-head">
        <div className="grow">
          <h2 id="attendance-arrivals">Arrivals</h2>
          <p className="muted small">
            {day === null || arrivals.minutes > 60 ? '' : `${dayWords(day)}. `}
            {plotCaption(plot)}
          </p>
        </div>
        {!hasChoice || day === null ? null : days.length <= FEW ? (
          <Segments
            name="Day"
            value={day}
            options={days.map((one) => ({
              value: one.day,
              label: dayWords(one.day, true),
              count: countWords(one.came),
            }))}
            onChange={setChosen}
          />
        ) : (
          <Narrow
            label="Day"
            value={day}
            options={days.map((one) => ({
              value: one.day,
              label: `${dayWords(one.day, true)}: ${countWords(one.came)}`,
            }))}
            onChange={setChosen}
          />
        )}
      </div>
      <ArrivalsPlot plot={plot} came={totals.came} everybody={totals.came + totals.absent} />
      {plot.lines.length === 0 ? null : (
        <details className="attendance-details">
          <summary>The same as a table</summary>
          <ArrivalsTable plot={plot} />
        </details>
      )}
    </section>
  )
}

/** `part`: only some of its lines, for a page that sets them in columns. */
export function ArrivalsTable({ plot, part }: { plot: ArrivalPlot; part?: { from: number; to: number } }) {
  const lines = part === undefined ? plot.lines : plot.lines.slice(part.from, part.to)
  return (
    <table className="attendance-lines" aria-label="Arrivals">
      <thead>
        <tr>
          <th scope="col">From</th>
          <th scope="col" className="number">
            Came
          </th>
          <th scope="col" className="number">
            In all
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ from, came, all }) => (
          <tr key={from}>
            <th scope="row">{markWords(from, plot.minutes)}</th>
            <td className="number">{countWords(came)}</td>
            <td className="number">{countWords(all)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
