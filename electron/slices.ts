/** Long work in short slices, so that whoever stands at another screen is answered between them. */

/** Works so long before the others have their turn. Milliseconds. */
const SLICE = 12

/**
 * How long to leave others their turn after a step that took so long. Milliseconds. Another program that waits for the data looks ten times a
 * second, mostly: it has to find it free often enough, however slow the machine is.
 */
export const gapAfter = (took: number): number => Math.max(5, took / 3)

/** Leaves other programs that long; nothing else happens in this one meanwhile. */
const pause = (milliseconds: number): void =>
  void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)

/** Does something after so many milliseconds, unless what it answers is called before. */
export type After = (milliseconds: number, what: () => void) => () => void

/** As the machine’s own clock says. */
export const afterThat: After = (milliseconds, what) => {
  const timer = setTimeout(what, milliseconds).unref()
  return () => clearTimeout(timer)
}

/** Whose turn it is: ask after each small step; where it is due, give it. */
export function createYielder() {
  let since = performance.now()
  return {
    isDue: (): boolean => performance.now() - since >= SLICE,
    /** The others' turn: whatever has arrived meanwhile is answered first. Throws the signal's reason once nobody waits for the work. */
    async giveWay(signal?: AbortSignal): Promise<void> {
      await new Promise<void>((resolve) => void setImmediate(resolve))
      signal?.throwIfAborted()
      since = performance.now()
    },
  }
}

/** The same steps, each of which says this. */
export function* saying<Said, T>(said: Said, steps: Generator<unknown, T>): Generator<Said, T> {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    yield said
  }
}

/** All steps at once, for a program that nobody else waits for. */
export function drain<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** All steps, in a program in which nobody else waits; other programs that use the same data have their turn in between. */
export function withGaps<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const started = performance.now()
    const step = steps.next()
    if (step.done === true) return step.value
    pause(gapAfter(performance.now() - started))
  }
}

/** All steps, with turns for whoever stands at another screen. Throws the signal's reason once nobody waits for them. */
export async function inSlices<T>(steps: Generator<unknown, T>, signal?: AbortSignal): Promise<T> {
  const yielder = createYielder()
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    if (yielder.isDue()) await yielder.giveWay(signal)
  }
}
