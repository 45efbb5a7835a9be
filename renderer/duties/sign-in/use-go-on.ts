/** Going on to another page when the station has answered. */
import { useCallback } from 'react'
import { useLocation } from 'wouter'

/** Goes on from the page at `from` to `to`; whoever has left that page before the answer came is not fetched back. */
export function useGoOn(): (from: string, to: string) => void {
  const [, go] = useLocation()
  return useCallback(
    (from, to) => {
      if (location.pathname.startsWith(from)) go(to)
    },
    [go],
  )
}
