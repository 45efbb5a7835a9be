/** Over the list: one person by name, how it is cut, and only those still to find. */
import { Check, Search, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { RollCallPerson } from '../../../../shared/contract/roll-call.ts'
import { Button } from '../../../components/button.tsx'
import { Segments } from '../../../components/lists/segments.tsx'
import type { Place } from './use-place.ts'
import { people } from './words.ts'

const GROUPINGS = [
  { value: 'table', label: 'By table' },
  { value: 'sector', label: 'By sector' },
  { value: 'name', label: 'By surname' },
] as const

type Props = {
  search: string
  place: Place
  canFilter: boolean
  /** The list is too long to be all in the page. */
  isPartly: boolean
  /** How many ticked rows wait to be put away. */
  tidy: number
  /** The one person that the search leaves. */
  only: RollCallPerson | null
  onSearch: (text: string) => void
  onLook: (change: Partial<Place>) => void
  onTidy: () => void
  onPick: (person: RollCallPerson) => void
}

export function RollTools({ search, place, canFilter, isPartly, tidy, only, onSearch, onLook, onTidy, onPick }: Props) {
  const field = useRef<HTMLInputElement>(null)
  // The browser’s own search would miss people who are not in the page: this one knows everybody.
  useEffect(() => {
    if (!isPartly) return
    const find = (event: KeyboardEvent) => {
      if (event.key !== 'f' || !(event.ctrlKey || event.metaKey) || event.altKey) return
      if (document.querySelector('dialog[open]') !== null) return
      event.preventDefault()
      field.current?.select()
      field.current?.focus()
    }
    window.addEventListener('keydown', find)
    return () => window.removeEventListener('keydown', find)
  }, [isPartly])
  return (
    <div className="roll-tools row" role="search">
      <div className="sign-in-find roll-find">
        <Search className="icon" aria-hidden />
        <input
          ref={field}
          className="field"
          type="text"
          aria-label="Find one person"
          aria-describedby="roll-find-hint"
          placeholder="Find one person"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="done"
          maxLength={200}
          value={search}
          onChange={(event) => onSearch(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && search !== '') {
              event.preventDefault()
              onSearch('')
            } else if (event.key === 'Enter' && only !== null && search.trim() !== '') {
              event.preventDefault()
              field.current?.select()
              onPick(only)
            }
          }}
        />
        <span id="roll-find-hint" className="unseen">
          Where one person is left, Enter ticks them. Escape clears.
        </span>
        {search === '' ? null : (
          <button
            type="button"
            className="sign-in-clear"
            aria-label="Clear the search"
            onClick={() => {
              onSearch('')
              field.current?.focus()
            }}
          >
            <X className="icon" aria-hidden />
          </button>
        )}
      </div>
      <Segments
        name="How the list is ordered"
        value={place.grouping}
        options={GROUPINGS}
        onChange={(grouping) => onLook({ grouping })}
      />
      {canFilter ? (
        <button
          type="button"
          className="roll-only"
          aria-pressed={place.only}
          onClick={() => onLook({ only: !place.only })}
        >
          <span className="roll-only-box" aria-hidden>
            <Check className="icon" />
          </span>
          Only those still to find
        </button>
      ) : null}
      {tidy === 0 ? null : (
        <Button look="quiet" onClick={onTidy}>
          Put away {people(tidy)} just ticked
        </Button>
      )}
    </div>
  )
}
