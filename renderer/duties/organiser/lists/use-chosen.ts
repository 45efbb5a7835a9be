/** Which record of a list is open beside it, and the way to the ones before and after, over the ends of a page. */
import { useState } from 'react'
import { PAGE } from '../../../components/lists/paging.ts'
import type { Listing } from '../../../components/lists/use-listing.ts'

export type Chosen<Item> = {
  /** The first of the page until somebody chooses; null where there is none. */
  item: Item | null
  choose(item: Item): void
  /** As it is now, also where it has left the list by that. */
  changed(item: Item): void
  /** Nothing of it is left. */
  clear(): void
  /** False at the end that it does not go beyond. */
  step(by: 1 | -1): boolean
  canStep(by: 1 | -1): boolean
}

type Held<Item> = { item: Item; offset: number; asked: unknown } | { end: 'first' | 'last' }

/** `asked`: what the list was asked for; another question begins at its first record. */
export function useChosen<Item extends { id: string }>(
  found: { total: number; items: readonly Item[] } | undefined,
  { offset, turnTo }: Pick<Listing, 'offset' | 'turnTo'>,
  asked: unknown,
): Chosen<Item> {
  const [held, setHeld] = useState<Held<Item>>({ end: 'first' })
  const items = found?.items ?? []
  const total = found?.total ?? 0
  const current = (): Item | null => {
    if ('end' in held) return (held.end === 'first' ? items[0] : items.at(-1)) ?? null
    // The list is newer than what was opened from it, unless the record has left this page of the list.
    const here = items.find(({ id }) => id === held.item.id)
    if (here !== undefined) return here
    return held.offset === offset && held.asked === asked ? held.item : (items[0] ?? null)
  }
  const item = current()
  const at = item === null ? -1 : items.findIndex(({ id }) => id === item.id)
  const hold = (next: Item) => setHeld({ item: next, offset, asked })
  const nextOf = (by: 1 | -1): Item | undefined => (at < 0 ? items[0] : items[at + by])
  const canTurn = (by: 1 | -1): boolean => at >= 0 && (by === 1 ? offset + items.length < total : offset > 0)
  return {
    item,
    choose: hold,
    changed: hold,
    clear: () => setHeld({ end: 'first' }),
    canStep: (by) => nextOf(by) !== undefined || canTurn(by),
    step(by) {
      const next = nextOf(by)
      if (next !== undefined) hold(next)
      else if (canTurn(by)) {
        setHeld({ end: by === 1 ? 'first' : 'last' })
        turnTo(Math.max(0, offset + by * PAGE))
      } else return false
      return true
    },
  }
}
