/** Long work in small steps, so that whoever stands at another screen is answered between them. */
import { createTurns } from '../../../turns.ts'

/** Yields how far it is, and returns what came of it. */
export type Steps<T> = Generator<{ done: number; of: number }, T>

/** Tells how far it is so often at most. Milliseconds. */
const TELL = 100

/** Long enough for what was just said to be on its way to the screen, before nothing is said for a while. */
export const toHear = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 60))

/** The steps with a breath between slices. Throws the signal's reason once nobody waits for it any more. */
export async function* paced<Step, T>(
  steps: Generator<Step, T>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Step, T> {
  const turns = createTurns()
  let told = performance.now()
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    if (!turns.isDue()) continue
    await turns.give(signal)
    if (performance.now() - told < TELL) continue
    told = performance.now()
    yield step.value
  }
}
