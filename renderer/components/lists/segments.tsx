/** A few ways to narrow a list, beside each other; one of them is on. */
import './lists.css'

type Props<Value extends string> = {
  name: string
  value: Value
  options: readonly { value: Value; label: string; count?: string }[]
  onChange: (value: Value) => void
}

export function Segments<Value extends string>({ name, value, options, onChange }: Props<Value>) {
  return (
    <div className="list-segments" role="group" aria-label={name}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.label}
          {option.count === undefined ? null : <span className="list-count"> {option.count}</span>}
        </button>
      ))}
    </div>
  )
}

type ChoiceProps = {
  label: string
  value: string
  options: readonly { value: string; label: string }[]
  onChange: (value: string) => void
}

/** For more ways than fit beside each other. */
export function Narrow({ label, value, options, onChange }: ChoiceProps) {
  return (
    <label className="list-narrow">
      <span className="unseen">{label}</span>
      <select className="field" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}
