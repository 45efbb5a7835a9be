/** What every list of the organiser keeps: what is typed into its search, and which page is shown. */
import { useEffect, useState } from 'react'
import { keptOffset, PAGE } from './paging.ts'

/** The station is asked once somebody pauses this long. Milliseconds. */
const PAUSE = 180

export type Listing = {
  typed: string
  type(text: string): void
  /** What is looked for now: `typed`, once the person has paused. */
  search: string
  offset: number
  turnTo(offset: number): void
  /** To be called when a filter changes: the list begins again. */
  restart(): void
  /** The part of every list's input that is the same. */
  page: { offset: number; limit: number }
}

/** `total` is how many the station last said there are; undefined while it has not said. */
export function useListing(): Listing {
  const [typed, setTyped] = useState('')
  const [search, setSearch] = useState('')
  const [offset, setOffset] = useState(0)
  useEffect(() => {
    if (typed === search) return
    const timer = setTimeout(() => {
      setSearch(typed)
      setOffset(0)
    }, PAUSE)
    return () => clearTimeout(timer)
  }, [typed, search])
  return {
    typed,
    type: setTyped,
    search: search.trim().slice(0, 200),
    offset,
    turnTo: setOffset,
    restart: () => setOffset(0),
    page: { offset, limit: PAGE },
  }
}

/** Goes back to the last page there is, where the list has become shorter than the one that is shown. */
export function useWithinList({ offset, turnTo }: Listing, total: number | undefined): void {
  useEffect(() => {
    if (total === undefined) return
    const kept = keptOffset(offset, total)
    if (kept !== offset) turnTo(kept)
  }, [offset, total, turnTo])
}
