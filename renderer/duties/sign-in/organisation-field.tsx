/** Where someone works, completed from the organisations that are known already. */
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useId, useState } from 'react'
import { useApi } from '../../api.tsx'
import { TextField } from '../../components/fields.tsx'
import { useEased } from './use-eased.ts'

/** The station suggests nothing before so many characters. */
const ENOUGH = 2

type Props = { id: string; label: string; value: string; error?: string | undefined; onText: (text: string) => void }

export function OrganisationField({ id, label, value, error, onText }: Props) {
  const { api } = useApi()
  const list = useId()
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const asked = useEased(value.trim())
  const found = useQuery({
    ...api.signIn.organisations.queryOptions({ input: { query: asked.slice(0, 200) } }),
    enabled: open && asked.length >= ENOUGH,
    retry: false,
  })
  const known = open && asked === value.trim() ? (found.data ?? []).filter((name) => name !== value) : []

  const take = (name: string) => {
    onText(name)
    close()
  }
  const close = () => {
    setOpen(false)
    setAt(-1)
  }
  const onKey = (event: KeyboardEvent) => {
    const chosen = known[at]
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && known.length > 0) {
      event.preventDefault()
      setAt((before) => Math.min(Math.max(before + (event.key === 'ArrowDown' ? 1 : -1), -1), known.length - 1))
    } else if (event.key === 'Enter' && chosen !== undefined) {
      event.preventDefault()
      take(chosen)
    } else if (event.key === 'Escape' && known.length > 0) {
      event.preventDefault()
      close()
    }
  }

  return (
    <div className="sign-in-complete">
      <TextField
        id={id}
        label={label}
        value={value}
        error={error}
        maxLength={400}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={known.length > 0}
        aria-controls={list}
        aria-activedescendant={known[at] === undefined ? undefined : `${list}-${at}`}
        onText={(text) => {
          onText(text)
          setOpen(true)
          setAt(-1)
        }}
        onKeyDown={onKey}
        onBlur={close}
      />
      <div
        id={list}
        role="listbox"
        aria-label="Organisations known already"
        className="card"
        hidden={known.length === 0}
      >
        {known.map((name, index) => (
          // The keyboard stays in the field: its arrows choose and its Enter takes. Here a touch does both.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={name}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => take(name)}
          >
            {name}
          </div>
        ))}
      </div>
      <span className="unseen" role="status">
        {known.length === 0
          ? ''
          : known.length === 1
            ? '1 organisation to choose from'
            : `${known.length} organisations to choose from`}
      </span>
    </div>
  )
}
