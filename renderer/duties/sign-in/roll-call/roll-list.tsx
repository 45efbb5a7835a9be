/** The list of a roll call: whole where the page can hold it, so that everything finds everybody; a window on it where not. */
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { Users } from 'lucide-react'
import {
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { RollCallPerson } from '../../../../shared/contract/roll-call.ts'
import type { Item } from './roll.ts'
import { GroupHead, RollRow } from './roll-row.tsx'

/** More rows than this and only those in sight are in the page. */
export const WHOLE = 400
const HEIGHTS = { head: 60, person: 95 }
/** How many rows a Page key moves. */
const PAGE = 8

/** Where the keyboard goes when what it was on has gone: to the row that the arrow keys go on from. */
export const focusRow = (): void =>
  document.querySelector<HTMLElement>('.roll-list input[tabindex="0"]')?.focus({ preventScroll: true })

type Props = {
  label: string
  items: readonly Item[]
  /** What was pressed here and is not answered yet. */
  pressed: ReadonlyMap<string, boolean>
  canTick: boolean
  /** The heads say the tables, so the rows need not. */
  isByTable?: boolean
  now: Date
  onPress?: (person: RollCallPerson) => void
  empty: ReactNode
}

export function RollList({ label, items, pressed, canTick, isByTable = false, now, onPress, empty }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const people = useMemo(
    () => items.flatMap((item, index) => (item.kind === 'person' ? [{ id: item.id, index }] : [])),
    [items],
  )
  const [active, setActive] = useState<string | null>(null)
  const here = people.find(({ id }) => id === active) ?? people[0]
  const isWhole = items.length <= WHOLE
  const wanted = useRef<string | null>(null)
  const latest = useRef<{ press?: Props['onPress']; key?: (event: KeyboardEvent) => void }>({})
  const press = useCallback((person: RollCallPerson) => {
    setActive(person.id)
    latest.current.press?.(person)
  }, [])
  const keyed = useCallback((event: KeyboardEvent) => latest.current.key?.(event), [])

  // oxlint-disable-next-line react/incompatible-library -- what it returns is used in this component only, which is not memoised
  const virtual = useVirtualizer({
    count: isWhole ? 0 : items.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => HEIGHTS[items[index]?.kind ?? 'person'],
    getItemKey: (index) => items[index]?.id ?? index,
    overscan: 8,
    // The row that has the focus stays in the page wherever the list is scrolled to.
    rangeExtractor: (range) => {
      const rows = defaultRangeExtractor(range)
      const index = here?.index
      if (index === undefined || rows.includes(index)) return rows
      return [...rows, index].toSorted((one, other) => one - other)
    },
  })

  // Once the row that a key moved to is in the page, it gets the focus.
  useEffect(() => {
    if (wanted.current === null) return
    const row = box.current?.querySelector<HTMLElement>(`[data-person="${wanted.current}"]`)
    if (row === undefined || row === null) return
    wanted.current = null
    row.focus({ preventScroll: true })
    row.closest('li')?.scrollIntoView({ block: 'nearest' })
  })

  const move = (to: number) => {
    const next = people[Math.min(Math.max(to, 0), people.length - 1)]
    if (next === undefined) return
    wanted.current = next.id
    setActive(next.id)
    if (!isWhole) virtual.scrollToIndex(next.index)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const index = people.findIndex(({ id }) => id === here?.id)
    const moves: Record<string, number> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      PageDown: index + PAGE,
      PageUp: index - PAGE,
      Home: 0,
      End: people.length - 1,
    }
    const to = moves[event.key]
    if (to === undefined) return
    event.preventDefault()
    move(to)
  }

  useLayoutEffect(() => {
    latest.current = { press: onPress, key: onKey }
  })

  if (items.length === 0)
    return (
      <div className="card empty roll-empty" role="status">
        <Users className="icon" aria-hidden />
        {empty}
      </div>
    )
  const row = (item: Item) =>
    item.kind === 'head' ? (
      <GroupHead item={item} counting={canTick} />
    ) : (
      <RollRow
        person={item.person}
        pressed={pressed.get(item.id)}
        canTick={canTick}
        isByTable={isByTable}
        isActive={item.id === here?.id}
        today={now.toDateString()}
        onPress={onPress === undefined ? undefined : press}
        onKey={keyed}
      />
    )
  return (
    // A list with nothing in it to come to by key can still be scrolled by key.
    <div
      ref={box}
      className="card roll-list ring-inside"
      tabIndex={onPress === undefined ? 0 : undefined}
      role="group"
      aria-label={label}
    >
      {isWhole ? (
        <ul aria-label={label}>
          {items.map((item) => (
            <li key={item.id} className={item.kind === 'head' ? 'roll-head' : 'roll-line'}>
              {row(item)}
            </li>
          ))}
        </ul>
      ) : (
        <ul aria-label={label} className="roll-window" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, key, start }) => {
            const item = items[index]
            return item === undefined ? null : (
              <li
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                aria-setsize={items.length}
                aria-posinset={index + 1}
                className={item.kind === 'head' ? 'roll-head' : 'roll-line'}
                style={{ transform: `translateY(${start}px)` }}
              >
                {row(item)}
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
