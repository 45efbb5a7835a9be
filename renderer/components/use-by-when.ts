/** What is worked out of “by when”. Its rules are as much script as the form that asks, so they come once something is to be worked out. */
import { useEffect, useState } from 'react'
import type * as words from '../words/by-when.ts'

export type ByWhen = Pick<typeof words, 'saidBack' | 'workedOut'>

/** Null until it is there. Where it cannot be fetched nothing is said, and the next page that asks tries again: nobody needs it to go on. */
export function useByWhen(): ByWhen | null {
  const [byWhen, setByWhen] = useState<ByWhen | null>(null)
  useEffect(() => {
    if (byWhen !== null) return undefined
    let isGone = false
    import('../words/by-when.ts').then(
      (all) => {
        if (!isGone) setByWhen(all)
      },
      () => undefined,
    )
    return () => {
      isGone = true
    }
  }, [byWhen])
  return byWhen
}
