/** What came over a day as a plot, and the same numbers as a table. */
import { useId, useState } from 'react'
import { Narrow, Segments } from '../lists/segments.tsx'
import { countWords } from '../tree-totals.ts'
import { OverTimePlot } from './over-time-plot.tsx'
import { daysOf, type OverTime, plotOf, type TimePlot, usualDay } from './plot.ts'
import { type Counted, dayWords, markWords, plotCaption } from './words.ts'

/** So many days are chosen from at a glance; more of them from a list. */
const FEW = 3

type Props = {
  overTime: OverTime
  counted: Counted
  /** In all, on every day. */
  whole: number
  /** All that there may be at most; null where nobody knows. */
  everybody?: number | null
  now: Date
}

export function OverTimeCard({ overTime, counted, whole, everybody = null, now }: Props) {
  const id = useId()
  const days = daysOf(overTime.stretches)
  const [chosen, setChosen] = useState<string | null>(null)
  const day = days.some((one) => one.day === chosen) ? chosen : usualDay(days, now)
  const plot = plotOf(overTime, day, now)
  const hasChoice = days.length > 1 && overTime.minutes <= 60
  return (
    <section className="card numbers-card stack gap-3" aria-labelledby={id}>
      <div className="numbers-head">
        <div className="grow">
          <h2 id={id}>{counted.name}</h2>
          <p className="muted small">
            {day === null || overTime.minutes > 60 ? '' : `${dayWords(day)}. `}
            {plotCaption(plot, counted)}
          </p>
        </div>
        {!hasChoice || day === null ? null : days.length <= FEW ? (
          <Segments
            name="Day"
            value={day}
            options={days.map((one) => ({
              value: one.day,
              label: dayWords(one.day, true),
              count: countWords(one.count),
            }))}
            onChange={setChosen}
          />
        ) : (
          <Narrow
            label="Day"
            value={day}
            options={days.map((one) => ({
              value: one.day,
              label: `${dayWords(one.day, true)}: ${countWords(one.count)}`,
            }))}
            onChange={setChosen}
          />
        )}
      </div>
      <OverTimePlot plot={plot} counted={counted} whole={whole} everybody={everybody} />
      {plot.lines.length === 0 ? null : (
        <details className="numbers-details">
          <summary>The same as a table</summary>
          <OverTimeTable plot={plot} counted={counted} />
        </details>
      )}
    </section>
  )
}

/** The table of a printed plot is set in so many columns. */
const COLUMNS = 4

/** On paper, where there is no choice of days to touch: each day stands under the one before, with its table. */
export function OverTimeOnPaper({ overTime, counted, whole, everybody = null, now }: Props) {
  const days = overTime.minutes > 60 ? [] : daysOf(overTime.stretches)
  return (days.length === 0 ? [null] : days.map(({ day }) => day)).map((day) => {
    const plot = plotOf(overTime, day, now)
    const each = Math.ceil(plot.lines.length / COLUMNS)
    return (
      <section key={day} className="numbers-card stack gap-3">
        <div>
          <h2>
            {counted.name}
            {day === null ? '' : `, ${dayWords(day)}`}
          </h2>
          <p>{plotCaption(plot, counted)}</p>
        </div>
        <OverTimePlot plot={plot} counted={counted} whole={whole} everybody={everybody} />
        {plot.lines.length === 0 ? null : (
          <div className="numbers-columns">
            {Array.from({ length: Math.ceil(plot.lines.length / each) }, (_, index) => (
              <OverTimeTable
                key={index}
                plot={plot}
                counted={counted}
                part={{ from: index * each, to: (index + 1) * each }}
              />
            ))}
          </div>
        )}
      </section>
    )
  })
}

/** `part`: only some of its lines, for a page that sets them in columns. */
function OverTimeTable({
  plot,
  counted,
  part,
}: {
  plot: TimePlot
  counted: Counted
  part?: { from: number; to: number }
}) {
  const lines = part === undefined ? plot.lines : plot.lines.slice(part.from, part.to)
  return (
    <table className="numbers-lines" aria-label={counted.name}>
      <thead>
        <tr>
          <th scope="col">From</th>
          <th scope="col" className="number">
            {counted.each}
          </th>
          <th scope="col" className="number">
            In all
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ from, count, all }) => (
          <tr key={from}>
            <th scope="row">{markWords(from, plot.minutes)}</th>
            <td className="number">{countWords(count)}</td>
            <td className="number">{countWords(all)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
