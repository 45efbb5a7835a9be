/** What has to be put right, at the top of a page: it takes focus, and each line leads to its field. (GOV.UK Design System, error summary) */
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { useErrorInTitle } from './error-title.ts'
import type { FieldError } from './fields.tsx'

/** What a field is called on the page. */
function nameOf(id: string): string {
  const field = document.getElementById(id)
  const label = field !== null && 'labels' in field ? (field.labels as NodeListOf<HTMLLabelElement> | null)?.[0] : null
  return label?.textContent.trim() ?? ''
}
/** A rule of text that knows no field says “this”; away from its field it is said of which. */
const named = (message: string, name: string): string =>
  name === '' ? message : message.replace(/^This /, () => `“${name}” `)

/** The page knows what its fields are called: it is asked once they are there. */
const never = () => () => undefined
function Named({ id, message }: FieldError) {
  return named(
    message,
    useSyncExternalStore(never, () => nameOf(id)),
  )
}

export function ErrorSummary({ errors }: { errors: readonly FieldError[] }) {
  const box = useRef<HTMLDivElement>(null)
  useErrorInTitle(errors.length > 0)
  useEffect(() => {
    if (errors.length > 0) box.current?.focus()
  }, [errors])
  if (errors.length === 0) return null
  return (
    <div ref={box} className="error-summary" tabIndex={-1} aria-labelledby="error-summary-title">
      {/* Within, so that it is said once: the focus is on what is around it. */}
      <div role="alert" className="stack gap-2">
        <h2 id="error-summary-title">There is a problem</h2>
        <ul>
          {errors.map(({ id, message }) => (
            <li key={id}>
              <a
                href={`#${id}`}
                onClick={(event) => {
                  event.preventDefault()
                  goTo(id)
                }}
              >
                <Named id={id} message={message} />
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

/** To the field, with its label and what is wrong with it in view as well. */
function goTo(id: string): void {
  const field = document.getElementById(id)
  const whole = field?.closest('.field-box') ?? field
  field?.focus({ preventScroll: true })
  whole?.scrollIntoView({ block: 'nearest' })
}
