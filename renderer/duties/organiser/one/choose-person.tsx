/** Somebody of the list, looked for by name. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useApi } from '../../../api.tsx'
import { ChooseDialog } from './choose-dialog.tsx'

type Props = {
  title: string
  lead: string
  not: string
  first: string
  said?: ReactNode
  onChoose: (id: string) => void
  onBack: () => void
}

/** `not`: whom nobody means here; `first`: what is searched for at the beginning. */
export function ChoosePerson({ title, lead, not, first, said, onChoose, onBack }: Props) {
  const { api } = useApi()
  const [typed, setTyped] = useState(first)
  const input = { search: typed, offset: 0, limit: 9 }
  const found = useQuery(api.signIn.list.queryOptions({ input, placeholderData: keepPreviousData }))
  const choices = found.data?.items
    .filter(({ id }) => id !== not)
    .map(({ id, name, organisation, role }) => ({
      id,
      title: name,
      line: [organisation, role].filter(Boolean).join(', '),
    }))
  return (
    <ChooseDialog
      title={title}
      lead={lead}
      search={{ label: 'Search the delegates', hint: 'Name, organisation or e-mail', typed, onText: setTyped }}
      choices={choices}
      none="Nobody on the list fits that. Try another part of the name."
      said={said}
      onChoose={onChoose}
      onBack={onBack}
    />
  )
}
