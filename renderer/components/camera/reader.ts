/** The page's side of the worker that reads pictures: one picture at a time, and a new worker where one does not answer. */
import type { SeenCode } from './picture.ts'
import type { Look, Reading } from './read-messages.ts'

/** A worker that has not answered by then never will: even a slow tablet reads a picture in a tenth of it. Milliseconds. */
const PATIENCE = 5000

type Reader = {
  /** The codes in the picture, in its pixels; none where it could not be read. The picture is the reader's from then on. Never rejects. */
  read: (picture: ImageBitmap) => Promise<readonly SeenCode[]>
  close: () => void
}

/** `onBroken`: the program for reading could not be loaded. */
export function createReader(onBroken: () => void): Reader {
  let worker: Worker | null = null
  let answer: ((codes: readonly SeenCode[]) => void) | null = null

  const settle = (codes: readonly SeenCode[]) => {
    answer?.(codes)
    answer = null
  }
  const start = (): Worker => {
    const started = new Worker(new URL('./qr-worker.ts', import.meta.url), { type: 'module' })
    started.addEventListener('message', ({ data }: MessageEvent<Reading>) => {
      if (data.said === 'broken') onBroken()
      else if (data.said === 'read') {
        performance.measure('camera: picture read', { start: performance.now() - data.took, duration: data.took })
        settle(data.codes)
      }
    })
    started.addEventListener('error', onBroken)
    return started
  }
  const stop = () => {
    worker?.terminate()
    worker = null
    settle([])
  }
  // At once, so that it is there when the first picture is.
  worker = start()

  return {
    read(picture) {
      worker ??= start()
      const asked: Look = { picture }
      worker.postMessage(asked, [picture])
      return new Promise((resolve) => {
        const late = setTimeout(stop, PATIENCE)
        answer = (codes) => {
          clearTimeout(late)
          resolve(codes)
        }
      })
    },
    close: stop,
  }
}
