/** Shows a camera's pictures in a video, and reads the codes in them. */
import { type RefObject, useEffect, useEffectEvent, useRef } from 'react'
import { createDebounce } from './debounce.ts'
import { createReader } from './reader.ts'
import { watchFrames } from './watch-frames.ts'

/** Calls `onScan` once for each code that is held before the camera; `onBroken` where the reader cannot be had. */
export function useReading(
  stream: MediaStream | null,
  onScan: (text: string) => void,
  onBroken: () => void,
): RefObject<HTMLVideoElement | null> {
  const video = useRef<HTMLVideoElement>(null)
  // Longer than one stream: a badge that is still held when the camera is changed is no new scan.
  const isScan = useRef(createDebounce(() => performance.now()))
  const scanned = useEffectEvent(onScan)
  const failed = useEffectEvent(onBroken)

  useEffect(() => {
    const shown = video.current
    if (stream === null || shown === null) return
    const reader = createReader(() => failed())
    shown.srcObject = stream
    shown.play().catch(() => {
      // It was taken away before it began.
    })
    const stop = watchFrames(shown, async (picture) => {
      const text = await reader.read(picture)
      if (text !== null && isScan.current(text)) scanned(text)
    })
    return () => {
      stop()
      reader.close()
      shown.srcObject = null
    }
  }, [stream])
  return video
}
