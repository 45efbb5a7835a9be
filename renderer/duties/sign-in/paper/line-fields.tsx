/** The line that is being entered, laid out as on the paper: name, organisation, time in, time out. */
import { CornerDownLeft, UserRoundCheck, UserRoundPlus } from 'lucide-react'
import { type KeyboardEvent, type RefObject, type SubmitEvent, useEffect, useRef } from 'react'
import type { FoundDelegate } from '../../../../shared/contract/sign-in.ts'
import { Button } from '../../../components/button.tsx'
import { TextField } from '../../../components/fields.tsx'
import { OrganisationField } from '../organisation-field.tsx'
import type { LineError, LineForm } from './line.ts'
import { NameField } from './name-field.tsx'

type LineFieldsRefs = { name: RefObject<HTMLInputElement | null>; in: RefObject<HTMLInputElement | null> }

type Props = {
  refs: LineFieldsRefs
  form: LineForm
  now: Date
  error: LineError | null
  /** What the times are read as while they are typed: `09:05`. */
  readings: { in: string; out: string }
  onForm: (change: Partial<LineForm>) => void
  onPerson: (found: FoundDelegate) => void
  onNew: () => void
  onAhead: () => void
  onUnclear: () => void
  onUndo: () => void
  onEnter: () => void
  /** Escape: this line is put away. */
  onAway: () => void
}

export function LineFields({ refs, form, now, error, readings, onForm, onEnter, onAway, ...name }: Props) {
  const whole = useRef<HTMLFormElement>(null)
  // What is wrong is where the keyboard is, with the text chosen, so that the right one only has to be typed.
  useEffect(() => {
    if (error === null) return
    const field = whole.current?.querySelector<HTMLInputElement>(`#paper-line-${error.field}`)
    field?.focus()
    field?.select()
  }, [error])
  const messageOf = (field: LineError['field']) => (error?.field === field ? error.message : undefined)
  const { who } = form
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    onEnter()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault()
      onAway()
    }
  }
  const time = (field: 'in' | 'out', label: string) => (
    <TextField
      ref={field === 'in' ? refs.in : undefined}
      id={`paper-line-${field}`}
      label={
        <>
          {label}
          {readings[field] === '' || readings[field] === form[field] ? null : (
            <span className="paper-reading tiny"> = {readings[field]}</span>
          )}
        </>
      }
      value={form[field]}
      error={messageOf(field)}
      className="paper-time-field"
      maxLength={12}
      enterKeyHint="done"
      onText={(text) => onForm({ [field]: text })}
      onFocus={(event) => event.currentTarget.select()}
    />
  )
  return (
    // Escape is for whoever has the keyboard in one of its fields.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      ref={whole}
      className="card paper-line-form stack gap-2"
      aria-label="A line of the sheet"
      noValidate
      onSubmit={submit}
      onKeyDown={onKey}
    >
      <div className="paper-fields" data-new={who === 'new' || undefined}>
        <NameField
          {...name}
          field={refs.name}
          id="paper-line-name"
          text={form.name}
          error={messageOf('name')}
          now={now}
          chosen={who !== null}
          onText={(text) =>
            onForm({ name: text, who: who === 'new' && text.trim() !== '' ? 'new' : null, instead: null })
          }
        />
        {who === 'new' ? (
          <OrganisationField
            id="paper-line-organisation"
            label="Organisation"
            value={form.organisation}
            error={messageOf('organisation')}
            onText={(organisation) => onForm({ organisation })}
          />
        ) : null}
        {time('in', 'Time in')}
        {time('out', 'Time out')}
        <Button type="submit" icon={CornerDownLeft}>
          {form.instead === null ? 'Enter' : 'Correct'}
        </Button>
      </div>
      <div className="paper-under row apart">
        <p className="paper-chosen beside gap-2" aria-live="polite">
          {who === null ? (
            <span className="small muted">Three letters of the name, Enter, the time, Enter: done.</span>
          ) : who === 'new' ? (
            <>
              <UserRoundPlus className="icon" aria-hidden />
              <span>
                <b>Not on the list:</b> they will be added
              </span>
            </>
          ) : (
            <>
              <UserRoundCheck className="icon" aria-hidden />
              <span>
                <b>{who.name}</b>
                {who.organisation === '' ? null : <span className="muted"> · {who.organisation}</span>}
                {form.instead === null ? null : <span className="muted"> · corrects the line entered before</span>}
                {form.instead === null && who.here ? <span className="muted"> · here already</span> : null}
              </span>
            </>
          )}
        </p>
        <p className="paper-keys tiny muted">
          <kbd>Tab</kbd> to the time out · <kbd>Esc</kbd> empties the line · <kbd>Ctrl</kbd> <kbd>Z</kbd> takes back the
          last
        </p>
      </div>
    </form>
  )
}
