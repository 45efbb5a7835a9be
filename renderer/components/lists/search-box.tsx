/** The search over a list. */
import { Search, X } from 'lucide-react'
import { useId, useRef } from 'react'
import { Button } from '../button.tsx'
import './lists.css'

type Props = { label: string; hint: string; value: string; onText: (text: string) => void }

/** `label` is what it is called, `hint` what can be looked for. */
export function SearchBox({ label, hint, value, onText }: Props) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  return (
    <div className="list-search" role="search">
      <label className="unseen" htmlFor={id}>
        {label}
      </label>
      <Search className="icon" aria-hidden />
      <input
        ref={field}
        id={id}
        className="field"
        type="search"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        placeholder={hint}
        value={value}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      {value === '' ? null : (
        <Button
          look="quiet"
          aria-label="Clear the search"
          onClick={() => {
            onText('')
            field.current?.focus()
          }}
        >
          <X className="icon" aria-hidden />
        </Button>
      )}
    </div>
  )
}
