/** Counts seconds down while somebody reads the last page. */
import { useEffect, useEffectEvent, useState } from 'react'

/** The seconds that are left; `onEnd` comes once, when none are. Stands still while not `running`. */
export function useCountdown(seconds: number, running: boolean, onEnd: () => void): number {
  const [left, setLeft] = useState(seconds)
  const end = useEffectEvent(onEnd)
  useEffect(() => {
    if (!running) return
    const from = performance.now()
    const timer = setInterval(() => {
      const rest = Math.ceil(seconds - (performance.now() - from) / 1000)
      setLeft(Math.max(0, rest))
      if (rest > 0) return
      clearInterval(timer)
      end()
    }, 250)
    return () => clearInterval(timer)
  }, [running, seconds])
  return left
}
