/** Shows a camera's pictures in a video, and reads the codes in them. */
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'
import { heldOut } from './picture.ts'
import { createReader } from './reader.ts'
import { createScans, type MayShow } from './scans.ts'
import { watchFrames } from './watch-frames.ts'

/** Calls `onScan` once for each code that is held out before the camera; `onBroken` where the reader cannot be had. */
export function useReading(
  stream: MediaStream | null,
  onScan: (text: string, mayShow: MayShow) => void,
  onBroken: () => void,
): RefObject<HTMLVideoElement | null> {
  const video = useRef<HTMLVideoElement>(null)
  // Longer than one stream: a badge that is still held when the camera is changed is no new scan.
  const [scans] = useState(createScans)
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
      const { width, height } = picture
      const codes = await reader.read(picture)
      const held = heldOut(codes, { width, height }, { width: shown.clientWidth, height: shown.clientHeight })
      const text = scans.see(held, performance.now())
      if (text !== null) scanned(text, (known) => scans.answer(text, known, performance.now()))
    })
    return () => {
      stop()
      reader.close()
      shown.srcObject = null
    }
  }, [stream, scans])
  return video
}
