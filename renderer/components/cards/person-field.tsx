/** Whose card it is: a name that is typed, and whoever on the list it may be. */
import { useQuery } from '@tanstack/react-query'
import { UserRoundCheck } from 'lucide-react'
import { useState } from 'react'
import type { FoundDelegate } from '../../../shared/contract/sign-in.ts'
import { useApi } from '../../api.tsx'
import { Chip } from '../chip.tsx'
import { Combobox } from '../combobox.tsx'

/** The station lists nobody before so many letters. */
const ENOUGH = 3

type Props = {
  id: string
  value: string
  error: string | undefined
  /** Somebody on the list was chosen. */
  isChosen: boolean
  onText: (text: string) => void
  onPerson: (found: FoundDelegate) => void
}

export function PersonField({ isChosen, onPerson, ...field }: Props) {
  const { api } = useApi()
  const [away, setAway] = useState(true)
  const query = field.value.trim().slice(0, 200)
  const found = useQuery({
    ...api.signIn.find.queryOptions({ input: { query } }),
    enabled: !away && !isChosen && query.length >= ENOUGH,
    retry: false,
    gcTime: 30_000,
  })
  const hits = isChosen || query.length < ENOUGH ? [] : (found.data ?? []).slice(0, 6)
  return (
    <div className="stack gap-2">
      <Combobox
        {...field}
        label="Name"
        className="cards-person"
        listClassName="cards-hits"
        maxLength={200}
        called="People on the list"
        said={hits.length === 1 ? '1 person on the list' : `${hits.length} people on the list`}
        options={hits.map((hit) => ({
          key: hit.id,
          shown: (
            <>
              <b>{hit.name}</b> <span className="small muted">{hit.organisation}</span>
            </>
          ),
          onTake: () => onPerson(hit),
        }))}
        first={-1}
        away={away}
        onAway={setAway}
      />
      {isChosen ? (
        <Chip tone="ok" icon={UserRoundCheck}>
          On the list
        </Chip>
      ) : null}
    </div>
  )
}
