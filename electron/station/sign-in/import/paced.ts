/** Long work in small steps, so that whoever stands at another screen is answered between them. */
import { createYielder, inSlices } from '../../../slices.ts'

/** Tells how far it is so often at most. Milliseconds. */
const TELL = 100

/** The steps with a breath between slices. Throws the signal's reason once nobody waits for it any more. */
export async function* paced<Step, T>(
  steps: Generator<Step, T>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Step, T> {
  const yielder = createYielder()
  let told = performance.now()
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    if (!yielder.isDue()) continue
    await yielder.giveWay(signal)
    if (performance.now() - told < TELL) continue
    told = performance.now()
    yield step.value
  }
}

/** The same of what is to come to its end though nobody waits for it any more: `failed` hears where it does not. */
export async function* toTheEnd<Step, T>(
  steps: Generator<Step, T>,
  failed: (error: unknown) => void,
): AsyncGenerator<Step, T> {
  let isOver = false
  try {
    const end = yield* paced(steps, undefined)
    isOver = true
    return end
  } catch (error) {
    isOver = true
    throw error
  } finally {
    if (!isOver) inSlices(steps).catch(failed)
  }
}
