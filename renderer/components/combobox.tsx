/** A field with a list of what could be meant: the keyboard stays in the field, its arrows choose, and a touch takes. (WAI-ARIA, combobox with a listbox) */
import { type ComponentProps, type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import { TextField } from './fields.tsx'

type Option = { key: string; shown: ReactNode; onTake: () => void }

type Props = Omit<ComponentProps<typeof TextField>, 'value' | 'className' | 'onKeyDown'> & {
  value: string
  /** What the list is called, and how many are in it, said once it is there. */
  called: string
  said: string
  /** None while there is no list. */
  options: readonly Option[]
  /** The option that Enter takes before an arrow has chosen another: the first, from which they go round, or none. */
  first: 0 | -1
  /** The list is put away until something is typed, whatever could be in it. */
  away: boolean
  onAway: (away: boolean) => void
  /** Keys that mean something else here; `chosen` is the option that is marked. Answers whether it was one. */
  onKey?: (event: KeyboardEvent, chosen: Option | undefined) => boolean
  className: string
  listClassName?: string
}

export function Combobox(props: Props) {
  const { value, called, said, options, first, away, onAway, onKey, className, listClassName = '', ...field } = props
  const list = useId()
  const [picked, setPicked] = useState<{ text: string; index: number } | null>(null)
  const isOpen = !away && options.length > 0
  // What was chosen was chosen for just this text.
  const marked = picked?.text === value ? Math.min(picked.index, options.length - 1) : first
  const chosen = options[marked]

  const move = (by: number) => {
    const to =
      first === 0
        ? (marked + by + options.length) % options.length
        : Math.min(Math.max(marked + by, first), options.length - 1)
    setPicked({ text: value, index: to })
  }
  const take = (option: Option) => {
    option.onTake()
    onAway(true)
  }
  const isMeant = (event: KeyboardEvent): boolean => {
    if (onKey?.(event, chosen) === true) return true
    if (!isOpen) return false
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') move(event.key === 'ArrowDown' ? 1 : -1)
    else if (event.key === 'Escape') onAway(true)
    else if (event.key === 'Enter' && chosen !== undefined) take(chosen)
    else return false
    return true
  }

  return (
    <div className={className}>
      <TextField
        {...field}
        value={value}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={list}
        aria-activedescendant={isOpen && chosen !== undefined ? `${list}-${marked}` : undefined}
        onText={(text) => {
          onAway(false)
          setPicked(null)
          field.onText(text)
        }}
        onKeyDown={(event) => {
          if (isMeant(event)) event.preventDefault()
        }}
        onBlur={() => onAway(true)}
      />
      <div id={list} role="listbox" aria-label={called} className={`card ${listClassName}`.trim()} hidden={!isOpen}>
        {(isOpen ? options : []).map((option, index) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={option.key}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === marked}
            ref={(row) => {
              if (index === marked) row?.scrollIntoView({ block: 'nearest' })
            }}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => take(option)}
          >
            {option.shown}
          </div>
        ))}
      </div>
      <span className="unseen" role="status">
        {isOpen ? said : ''}
      </span>
    </div>
  )
}
