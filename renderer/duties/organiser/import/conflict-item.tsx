/** One conflict: what stands on either side, and what to do. */
import type { ImportConflict } from '../../../../shared/contract/import.ts'
import { CHOICES, type Choice } from '../../../../shared/domain/import-decisions.ts'
import { choiceWords, conflictName, type Say, type Side, sidesOf, sideTitles } from './conflict-words.ts'

type Props = { conflict: ImportConflict; chosen: Choice; say: Say; onChoose: (choice: Choice) => void }

export function ConflictItem({ conflict, chosen, say, onChoose }: Props) {
  const { row, kind, field } = conflict
  const name = `conflict-${kind}-${row}-${field ?? ''}`
  const sides = sidesOf(conflict, say)
  const titles = sideTitles(conflict)
  return (
    <li>
      <fieldset className="import-conflict any-break">
        <legend className="strong">{conflictName(conflict)}</legend>
        {field === null ? (
          <div className="one-upright columns gap-3">
            <SideList title={titles.ours} lines={sides.ours} />
            <SideList title={titles.theirs} lines={sides.theirs} />
          </div>
        ) : null}
        <div className={CHOICES[kind].length === 4 ? 'import-answers four' : 'import-answers'}>
          {CHOICES[kind].map((choice) => (
            <label key={choice} className="choice import-answer">
              <input
                type="radio"
                name={name}
                value={choice}
                checked={chosen === choice}
                onChange={() => onChoose(choice)}
              />
              {choiceWords(conflict, choice, say)}
            </label>
          ))}
        </div>
      </fieldset>
    </li>
  )
}

function SideList({ title, lines }: { title: string; lines: readonly Side[] }) {
  return (
    <div className="import-side">
      <h4 className="tiny muted">{title}</h4>
      <dl>
        {lines.map(({ field, label, value, differs }) => (
          <div key={field}>
            <dt className="tiny muted">{label}</dt>
            <dd className={differs ? 'differs' : undefined}>
              {value === '' ? <span className="muted">–</span> : value}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
