/** Whose line it is: a few letters, and Enter takes the first; the last of the list adds somebody who is not on it. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { UserRoundPlus } from 'lucide-react'
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react'
import type { FoundDelegate } from '../../../../shared/contract/sign-in.ts'
import { useApi } from '../../../api.tsx'
import { sentenceOf } from '../../../client.ts'
import { TextField } from '../../../components/fields.tsx'
import { LETTERS_FIRST, lettersIn, segmentsOf } from '../marks.ts'
import { PresenceChip } from '../presence-chip.tsx'
import { useEased } from '../use-eased.ts'

const NOBODY: FoundDelegate[] = []

type Props = {
  field: RefObject<HTMLInputElement | null>
  id: string
  text: string
  error: string | undefined
  now: Date
  /** Somebody is chosen already: the list is put away. */
  chosen: boolean
  onText: (text: string) => void
  onPerson: (found: FoundDelegate) => void
  onNew: () => void
  /** Enter came before the list: the keyboard may go on to the time meanwhile. */
  onAhead: () => void
  /** And then it was not clear who is meant. */
  onUnclear: () => void
  onUndo: () => void
}

export function NameField(props: Props) {
  const { field, id, text, error, now, chosen, onText, onPerson, onNew, onAhead, onUnclear, onUndo } = props
  const { api } = useApi()
  const queries = useQueryClient()
  const list = useId()
  const asked = useEased(text.trim())
  const enough = lettersIn(text) >= LETTERS_FIRST && !chosen
  const found = useQuery({
    ...api.signIn.find.queryOptions({ input: { query: asked } }),
    enabled: enough && lettersIn(asked) >= LETTERS_FIRST,
    retry: false,
    gcTime: 30_000,
  })
  const fresh = enough && asked === text.trim() && found.data !== undefined
  const hits = enough ? (found.data ?? NOBODY) : NOBODY
  const [picked, setPicked] = useState<{ text: string; at: number } | null>(null)
  // After the people comes the way to add somebody: one more than there are hits.
  const at = picked?.text === text ? Math.min(picked.at, hits.length) : 0
  const [away, setAway] = useState(false)
  const open = enough && fresh && !away
  const latest = useRef(text)
  useEffect(() => {
    latest.current = text
  }, [text])

  const ahead = async () => {
    const query = text.trim()
    onAhead()
    try {
      const [only, another] = await queries.query(api.signIn.find.queryOptions({ input: { query } }))
      if (latest.current.trim() !== query) return
      if (only !== undefined && another === undefined) onPerson(only)
      else onUnclear()
    } catch {
      // The question below the field says why.
      onUnclear()
    }
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault()
      const hit = hits[at]
      if (chosen) onAhead()
      else if (!enough) return
      else if (!fresh) void ahead()
      else if (hit === undefined) onNew()
      else onPerson(hit)
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && open) {
      event.preventDefault()
      const many = hits.length + 1
      setPicked({ text, at: (at + (event.key === 'ArrowDown' ? 1 : -1) + many) % many })
    } else if (event.key === 'Escape' && text !== '') {
      event.preventDefault()
      onText('')
    } else if (event.key === 'z' && (event.ctrlKey || event.metaKey) && text === '') {
      event.preventDefault()
      onUndo()
    }
  }
  const options = [
    ...hits.map((hit) => ({ key: hit.id, hit, take: () => onPerson(hit) })),
    { key: 'new', hit: null, take: onNew },
  ]
  const optionId = (key: string) => `${list}-${key}`

  return (
    <div className="sign-in-complete paper-who">
      <TextField
        ref={field}
        id={id}
        label="Name"
        value={text}
        error={error ?? (enough && found.error !== null ? sentenceOf(found.error) : undefined)}
        maxLength={200}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={list}
        aria-activedescendant={open ? optionId(options[at]?.key ?? 'new') : undefined}
        enterKeyHint="next"
        autoCapitalize="off"
        autoFocus
        onText={(next) => {
          setAway(false)
          onText(next)
        }}
        onKeyDown={onKey}
        onFocus={() => setAway(false)}
        onBlur={() => setAway(true)}
      />
      <div id={list} role="listbox" aria-label="Whose line is it?" className="card paper-hits" hidden={!open}>
        {open
          ? options.map(({ key, hit, take }, index) => (
              // The keyboard stays in the field: its arrows choose and its Enter takes. Here a touch does both.
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
              <div
                key={key}
                id={optionId(key)}
                role="option"
                tabIndex={-1}
                aria-selected={index === at}
                ref={(row) => {
                  if (index === at) row?.scrollIntoView({ block: 'nearest' })
                }}
                onPointerDown={(event) => event.preventDefault()}
                onClick={take}
              >
                {hit === null ? (
                  <span className="paper-add row apart">
                    <UserRoundPlus className="icon" aria-hidden />
                    <span>
                      <b>Not on the list:</b> add “{text.trim()}”
                    </span>
                  </span>
                ) : (
                  <span className="paper-hit row apart">
                    <span>
                      <b>
                        {segmentsOf(hit.name, hit.marks).map(({ at: start, text: part, marked }) =>
                          marked ? <mark key={start}>{part}</mark> : <span key={start}>{part}</span>,
                        )}
                      </b>{' '}
                      <span className="small muted">{hit.organisation}</span>
                    </span>
                    <PresenceChip delegate={hit} now={now} />
                  </span>
                )}
              </div>
            ))
          : null}
      </div>
      <span className="unseen" role="status">
        {!open
          ? ''
          : hits.length === 0
            ? 'Nobody found'
            : hits.length === 1
              ? '1 person found'
              : `${hits.length} people found`}
      </span>
    </div>
  )
}
