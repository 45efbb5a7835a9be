/** Finding someone by typing: any part of their name or organisation, in any order, or a code; Enter signs in the one that is chosen. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { Search, UserRoundSearch, X } from 'lucide-react'
import { type KeyboardEvent, type RefObject, useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import type { FoundDelegate } from '../../../shared/contract/sign-in.ts'
import { useApi } from '../../api.tsx'
import { sentenceOf } from '../../client.ts'
import { Sentence } from '../../components/sentence.tsx'
import { readsAsCode } from '../../components/slow-scans.ts'
import { TAKES_CODES } from '../../components/use-scanner.ts'
import { Hits } from './hits.tsx'
import { LETTERS_FIRST, lettersIn, SHORT_NAME } from './marks.ts'
import { isNotAllowed } from './use-desk.ts'

/** The station lists so many at most. */
const MOST = 12
const NOBODY: FoundDelegate[] = []

type Props = {
  field: RefObject<HTMLInputElement | null>
  text: string
  now: Date
  onText: (text: string) => void
  onChoose: (found: FoundDelegate) => void
  onOpen: (found: FoundDelegate) => void
  /** Enter on a code that was typed; `or` is who is meant where it is nobody's. */
  onCode: (code: string, or: FoundDelegate | undefined) => void
  /** Enter, and nobody is found. */
  onNobody: (text: string) => void
}

export function Find({ field, text, onText, now, onChoose, onOpen, onCode, onNobody }: Props) {
  const list = useId()
  const { hits, fresh, error } = useFound(text)
  // Who was chosen with the arrow keys, for just this text.
  const [picked, setPicked] = useState<{ text: string; id: string } | null>(null)
  // Enter pressed before the list has caught up with what was typed: acts once it has, if only one person is meant by it, or
  // if whoever was marked when it was pressed still is.
  const early = useRef<{ text: string; id: string | null } | null>(null)
  const left = LETTERS_FIRST - lettersIn(text)
  const looked = lettersIn(text) >= SHORT_NAME
  const listed = looked ? hits : NOBODY
  const picks = listed.find(({ id }) => picked?.text === text && id === picked.id)
  const chosen = picks ?? listed[0]
  const code = readsAsCode(text.trim())

  /** Who was marked by hand is meant; else a code is tried as one. */
  const take = () => {
    if (code && picks === undefined) onCode(text.trim(), chosen)
    else if (chosen !== undefined) onChoose(chosen)
    else if (left <= 0) onNobody(text.trim())
  }
  const takeNow = useEffectEvent(take)

  useEffect(() => {
    const pressed = early.current
    if (!fresh || pressed === null) return
    early.current = null
    if (pressed.text === text && (hits.length < 2 || chosen?.id === pressed.id)) takeNow()
  }, [fresh, hits, chosen, text])

  const move = (by: number) => {
    const index = listed.findIndex((hit) => hit === chosen)
    const next = listed[Math.min(Math.max(index + by, 0), listed.length - 1)]
    setPicked(next === undefined ? null : { text, id: next.id })
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      move(event.key === 'ArrowDown' ? 1 : -1)
    } else if (event.key === 'Escape' && text !== '') {
      event.preventDefault()
      onText('')
    } else if (event.key === 'Enter') {
      event.preventDefault()
      // Digits alone are not looked for.
      if (!looked && !code) return
      if (looked && !fresh) early.current = { text, id: chosen?.id ?? null }
      else take()
    }
  }

  return (
    <>
      <div className="sign-in-find">
        <Search className="icon" aria-hidden />
        <input
          ref={field}
          className="field"
          type="text"
          role="combobox"
          aria-label="Find by name or organisation"
          aria-describedby={`${list}-hint`}
          aria-expanded={listed.length > 0}
          aria-haspopup="grid"
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={chosen === undefined ? undefined : `${list}-${chosen.id}`}
          placeholder="Name or organisation"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="go"
          {...{ [TAKES_CODES]: '' }}
          maxLength={200}
          autoFocus
          value={text}
          onChange={(event) => onText(event.currentTarget.value)}
          onKeyDown={onKey}
        />
        {text === '' ? null : (
          <button
            type="button"
            className="sign-in-clear"
            aria-label="Clear the search"
            onClick={() => {
              onText('')
              field.current?.focus()
            }}
          >
            <X className="icon" aria-hidden />
          </button>
        )}
      </div>
      <p id={`${list}-hint`} className={left > 0 && listed.length === 0 ? 'sign-in-hint small muted' : 'unseen'}>
        {left === LETTERS_FIRST
          ? 'Scan a badge at any time, or type three letters.'
          : left > 0 && listed.length === 0
            ? `${left === 1 ? 'One more letter' : 'Two more letters'}, and names appear here.`
            : 'Arrow keys choose, Enter signs in, Escape clears.'}
      </p>
      {error === null ? null : <Sentence tone="bad">{sentenceOf(error)}</Sentence>}
      <span className="unseen" role="status">
        {!looked || !fresh || (left > 0 && hits.length === 0)
          ? ''
          : hits.length === 0
            ? 'Nobody found'
            : hits.length === 1
              ? '1 person found'
              : `${hits.length} people found`}
      </span>
      {listed.length > 0 ? (
        <Hits
          id={list}
          hits={listed}
          chosen={chosen?.id ?? null}
          more={listed.length >= MOST}
          now={now}
          onChoose={onChoose}
          onOpen={onOpen}
        />
      ) : (
        <div id={list} hidden />
      )}
      {left <= 0 && fresh && hits.length === 0 ? (
        <div className="empty sign-in-nobody">
          <UserRoundSearch className="icon" aria-hidden />
          <h2>Nobody by that name yet</h2>
          <p>
            Try part of the surname, or the organisation. If they are not expected today, add them with “Not on the
            list”.
          </p>
        </div>
      ) : null}
    </>
  )
}

/**
 * Who is found for `text`; `fresh` once that is the answer to all that was typed. One question at a time: the first key is
 * asked about at once, and while the station looks, only the latest of those that follow is kept to be asked next. So a
 * quick station is asked at every key, and a slow one never more often than it can answer.
 */
function useFound(text: string): { hits: FoundDelegate[]; fresh: boolean; error: unknown } {
  const { api, client } = useApi()
  const queries = useQueryClient()
  // The station reads the whole list into memory for its first search: that shall not be a person's.
  useEffect(() => void client.signIn.find({ query: '' }).catch(() => undefined), [client])
  const wanted = text.trim()
  const [asked, setAsked] = useState(wanted)
  const enough = lettersIn(asked) >= SHORT_NAME
  const found = useQuery({
    ...api.signIn.find.queryOptions({ input: { query: asked } }),
    enabled: enough,
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 30_000,
  })
  const waiting = found.isFetching && (found.data === undefined || found.isPlaceholderData)
  // Set while drawing, not in an effect: the question is then on its way before this key has been painted.
  if (asked !== wanted && (!waiting || lettersIn(wanted) < SHORT_NAME)) setAsked(wanted)
  const lockedOut = isNotAllowed(found.error)
  useEffect(() => {
    if (lockedOut) void queries.invalidateQueries()
  }, [lockedOut, queries])
  return {
    hits: enough ? (found.data ?? NOBODY) : NOBODY,
    fresh: enough && asked === wanted && found.data !== undefined && !found.isPlaceholderData,
    error: enough ? found.error : null,
  }
}
