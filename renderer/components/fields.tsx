/** Form fields: label, hint, error and field, tied together for everyone who reads them. */
import { CircleAlert } from 'lucide-react'
import { type InputHTMLAttributes, type ReactNode, type RefAttributes, type TextareaHTMLAttributes, useId } from 'react'
import { useErrorInTitle } from './error-title.ts'

type Around = { label: ReactNode; hint?: ReactNode; error?: string | undefined; id?: string }

function Box({ id, label, hint, error, children }: Around & { id: string; children: ReactNode }) {
  return (
    <div className={error === undefined ? 'field-box' : 'field-box wrong'}>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {hint === undefined ? null : (
        <span className="field-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error === undefined ? null : <FieldError id={`${id}-error`}>{error}</FieldError>}
      {children}
    </div>
  )
}

function FieldError({ id, children }: { id: string; children: string }) {
  useErrorInTitle(true)
  return (
    <span className="field-error" id={id}>
      <CircleAlert className="icon" aria-hidden />
      {children}
    </span>
  )
}

const described = (id: string, hint: ReactNode, error: string | undefined) =>
  [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].filter(Boolean).join(' ') ||
  undefined

/** `onText` is told what is in the field at every keystroke. */
export function TextField({
  label,
  hint,
  error,
  id,
  onText,
  className = '',
  ...rest
}: Around & { onText: (text: string) => void } & Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'id'> &
  RefAttributes<HTMLInputElement>) {
  const own = useId()
  const name = id ?? own
  return (
    <Box id={name} label={label} hint={hint} error={error}>
      <input
        type="text"
        autoComplete="off"
        spellCheck={false}
        {...rest}
        data-first={rest.autoFocus === true || undefined}
        id={name}
        className={`field ${className}`.trim()}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={described(name, hint, error)}
        onChange={(event) => onText(event.currentTarget.value)}
      />
    </Box>
  )
}

export function TextArea({
  label,
  hint,
  error,
  id,
  onText,
  className = '',
  ...rest
}: Around & { onText: (text: string) => void } & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange' | 'id'>) {
  const own = useId()
  const name = id ?? own
  return (
    <Box id={name} label={label} hint={hint} error={error}>
      <textarea
        autoComplete="off"
        {...rest}
        data-first={rest.autoFocus === true || undefined}
        id={name}
        className={`field ${className}`.trim()}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={described(name, hint, error)}
        onChange={(event) => onText(event.currentTarget.value)}
      />
    </Box>
  )
}

export function SelectField({
  label,
  hint,
  error,
  id,
  value,
  onText,
  options,
}: Around & { value: string; onText: (text: string) => void; options: readonly { value: string; label: string }[] }) {
  const own = useId()
  const name = id ?? own
  return (
    <Box id={name} label={label} hint={hint} error={error}>
      <select
        id={name}
        className="field"
        value={value}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={described(name, hint, error)}
        onChange={(event) => onText(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Box>
  )
}

type Option<Value extends string> = { value: Value; label: ReactNode; hint?: ReactNode; lead?: ReactNode }

type RadioProps<Value extends string> = {
  legend: ReactNode
  /** True where the page's own heading asks the question already. */
  legendUnseen?: boolean
  name: string
  id?: string
  value: Value | null
  onChange: (value: Value) => void
  options: readonly Option<Value>[]
  columns?: 'two' | 'three'
  hint?: ReactNode
  error?: string | undefined
}

/** One answer of several, each a large target. */
export function RadioList<Value extends string>({
  legend,
  legendUnseen = false,
  name,
  id,
  value,
  onChange,
  options,
  columns,
  hint,
  error,
}: RadioProps<Value>) {
  const own = useId()
  const base = id ?? own
  return (
    <fieldset
      className={error === undefined ? 'field-box' : 'field-box wrong'}
      aria-describedby={described(base, hint, error)}
    >
      <legend className={legendUnseen ? 'unseen' : 'field-label'}>{legend}</legend>
      {hint === undefined ? null : (
        <span className="field-hint" id={`${base}-hint`}>
          {hint}
        </span>
      )}
      {error === undefined ? null : <FieldError id={`${base}-error`}>{error}</FieldError>}
      <div className={`choices ${columns ?? ''}`.trim()}>
        {options.map((option, index) => (
          <label key={option.value} className="choice">
            <input
              type="radio"
              id={index === 0 ? base : undefined}
              name={name}
              value={option.value}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
            />
            {option.lead}
            <span className="choice-words">
              <b>{option.label}</b>
              {option.hint === undefined ? null : <span className="small muted">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** A yes or no in one touch. */
export function Tick({
  label,
  hint,
  checked,
  onChange,
  id,
}: {
  label: ReactNode
  hint?: ReactNode
  checked: boolean
  onChange: (checked: boolean) => void
  id?: string
}) {
  return (
    <label className="choice">
      <input type="checkbox" id={id} checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span className="choice-words">
        <b>{label}</b>
        {hint === undefined ? null : <span className="small muted">{hint}</span>}
      </span>
    </label>
  )
}

export type FieldError = { id: string; message: string }

/** The error of one field, if it has one. */
export const errorOf = (errors: readonly FieldError[], id: string): string | undefined =>
  errors.find((error) => error.id === id)?.message
