/** Follows what is typed without asking at every key of a fast burst. */
import { useEffect, useRef, useState } from 'react'

/** The first key is followed at once, those after it at least this far apart, and the last one always. Milliseconds. */
const APART = 50

export function useEased(value: string): string {
  const [eased, setEased] = useState(value)
  const last = useRef(0)
  useEffect(() => {
    const timer = setTimeout(
      () => {
        last.current = performance.now()
        setEased(value)
      },
      Math.max(0, last.current + APART - performance.now()),
    )
    return () => clearTimeout(timer)
  }, [value])
  return eased
}
