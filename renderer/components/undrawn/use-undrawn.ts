/** Which letters of some names this tablet cannot draw, as soon as it has looked. */
import { useEffect, useState } from 'react'
import { undrawnIn } from './look.ts'

const NONE: ReadonlySet<string> = new Set()

/** Give it the same array as long as the names are the same. */
export function useUndrawn(names: readonly string[]): ReadonlySet<string> {
  const [undrawn, setUndrawn] = useState(NONE)
  useEffect(() => {
    let gone = false
    void undrawnIn(names).then((found) => {
      if (!gone) setUndrawn(found.size === 0 ? NONE : found)
    })
    return () => {
      gone = true
    }
  }, [names])
  return undrawn
}
