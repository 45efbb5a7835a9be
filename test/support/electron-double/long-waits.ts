/** The long waits of the main process, which a test can let go by. */

/**
 * From now on `setTimeout` of this thread remembers what waits; answers with what lets so many milliseconds be over at once for all
 * that waits exactly so long.
 */
export function rememberWaits(): (milliseconds: number) => void {
  const later = globalThis.setTimeout
  const never = globalThis.clearTimeout
  const waiting = new Map<NodeJS.Timeout, { milliseconds: number; work: () => void }>()
  const remembering = (work: (...given: unknown[]) => void, milliseconds = 0, ...given: unknown[]): NodeJS.Timeout => {
    const timer = later(() => {
      waiting.delete(timer)
      work(...given)
    }, milliseconds)
    waiting.set(timer, { milliseconds, work: () => work(...given) })
    return timer
  }
  globalThis.setTimeout = Object.assign(remembering, later)
  globalThis.clearTimeout = (timer) => {
    if (typeof timer === 'object') waiting.delete(timer)
    never(timer)
  }
  return (milliseconds) => {
    for (const [timer, one] of waiting) {
      if (one.milliseconds !== milliseconds) continue
      clearTimeout(timer)
      one.work()
    }
  }
}
