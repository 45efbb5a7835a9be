/** Long work in small steps, so that whoever stands at another screen is answered between them. */

/** Yields how far it is, and returns what came of it. */
export type Steps<T> = Generator<{ done: number; of: number }, T>

/** All steps at once, for a program that nobody else waits for. */
export function drain<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** Works so long before the others have their turn. Milliseconds. */
const SLICE = 12
/** Tells how far it is so often at most. Milliseconds. */
const TELL = 100

/** The others' turn: whatever has arrived meanwhile is answered first. */
const breath = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))

/** Long enough for what was just said to be on its way to the screen, before nothing is said for a while. */
export const toHear = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 60))

/** The steps with a breath between slices. Throws the signal's reason once nobody waits for it any more. */
export async function* paced<T>(
  steps: Steps<T>,
  signal: AbortSignal | undefined,
): AsyncGenerator<{ done: number; of: number }, T> {
  let told = performance.now()
  let since = told
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    if (performance.now() - since < SLICE) continue
    await breath()
    signal?.throwIfAborted()
    since = performance.now()
    if (since - told < TELL) continue
    told = since
    yield step.value
  }
}
