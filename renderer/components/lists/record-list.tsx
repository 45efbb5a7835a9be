/** A list of records as a table: its rows, its pages, and what is said while it is empty, narrowed to nothing or unreachable. */
import { Leaf, SearchX } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { Button } from '../button.tsx'
import { Waiting } from '../no-station.tsx'
import { Sentence } from '../sentence.tsx'
import { sentenceOf } from '../../client.ts'
import { Pager } from './pager.tsx'
import { type Noun, totalWords } from './paging.ts'
import { type Listing, useWithinList } from './use-listing.ts'
import './lists.css'

type Found<Item> = { data: { total: number; items: Item[] } | undefined; error: unknown; isPlaceholderData: boolean }

type Props<Item> = {
  /** “Delegates”: what the table is called. */
  name: string
  noun: Noun
  listing: Listing
  found: Found<Item>
  /** True while a search or a filter leaves some out. */
  narrowed: boolean
  /** Shows all again. */
  onWiden: () => void
  /** Headings of the columns; a heading with a class gives its column that class. */
  columns: readonly { heading: string; className?: string }[]
  /** What is said while there are none at all, and the way on. */
  none: ReactNode
  children: (item: Item) => ReactNode
}

export function RecordList<Item>(props: Props<Item>) {
  const { name, noun, listing, found, narrowed, onWiden, columns, none, children } = props
  const top = useRef<HTMLDivElement>(null)
  useWithinList(listing, found.data?.total)
  if (found.data === undefined)
    return found.error === null ? <Waiting /> : <Sentence tone="bad">{sentenceOf(found.error)}</Sentence>
  const { total, items } = found.data
  const turn = (offset: number) => {
    listing.turnTo(offset)
    top.current?.scrollIntoView({ block: 'start' })
  }
  return (
    <>
      {found.error === null ? null : <Sentence tone="bad">{sentenceOf(found.error)}</Sentence>}
      <div ref={top} className="list-whole stack gap-2">
        <p className={narrowed ? 'small muted' : 'unseen'} role="status">
          {total === 0 && narrowed ? `No ${noun.many} found` : totalWords(total, noun, narrowed)}
        </p>
        {total === 0 ? (
          <div className="card empty">
            {narrowed ? (
              <>
                <SearchX className="icon" aria-hidden />
                <p>Nothing here fits what you are looking for.</p>
                <Button look="ghost" onClick={onWiden}>
                  Show all {noun.many}
                </Button>
              </>
            ) : (
              <>
                <Leaf className="icon" aria-hidden />
                {none}
              </>
            )}
          </div>
        ) : (
          <div className="card list-table" aria-busy={found.isPlaceholderData}>
            <table aria-label={name}>
              <thead>
                <tr>
                  {columns.map(({ heading, className }) => (
                    <th key={heading} scope="col" className={className}>
                      {heading}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>{items.map(children)}</tbody>
            </table>
          </div>
        )}
      </div>
      <Pager name={noun.many} offset={listing.offset} total={total} onTurn={turn} />
    </>
  )
}
