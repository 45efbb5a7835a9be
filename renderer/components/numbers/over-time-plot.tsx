/** When it was: how many in all by then, and how many in each five minutes, over one axis of time. */
import { marksTo, timeMarks, type TimePlot } from './plot.ts'
import { type Counted, markWords, plotSentence } from './words.ts'
import { countWords } from '../tree-totals.ts'

type Props = { plot: TimePlot; counted: Counted; whole: number; everybody: number | null }

/** `whole`: on every day; `everybody`: all that there may be at most, null where nobody knows. */
export function OverTimePlot({ plot, counted, whole, everybody }: Props) {
  const { bars, all, busiest, minutes } = plot
  const width = bars.length
  const most = Math.max(everybody ?? 0, all.at(-1) ?? 0)
  const sums = marksTo(most)
  // A little room above the tallest bar, for its number.
  const tops = marksTo(Math.max(...bars.map(({ count }) => count)) * 1.15)
  const [high, top] = [sums.at(-1) ?? 1, tops.at(-1) ?? 1]
  const before = (all[0] ?? 0) - (bars[0]?.count ?? 0)
  const line = [`0,${high - before}`, ...all.map((sum, index) => `${index + 1},${high - sum}`)].join(' ')
  const tallest = busiest === null ? -1 : bars.findIndex(({ from }) => from === busiest.from)
  // The label of the line stands where the curve is low.
  const side = (all[Math.floor(width / 5)] ?? most) < most / 2 ? 'left' : 'right'
  const share = (part: number, of: number) => `${((part / of) * 100).toFixed(2)}%`
  return (
    <figure className="numbers-plot" role="img" aria-label={plotSentence(plot, whole, counted)}>
      <p className="numbers-axis-name" aria-hidden>
        {counted.sum}
      </p>
      <Scale marks={sums} high={high} />
      <div className="numbers-frame all">
        <svg viewBox={`0 0 ${width} ${high}`} preserveAspectRatio="none" aria-hidden>
          <Grid marks={sums} high={high} width={width} />
          <polygon className="ground" points={`0,${high} ${line} ${all.length},${high}`} />
          <polyline className="line" points={line} />
          {everybody === null || everybody === 0 ? null : (
            <line className="everybody" x1={0} x2={width} y1={high - everybody} y2={high - everybody} />
          )}
        </svg>
        {everybody === null || everybody === 0 ? null : (
          <span
            className={`numbers-everybody ${side} ${everybody / high > 0.8 ? 'under' : ''}`.trim()}
            style={{ bottom: share(everybody, high) }}
            aria-hidden
          >
            Everybody: {countWords(everybody)}
          </span>
        )}
      </div>
      <p className="numbers-axis-name" aria-hidden>
        Each {minutes === 5 ? 'five minutes' : minutes === 60 ? 'hour' : minutes === 1440 ? 'day' : 'stretch'}
      </p>
      <Scale marks={tops} high={top} />
      <div className="numbers-frame each">
        <svg viewBox={`0 0 ${width} ${top}`} preserveAspectRatio="none" aria-hidden>
          <Grid marks={tops} high={top} width={width} />
          {bars.map(({ from, count, when }, index) =>
            count === 0 ? null : (
              <rect
                key={from}
                className={when === 'now' ? 'bar now' : 'bar'}
                x={index + 0.1}
                width={0.8}
                y={top - count}
                height={count}
              />
            ),
          )}
        </svg>
        {tallest < 0 || busiest === null ? null : (
          <b
            className="numbers-tallest"
            style={{ left: share(tallest + 0.5, width), bottom: share(busiest.count, top) }}
            aria-hidden
          >
            {countWords(busiest.count)}
          </b>
        )}
      </div>
      <div className="numbers-times" aria-hidden>
        {timeMarks(bars, minutes).map((index) => (
          <span key={index} style={{ left: share(index, width) }}>
            {markWords(bars[index]?.from ?? 0, minutes)}
          </span>
        ))}
      </div>
    </figure>
  )
}

function Scale({ marks, high }: { marks: readonly number[]; high: number }) {
  return (
    <div className="numbers-scale" aria-hidden>
      {marks.map((mark) => (
        <span key={mark} style={{ bottom: `${((mark / high) * 100).toFixed(2)}%` }}>
          {countWords(mark)}
        </span>
      ))}
    </div>
  )
}

function Grid({ marks, high, width }: { marks: readonly number[]; high: number; width: number }) {
  return marks.map((mark) => (
    <line
      key={mark}
      className={mark === 0 ? 'grid floor' : 'grid'}
      x1={0}
      x2={width}
      y1={high - mark}
      y2={high - mark}
    />
  ))
}
