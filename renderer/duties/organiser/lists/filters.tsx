/** What a list can be narrowed by: the fields behind “Filter”, and a chip for each that leaves some out. */
import { X } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import type { Filter } from '../../../../shared/domain/list.ts'
import { chipsOf, type Choice, type Choices, dayShown, momentOf } from './filter-words.ts'
import type { ListState } from './use-list.ts'

const ANY = ''
const YES_OR_NO: readonly Choice[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
]

type Query = { sort: string; down: boolean }
type Props<Q extends Query> = { state: ListState<Q>; choices: Choices }

/** A field for each filter, in the order in which they are declared. */
export function Filters<Q extends Query>({ state, choices }: Props<Q>) {
  const { declared, query } = state
  const ask = (change: Record<string, unknown>) => state.ask(change as Partial<Q>)
  const valueOf = (name: string): unknown => (query as Record<string, unknown>)[name]
  return (
    <div className="card lines-filters small-fields" role="group" aria-label="Filters">
      {Object.entries(declared.filters).map(([name, filter]) => (
        <Asked
          key={name}
          filter={filter}
          value={valueOf(name)}
          choices={choices[name] ?? []}
          onAsk={(value) => ask({ [name]: value })}
        />
      ))}
      <Chosen
        label="Sorted by"
        value={query.sort}
        options={Object.entries(declared.sorts).map(([value, { called }]) => ({ value, label: called }))}
        onValue={(sort) => ask({ sort, down: declared.sorts[sort]?.down ?? false })}
      />
    </div>
  )
}

type AskedProps = { filter: Filter; value: unknown; choices: readonly Choice[]; onAsk: (value: unknown) => void }

function Asked({ filter: { rule, called, usual }, value, choices, onAsk }: AskedProps): ReactNode {
  switch (rule.is) {
    case 'one':
    case 'apart':
      return (
        <Chosen
          label={called}
          value={typeof value === 'string' ? value : ANY}
          options={[
            ...(usual === null ? [] : choices.filter((one) => one.value === usual)),
            { value: ANY, label: usual === null ? 'Any' : 'All' },
            ...choices.filter((one) => one.value !== usual),
          ]}
          onValue={(next) => onAsk(next === ANY ? null : next)}
        />
      )
    case 'flag':
      return (
        <Chosen
          label={called}
          value={typeof value === 'string' ? value : ANY}
          options={[{ value: ANY, label: 'Any' }, ...YES_OR_NO]}
          onValue={(next) => onAsk(next === ANY ? null : next)}
        />
      )
    case 'from':
    case 'to': {
      const isMoment = rule.column === 'made'
      return (
        <Day
          label={called}
          value={dayShown(value)}
          onDay={(day) => onAsk(day === '' ? null : isMoment ? momentOf(day, rule.is) : day)}
        />
      )
    }
    case 'overdue':
      return (
        <Toggles
          label="Past its day"
          options={[{ value: 'yes', label: called }]}
          on={value === 'yes' ? ['yes'] : []}
          onToggle={() => onAsk(value === 'yes' ? null : 'yes')}
        />
      )
    case 'gap': {
      const on: readonly string[] = Array.isArray(value) ? value : []
      return (
        <Toggles
          label={called}
          options={choices.filter(({ value: gap }) => gap in rule.gaps)}
          on={on}
          onToggle={(gap) => onAsk(on.includes(gap) ? on.filter((one) => one !== gap) : [...on, gap])}
        />
      )
    }
  }
}

type ChosenProps = { label: string; value: string; options: readonly Choice[]; onValue: (value: string) => void }

function Chosen({ label, value, options, onValue }: ChosenProps) {
  const id = useId()
  return (
    <div className="field-box">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <select id={id} className="field" value={value} onChange={(event) => onValue(event.currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}

function Day({ label, value, onDay }: { label: string; value: string; onDay: (day: string) => void }) {
  const id = useId()
  return (
    <div className="field-box">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="field"
        type="date"
        value={value}
        onChange={(event) => {
          // While a year is typed it is one of long ago: nothing is asked for yet.
          const day = event.currentTarget.value
          if (day === '' || day >= '1900') onDay(day)
        }}
      />
    </div>
  )
}

type TogglesProps = {
  label: string
  options: readonly Choice[]
  on: readonly string[]
  onToggle: (value: string) => void
}

function Toggles({ label, options, on, onToggle }: TogglesProps) {
  const id = useId()
  return (
    <div className="field-box lines-toggles" role="group" aria-labelledby={id}>
      <span className="field-label" id={id}>
        {label}
      </span>
      <div className="row gap-2">
        {options.map((option) => (
          <button
            key={option.value}
            type="button"
            className="chip lines-toggle"
            aria-pressed={on.includes(option.value)}
            onClick={() => onToggle(option.value)}
          >
            {option.label}
          </button>
        ))}
      </div>
    </div>
  )
}

/** Each takes itself away. */
export function FilterChips<Q extends Query>({ state, choices, now }: Props<Q> & { now: Date }) {
  const chips = chipsOf(state.declared, state.query, choices, now)
  return chips.map(({ id, words, without }) => (
    <button
      key={id}
      type="button"
      className="chip info lines-chip"
      aria-label={`${words}: take this filter away`}
      onClick={() => state.ask(without as Partial<Q>)}
    >
      <span>{words}</span>
      <X className="icon" aria-hidden />
    </button>
  ))
}
