/** Long work in short slices, so that whoever stands at another screen is answered between them. */

/** Works so long before the others have their turn. Milliseconds. */
const SLICE = 12

/** Long enough that another program which waits for the data finds it free now and then: it looks every few milliseconds, then less often. */
export const GAP = 5

/** Leaves other programs their turn; nothing else happens in this one meanwhile. */
export const pause = (): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, GAP)

/** Whose turn it is: ask after each small step; where it is due, give it. */
export function createTurns() {
  let since = performance.now()
  return {
    isDue: (): boolean => performance.now() - since >= SLICE,
    /** The others' turn: whatever has arrived meanwhile is answered first. Throws the signal's reason once nobody waits for the work. */
    async give(signal?: AbortSignal): Promise<void> {
      await new Promise<void>((resolve) => void setImmediate(resolve))
      signal?.throwIfAborted()
      since = performance.now()
    },
  }
}

/** All steps at once, for a program that nobody else waits for. */
export function drain<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** All steps, with turns for whoever stands at another screen. Throws the signal's reason once nobody waits for them. */
export async function inTurns<T>(steps: Generator<unknown, T>, signal?: AbortSignal): Promise<T> {
  const turns = createTurns()
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    if (turns.isDue()) await turns.give(signal)
  }
}
