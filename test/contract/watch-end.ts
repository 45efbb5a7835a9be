/** Watches what the station does for whoever asked, so that a test can wait for its end and never for time. */

/** What was begun, and what has come to its end, in whichever way. */
export function createWatch() {
  let begun = 0
  let over = 0
  const waiting: { count: number; wake: () => void }[] = []
  const end = (): void => {
    over += 1
    for (const { count, wake } of waiting) if (over >= count) wake()
  }
  return {
    begun: () => begun,
    /** Resolves once so many have come to their end. */
    ended: (count: number): Promise<void> =>
      over >= count ? Promise.resolve() : new Promise((wake) => void waiting.push({ count, wake })),
    /** The same steps, watched. */
    async *steps<T>(from: AsyncGenerator<T>): AsyncGenerator<T> {
      begun += 1
      try {
        yield* from
      } finally {
        await from.return(undefined)
        end()
      }
    },
    /** The same answer, watched. */
    async answer<T>(from: Promise<T>): Promise<T> {
      begun += 1
      try {
        return await from
      } finally {
        end()
      }
    },
  }
}

/** Resolves once nobody waits for the answer any more. */
export const takenBack = (signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve) => {
    if (signal?.aborted === true) resolve()
    else signal?.addEventListener('abort', () => resolve())
  })
