/** Where someone works, completed from the organisations that are known already. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../api.tsx'
import { Combobox } from '../../components/combobox.tsx'
import { useEased } from './use-eased.ts'

/** The station suggests nothing before so many characters. */
const ENOUGH = 2

type Props = { id: string; label: string; value: string; error?: string | undefined; onText: (text: string) => void }

export function OrganisationField(props: Props) {
  const { value, onText } = props
  const { api } = useApi()
  const [away, setAway] = useState(true)
  const asked = useEased(value.trim())
  const found = useQuery({
    ...api.signIn.organisations.queryOptions({ input: { query: asked.slice(0, 200) } }),
    enabled: !away && asked.length >= ENOUGH,
    retry: false,
  })
  const known = asked === value.trim() ? (found.data ?? []).filter((name) => name !== value) : []
  return (
    <Combobox
      {...props}
      className="sign-in-complete"
      maxLength={400}
      called="Organisations known already"
      said={known.length === 1 ? '1 organisation to choose from' : `${known.length} organisations to choose from`}
      options={known.map((name) => ({ key: name, shown: name, onTake: () => onText(name) }))}
      first={-1}
      away={away}
      onAway={setAway}
    />
  )
}
