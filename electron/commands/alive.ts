/** Shows that long work lives: a word now and then, from a thread of its own, for the work leaves its own thread no moment. */
import { Worker } from 'node:worker_threads'

/** `after`, `every`: milliseconds until the first word, and between one and the next. `to`: where the words go, an open file. */
export type Signs = { after: number; every: number; to: number }

/** Where a person looks at the words of programs. */
const USUAL: Signs = { after: 3000, every: 5000, to: 2 }

/** From now on, until what it answers is called. */
export function showLife(signs: Signs = USUAL): () => Promise<void> {
  const worker = new Worker(new URL('./alive-thread.ts', import.meta.url), { workerData: signs })
  worker.unref()
  // Words less or more change nothing of the work.
  worker.on('error', () => undefined)
  return async () => void (await worker.terminate())
}
