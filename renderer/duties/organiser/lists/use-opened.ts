/** Which record of a list is open, and what the list says of it now. */
import { useState } from 'react'

type Opened<Item> = { shown: Item | null; open: (item: Item) => void; close: () => void }

/** The list is newer than what was opened from it, unless the record has left this page of the list. */
export function useOpened<Item extends { id: string }>(items: readonly Item[] | undefined): Opened<Item> {
  const [opened, setOpened] = useState<Item | null>(null)
  const shown = opened === null ? null : (items?.find(({ id }) => id === opened.id) ?? opened)
  return { shown, open: setOpened, close: () => setOpened(null) }
}
