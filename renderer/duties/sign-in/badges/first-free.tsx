/** Which label of a begun sheet is the first still free: a picture of the sheet, each label a touch. */
import { type BadgePaper, labelsPerPage } from '../../../../shared/domain/badge-layout.ts'

type Props = { paper: BadgePaper; value: number; onChange: (label: number) => void }

/** Nothing for cards and rolls, which have one label each. `value` counts from 0. */
export function FirstFree({ paper, value, onChange }: Props) {
  const labels = labelsPerPage(paper)
  if (labels === 1) return null
  return (
    <fieldset className="badges-sheet">
      <legend className="field-label">First free label</legend>
      <div className="badges-labels">
        {Array.from({ length: labels }, (_, label) => (
          <label key={label} className={label < value ? 'gone' : undefined}>
            <input
              type="radio"
              name="first-free-label"
              aria-label={`Label ${label + 1} of ${labels}`}
              checked={label === value}
              onChange={() => onChange(label)}
            />
            <span aria-hidden>{label + 1}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
