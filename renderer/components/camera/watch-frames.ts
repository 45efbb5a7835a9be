/** Looks at a video's pictures: one after the other, no more often than it takes to be quick. */
import { sizeToRead } from './picture.ts'

/** Twelve looks a second find a badge as soon as it is held still; more only make a tablet warm. Milliseconds. */
const BETWEEN = 80

/** Calls `look` with each picture that is looked at, and waits for it. Answers with the way to stop. */
export function watchFrames(video: HTMLVideoElement, look: (picture: ImageBitmap) => Promise<void>): () => void {
  let stopped = false
  let last = -Infinity

  const next = () => {
    if (stopped) return
    if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(() => void take())
    else requestAnimationFrame(() => void take())
  }
  const take = async () => {
    const at = performance.now()
    if (!stopped && at - last >= BETWEEN && video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) {
      last = at
      try {
        const { width, height } = sizeToRead(video.videoWidth, video.videoHeight)
        const picture = await createImageBitmap(video, { resizeWidth: width, resizeHeight: height })
        if (stopped) picture.close()
        else await look(picture)
      } catch {
        // A picture that came while the camera was changing: there will be another.
      }
    }
    next()
  }
  next()
  return () => {
    stopped = true
  }
}
