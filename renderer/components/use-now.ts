/** The time now, looked at often enough for clocks and for bars of five minutes. */
import { useEffect, useState } from 'react'

const EVERY = 20_000

export function useNow(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), EVERY)
    return () => clearInterval(timer)
  }, [])
  return now
}
