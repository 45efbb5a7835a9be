/** Whose badges are still to be printed because they have just come in: none lost, none twice. Pure. */
import { z } from 'zod'

const arrivalSchema = z.object({ delegate: z.string(), at: z.string() })
export type Arrival = z.infer<typeof arrivalSchema>

const queueSchema = z.object({
  /** In the order they came. */
  waiting: z.array(arrivalSchema),
  /** Those whose print failed, until a steward has seen it. */
  failed: z.array(arrivalSchema),
  /** Arrivals that were dealt with, so that none is printed twice however often it is told. */
  seen: z.array(z.string()),
})
type ArrivalQueue = z.infer<typeof queueSchema>

const EMPTY_QUEUE: ArrivalQueue = { waiting: [], failed: [], seen: [] }

/** An arrival is told again only while it stands on the desk's screen, which shows fewer than this. */
const REMEMBERED = 300

const keyOf = ({ delegate, at }: Arrival): string => `${delegate} ${at}`

/** `arrivals` in the order they came. Without `printing` they are only remembered: turning it on later prints nobody twice. */
export function withArrivals(queue: ArrivalQueue, arrivals: readonly Arrival[], printing: boolean): ArrivalQueue {
  const seen = new Set(queue.seen)
  const fresh = arrivals.filter((arrival) => {
    const isNew = !seen.has(keyOf(arrival))
    seen.add(keyOf(arrival))
    return isNew
  })
  if (fresh.length === 0) return queue
  return {
    ...queue,
    waiting: printing ? [...queue.waiting, ...fresh] : queue.waiting,
    seen: [...queue.seen, ...fresh.map(keyOf)].slice(-REMEMBERED),
  }
}

const others = (list: readonly Arrival[], arrival: Arrival): Arrival[] =>
  list.filter((one) => keyOf(one) !== keyOf(arrival))

/** After the print of this arrival went to the printer, or did not. */
export const afterPrint = (queue: ArrivalQueue, arrival: Arrival, sent: boolean): ArrivalQueue => ({
  ...queue,
  waiting: others(queue.waiting, arrival),
  failed: sent ? queue.failed : [...others(queue.failed, arrival), arrival],
})

/** The steward has seen what failed: `again` puts it back at the end of the queue. */
export const failuresSeen = (queue: ArrivalQueue, again: boolean): ArrivalQueue => ({
  ...queue,
  waiting: again ? [...queue.waiting, ...queue.failed] : queue.waiting,
  failed: [],
})

/** What was kept over a reload; an empty queue where it cannot be read. */
export function readQueue(text: string | null): ArrivalQueue {
  if (text === null) return EMPTY_QUEUE
  try {
    return queueSchema.parse(JSON.parse(text))
  } catch {
    return EMPTY_QUEUE
  }
}
