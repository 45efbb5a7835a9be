/** The field for one cell: a choice where the event says what there is, and otherwise whatever is written. */
import type { ImportRowError } from '../../../../shared/contract/import.ts'
import { openOf } from '../../../../shared/domain/event-change/open.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { SelectField, TextField } from '../../../components/fields.tsx'
import { sectorChoices, tableChoices } from '../../../words/programme.ts'

type Props = {
  label: string
  field: ImportRowError['field']
  value: string
  pack: EventPack
  /** What is wrong with it. */
  error?: string | undefined
  /** What is to be known of it, where nothing is wrong. */
  hint?: string | undefined
  onText: (text: string) => void
  onEnter: () => void
}

/** Whether the event gives the answers for this field, so that there is nothing to write. */
const isChosen = (field: ImportRowError['field'], pack: EventPack): boolean =>
  field === 'sector' || (field === 'table' && openOf(pack.tables).length > 0)

export function FixField({ label, field, value, pack, error, hint, onText, onEnter }: Props) {
  if (isChosen(field, pack)) {
    const options = field === 'sector' ? sectorChoices(pack, '') : tableChoices(pack, '')
    const known = options.some((one) => one.value === value)
    return (
      <SelectField
        label={label}
        error={error}
        hint={hint}
        value={known ? value : ''}
        onText={onText}
        options={options}
      />
    )
  }
  return (
    <TextField
      label={label}
      error={error}
      hint={hint}
      value={value}
      maxLength={400}
      onText={onText}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onEnter()
      }}
    />
  )
}
