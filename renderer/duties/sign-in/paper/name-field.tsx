/** Whose line it is: a few letters, and Enter takes the first; the last of the list adds somebody who is not on it. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { UserRoundPlus } from 'lucide-react'
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { FoundDelegate } from '../../../../shared/contract/sign-in.ts'
import { useApi } from '../../../api.tsx'
import { sentenceOf } from '../../../client.ts'
import { Combobox } from '../../../components/combobox.tsx'
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
  const [away, setAway] = useState(false)
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
  const onKey = (event: KeyboardEvent, marked: { onTake: () => void } | undefined): boolean => {
    if (event.key === 'Enter') {
      if (chosen) onAhead()
      else if (enough && !fresh) void ahead()
      else if (enough) marked?.onTake()
      return true
    }
    if (event.key === 'Escape' && text !== '') {
      onText('')
      return true
    }
    if (event.key !== 'z' || !(event.ctrlKey || event.metaKey) || text !== '') return false
    onUndo()
    return true
  }
  const add = (
    <span className="paper-add row apart">
      <UserRoundPlus className="icon" aria-hidden />
      <span>
        <b>Not on the list:</b> add “{text.trim()}”
      </span>
    </span>
  )
  // After the people comes the way to add somebody.
  const options = [
    ...hits.map((hit) => ({ key: hit.id, shown: <Hit hit={hit} now={now} />, onTake: () => onPerson(hit) })),
    { key: 'new', shown: add, onTake: onNew },
  ]

  return (
    <Combobox
      ref={field}
      id={id}
      label="Name"
      value={text}
      error={error ?? (enough && found.error !== null ? sentenceOf(found.error) : undefined)}
      className="sign-in-complete paper-who"
      listClassName="paper-hits"
      maxLength={200}
      enterKeyHint="next"
      autoCapitalize="off"
      autoFocus
      called="Whose line is it?"
      said={hits.length === 0 ? 'Nobody found' : hits.length === 1 ? '1 person found' : `${hits.length} people found`}
      options={fresh ? options : []}
      first={0}
      away={away}
      onAway={setAway}
      onText={onText}
      onKey={onKey}
      onFocus={() => setAway(false)}
    />
  )
}

const Hit = ({ hit, now }: { hit: FoundDelegate; now: Date }) => (
  <span className="paper-hit row apart">
    <span>
      <b>
        {segmentsOf(hit.name, hit.marks).map(({ start, text: part, marked }) =>
          marked ? <mark key={start}>{part}</mark> : <span key={start}>{part}</span>,
        )}
      </b>{' '}
      <span className="small muted">{hit.organisation}</span>
    </span>
    <PresenceChip delegate={hit} now={now} />
  </span>
)
