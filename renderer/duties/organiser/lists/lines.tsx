/** The rows of a list, a line each: the whole line opens its record, the heads of the columns sort. */
import { ArrowDown, ArrowUp } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import type { AnyList } from '../../../../shared/domain/list.ts'
import type { Chosen } from './use-chosen.ts'

/** `sort`: what its head sorts by, which also names it. The first column names the line. */
export type Column<Item> = { className?: string; cell: (item: Item, now: Date) => ReactNode } & (
  | { sort: string; heading?: undefined }
  | { sort?: undefined; heading: string }
)

type Props<Item> = {
  name: string
  declared: AnyList
  query: { sort: string; down: boolean }
  onSort: (sort: string, down: boolean) => void
  columns: readonly Column<Item>[]
  items: readonly Item[]
  chosen: Chosen<Item>
  /** What a screen reader is told that a line opens. */
  spoken: (item: Item) => string
  isBusy: boolean
  now: Date
  /** It was opened by a key, or by what stands for one: the focus goes there. */
  onEnter: () => void
}

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 }

export function Lines<Item extends { id: string }>(props: Props<Item>) {
  const { name, declared, query, onSort, columns, items, chosen, spoken, isBusy, now, onEnter } = props
  const rows = useRef<HTMLTableSectionElement>(null)
  const follows = useRef(false)
  const id = chosen.item?.id
  useEffect(() => {
    if (!follows.current) return
    const row = [...(rows.current?.querySelectorAll<HTMLElement>('[data-record]') ?? [])].find(
      ({ dataset }) => dataset['record'] === id,
    )
    if (row === undefined) return
    follows.current = false
    row.focus()
  }, [id, items])
  const walk = (event: KeyboardEvent) => {
    const by = STEPS[event.key]
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    follows.current = chosen.step(by)
  }
  const [first, ...others] = columns
  return (
    <div className="card lines" aria-busy={isBusy}>
      <table aria-label={name}>
        <thead>
          <tr>
            {columns.map(({ sort, heading, className }) =>
              sort === undefined ? (
                <th key={heading} scope="col" className={className}>
                  {heading}
                </th>
              ) : (
                <Head
                  key={sort}
                  className={className}
                  called={declared.sorts[sort]?.called ?? sort}
                  way={query.sort === sort ? query.down : null}
                  onPress={() =>
                    onSort(sort, query.sort === sort ? !query.down : (declared.sorts[sort]?.down ?? false))
                  }
                />
              ),
            )}
          </tr>
        </thead>
        <tbody ref={rows}>
          {items.map((item) => (
            <tr key={item.id} className={item.id === id ? 'on' : undefined}>
              <th scope="row" className={first?.className}>
                <button
                  type="button"
                  className="lines-open"
                  data-record={item.id}
                  aria-label={spoken(item)}
                  aria-current={item.id === id ? 'true' : undefined}
                  onKeyDown={walk}
                  onClick={(event) => {
                    chosen.choose(item)
                    if (event.detail === 0) onEnter()
                  }}
                >
                  {first?.cell(item, now)}
                </button>
              </th>
              {others.map(({ sort, heading, className, cell }) => (
                <td key={sort ?? heading} className={className}>
                  {cell(item, now)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type HeadProps = { called: string; className: string | undefined; way: boolean | null; onPress: () => void }

/** `way`: whether it goes down, where the list is sorted by it. */
function Head({ called, className, way, onPress }: HeadProps) {
  const Arrow = way === true ? ArrowDown : ArrowUp
  return (
    <th scope="col" className={className} aria-sort={way === null ? undefined : way ? 'descending' : 'ascending'}>
      <button type="button" className="lines-sort" onClick={onPress}>
        <span>{called}</span>
        {way === null ? null : <Arrow className="icon" aria-hidden />}
      </button>
    </th>
  )
}
