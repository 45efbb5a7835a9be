/** The camera of a page: on while the page is seen and somebody is about, and freed as soon as it is not. */
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { type Camera, type CameraState, createCamera } from './camera.ts'
import { recallCamera } from './camera-memory.ts'
import { SCANNED } from '../use-scanner.ts'

/** So often it is asked whether anybody is about. Milliseconds. */
const ASKED = 5000

type Shown = CameraState | { phase: 'resting' }

/** `quiet`: so many seconds without a touch, a key or a scan, and the camera rests until the next. */
export function useCamera({ facing, quiet }: { facing: 'user' | 'environment'; quiet: number }): {
  shown: Shown
  camera: () => Camera | null
} {
  const [state, setState] = useState<CameraState>({ phase: 'asking' })
  const [resting, setResting] = useState(false)
  const held = useRef<Camera | null>(null)
  const wake = useEffectEvent(() => {
    if (!resting) return
    setResting(false)
    held.current?.turnOn()
  })

  useEffect(() => {
    const camera = createCamera({
      // Not there where the page is not secure, whatever its type says.
      devices: (navigator as Partial<Navigator>).mediaDevices,
      facing,
      wanted: () => recallCamera().device,
      tell: setState,
      later: (call, milliseconds) => {
        const timer = setTimeout(call, milliseconds)
        return () => clearTimeout(timer)
      },
    })
    held.current = camera
    const look = () => (document.hidden ? camera.turnOff() : camera.turnOn())
    document.addEventListener('visibilitychange', look)
    if (!document.hidden) camera.turnOn()
    return () => {
      document.removeEventListener('visibilitychange', look)
      camera.close()
    }
  }, [facing])

  useEffect(() => {
    let last = performance.now()
    const stir = () => {
      last = performance.now()
      wake()
    }
    const watch = setInterval(() => {
      if (performance.now() - last < quiet * 1000) return
      setResting(true)
      held.current?.turnOff()
    }, ASKED)
    const events = ['pointerdown', 'keydown', SCANNED]
    for (const event of events) window.addEventListener(event, stir, { capture: true, passive: true })
    return () => {
      clearInterval(watch)
      for (const event of events) window.removeEventListener(event, stir, { capture: true })
    }
  }, [quiet])

  // What the browser asks a person is asked again as soon as they have changed their answer.
  const refused = state.phase === 'trouble' && state.error === 'refused'
  useEffect(() => {
    if (!refused) return
    const stop = new AbortController()
    void watchPermission(() => held.current?.turnOn(), stop.signal)
    return () => stop.abort()
  }, [refused])

  return { shown: resting ? { phase: 'resting' } : state, camera: () => held.current }
}

async function watchPermission(onAllowed: () => void, signal: AbortSignal): Promise<void> {
  try {
    const permission = await navigator.permissions.query({ name: 'camera' })
    permission.addEventListener('change', () => permission.state === 'granted' && onAllowed(), { signal })
  } catch {
    // A browser that does not tell: there is a button.
  }
}
