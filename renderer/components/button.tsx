/** Buttons and links that look like them: one look for the next step, quieter ones for the rest. */
import type { LucideIcon } from 'lucide-react'
import type { ButtonHTMLAttributes } from 'react'

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  look?: 'main' | 'ghost' | 'quiet' | 'danger' | 'square'
  big?: boolean
  icon?: LucideIcon
  /** An icon after the words, for going on. */
  then?: LucideIcon
  /** At work: it stays in place and in focus, and cannot be pressed twice. */
  busy?: boolean
  /** In a dialog: the answer that changes nothing. It has the focus at first, unless there is a form. */
  safe?: boolean
}

/** A button is never `disabled`: that would take it from under the keyboard. `busy` presses do nothing. */
export function Button({
  look = 'main',
  big = false,
  icon: Icon,
  then: Then,
  busy = false,
  safe = false,
  className = '',
  children,
  onClick,
  ...rest
}: Props) {
  return (
    <button
      type="button"
      {...rest}
      className={`btn ${look === 'main' ? '' : look} ${big ? 'big' : ''} ${className}`.replaceAll(/\s+/g, ' ').trim()}
      aria-disabled={busy || undefined}
      data-safe={safe || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault()
        else onClick?.(event)
      }}
    >
      {Icon === undefined ? null : <Icon className="icon" aria-hidden />}
      {children}
      {Then === undefined ? null : <Then className="icon" aria-hidden />}
    </button>
  )
}
