/** A page of the organiser’s that is a list: its tools, its lines, and the record that is chosen beside them. */
import { ChevronDown, ChevronUp, Leaf, ListFilter, SearchX } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import { sentenceOf } from '../../../client.ts'
import { Button } from '../../../components/button.tsx'
import { type Noun, PAGE, totalWords } from '../../../components/lists/paging.ts'
import { SearchBox } from '../../../components/lists/search-box.tsx'
import { useWithinList } from '../../../components/lists/use-listing.ts'
import { Waiting } from '../../../components/no-station.tsx'
import { Heading } from '../../../components/page.tsx'
import { Sentence } from '../../../components/sentence.tsx'
import { useNow } from '../../../components/use-now.ts'
import type { Choices } from './filter-words.ts'
import { FilterChips, Filters } from './filters.tsx'
import { type Column, Lines } from './lines.tsx'
import { Pages } from './pages.tsx'
import { type Chosen, useChosen } from './use-chosen.ts'
import { addressOf, type ListState } from './use-list.ts'
import './lines.css'

type Found<Item> = { data: { total: number; items: Item[] } | undefined; error: unknown; isPlaceholderData: boolean }

type Props<Item, Q extends { sort: string; down: boolean }> = {
  title: string
  /** How many there are in all, and the like. */
  line: string | undefined
  /** What the table is called: “Pledges”. */
  name: string
  noun: Noun
  search: { label: string; hint: string }
  state: ListState<Q>
  found: Found<Item>
  choices: Choices
  columns: readonly Column<Item>[]
  spoken: (item: Item) => string
  /** What is said while there are none at all, and the way on. */
  none: ReactNode
  /** What else can be done here, beside the search. */
  extra?: ReactNode
  said?: ReactNode
  detail: (item: Item, chosen: Chosen<Item>, head: DetailHead) => ReactNode
}

/** What stands at the head of a record that is looked at beside its list. */
type DetailHead = ReactNode

export function ListPage<Item extends { id: string }, Q extends { sort: string; down: boolean }>(
  props: Props<Item, Q>,
) {
  const { title, line, name, noun, search, state, found, choices, columns, spoken, none, extra, said, detail } = props
  const { listing, query, declared, isNarrowed } = state
  const now = useNow()
  const [isOpen, setOpen] = useState(false)
  const beside = useRef<HTMLElement>(null)
  const address = addressOf(declared, query)
  useWithinList(listing, found.data?.total)
  const chosen = useChosen(found.data, listing, `${address} ${listing.search}`)
  // What the head says already is not told twice to the eye.
  const isTold = isNarrowed || address !== '' || (found.data?.total ?? 0) > PAGE
  const enter = () =>
    requestAnimationFrame(() => beside.current?.querySelector<HTMLElement>('[data-record-title]')?.focus())
  const steps = (
    <span className="beside gap-1">
      <Button
        look="square"
        aria-label={`Previous ${noun.one}`}
        busy={!chosen.canStep(-1)}
        onClick={() => chosen.step(-1)}
      >
        <ChevronUp className="icon" aria-hidden />
      </Button>
      <Button look="square" aria-label={`Next ${noun.one}`} busy={!chosen.canStep(1)} onClick={() => chosen.step(1)}>
        <ChevronDown className="icon" aria-hidden />
      </Button>
    </span>
  )
  return (
    <div className="lines-page">
      <div className="lines-head">
        <div className="lines-title">
          <Heading>{title}</Heading>
          {line === undefined ? null : <p className="muted tiny">{line}</p>}
        </div>
        <SearchBox label={search.label} hint={search.hint} value={listing.typed} onText={listing.type} />
        <Button look="ghost" icon={ListFilter} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          Filter
        </Button>
        {extra}
      </div>
      {said}
      {isOpen ? <Filters state={state} choices={choices} /> : null}
      {found.error === null ? null : <Sentence tone="bad">{sentenceOf(found.error)}</Sentence>}
      {found.data === undefined ? (
        found.error === null ? (
          <Waiting />
        ) : null
      ) : (
        <>
          <div className={isTold ? 'lines-bar' : 'unseen'}>
            <p className="small" role="status">
              {found.data.total === 0 && isNarrowed
                ? `No ${noun.many} found`
                : totalWords(found.data.total, noun, isNarrowed)}
            </p>
            <FilterChips state={state} choices={choices} now={now} />
            <Pages name={noun.many} offset={listing.offset} total={found.data.total} onTurn={listing.turnTo} />
          </div>
          {found.data.total === 0 ? (
            <div className="card empty">
              {isNarrowed ? (
                <>
                  <SearchX className="icon" aria-hidden />
                  <p>Nothing here fits what you are looking for.</p>
                  <Button look="ghost" onClick={state.widen}>
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
          ) : null}
          {found.data.total === 0 && chosen.item === null ? null : (
            <div className="lines-split">
              {found.data.total === 0 ? null : (
                <Lines
                  name={name}
                  declared={declared}
                  query={query}
                  onSort={(sort, down) => state.ask({ sort, down } as Partial<Q>)}
                  columns={columns}
                  items={found.data.items}
                  chosen={chosen}
                  spoken={spoken}
                  isBusy={found.isPlaceholderData}
                  now={now}
                  onEnter={enter}
                />
              )}
              <aside ref={beside} className="card lines-beside" aria-label={`The ${noun.one} that is chosen`}>
                {chosen.item === null ? null : detail(chosen.item, chosen, steps)}
              </aside>
            </div>
          )}
        </>
      )}
    </div>
  )
}
