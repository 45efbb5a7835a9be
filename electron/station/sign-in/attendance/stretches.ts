/** Arrivals by five minutes, and by longer stretches only where there would be too many to answer with. */

const MINUTE = 60 * 1000
/** Two busy days of twelve hours, each in five minutes, and room to spare. */
const MOST_STRETCHES = 600
const DAY = 24 * 60
/** Minutes; twice as long as the last from there on. */
const LENGTHS = [5, 15, 60, DAY, 7 * DAY, 28 * DAY]

export type Stretches = { minutes: number; stretches: { from: string; came: number }[] }

/** So many came at `at`, an ISO instant. */
export type Arrivals = { at: string; came: number }

/**
 * How many came in each stretch, oldest first, without the empty ones; `arrivals` in any order. The stretches are as short
 * as they can be without there being more than `most` of them, however long the station stood open.
 */
export function stretchesOf(arrivals: readonly Arrivals[], most = MOST_STRETCHES): Stretches {
  let minutes = 5
  // From here on each five minutes is one, however many came in it.
  const fives = [
    ...countBy(
      arrivals.map(({ at, came }): [number, number] => [Date.parse(at), came]),
      minutes,
    ),
  ]
  let counts = new Map(fives)
  for (let next = 1; counts.size > most; next += 1) {
    minutes = LENGTHS[next] ?? minutes * 2
    counts = countBy(fives, minutes)
  }
  return {
    minutes,
    stretches: [...counts]
      .toSorted(([one], [other]) => one - other)
      .map(([from, came]) => ({ from: new Date(from).toISOString(), came })),
  }
}

function countBy(arrivals: readonly (readonly [time: number, came: number])[], minutes: number): Map<number, number> {
  const length = minutes * MINUTE
  const counts = new Map<number, number>()
  for (const [time, came] of arrivals) {
    const from = Math.floor(time / length) * length
    counts.set(from, (counts.get(from) ?? 0) + came)
  }
  return counts
}
