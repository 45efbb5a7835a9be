/** A list as the organiser looks through it: what its address asks for, what is typed into its search, and which page is shown. */
import { useMemo, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { AnyList } from '../../../../shared/domain/list.ts'
import { type Listing, useListing } from '../../../components/lists/use-listing.ts'

type Asked = { sort: string; down: boolean }
type Declared<Q extends Asked> = AnyList & {
  usual: Q
  askedBy(said: (name: string) => string | null): Q
  saidOf(asked: Partial<Q>): [name: string, value: string][]
}

/** What stands behind a page’s path, with its “?”; empty where nothing but what is usual is asked for. */
export function addressOf<Q extends Asked>(declared: Pick<Declared<Q>, 'saidOf'>, asked: Partial<Q>): string {
  const said = new URLSearchParams(declared.saidOf(asked)).toString()
  return said === '' ? '' : `?${said}`
}

export type ListState<Q extends Asked> = {
  declared: Declared<Q>
  query: Q
  /** Asks for something else, beginning at the first page. Back leads to what was asked before. */
  ask(change: Partial<Q>): void
  /** All again. */
  widen(): void
  /** True while a search or a filter leaves some out. */
  isNarrowed: boolean
  listing: Listing
}

/** What is searched for is kept out of the address: mostly it is somebody’s name, and addresses are remembered. */
export function useList<Q extends Asked>(declared: Declared<Q>): ListState<Q> {
  const said = useSearch()
  const [path, go] = useLocation()
  const listing = useListing()
  const query = useMemo(() => {
    const parts = new URLSearchParams(said)
    return declared.askedBy((name) => parts.get(name))
  }, [declared, said])
  const [before, setBefore] = useState(said)
  if (before !== said) {
    setBefore(said)
    listing.restart()
  }
  const address = (asked: Partial<Q>) => `${path}${addressOf(declared, asked)}`
  const inOrder = { sort: query.sort, down: query.down } as Partial<Q>
  return {
    declared,
    query,
    ask: (change) => go(address({ ...query, ...change })),
    widen() {
      listing.type('')
      go(address(inOrder))
    },
    isNarrowed: listing.search !== '' || addressOf(declared, query) !== addressOf(declared, inOrder),
    listing,
  }
}
