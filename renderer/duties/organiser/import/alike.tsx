/** What many rows say in the same way, and one answer for all of them. */
import { Check, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { ImportRowError } from '../../../../shared/contract/import.ts'
import type { ImportFixes } from '../../../../shared/domain/import-decisions.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { Button } from '../../../components/button.tsx'
import { countWords } from '../../../components/tree-totals.ts'
import { FixField } from './fix-field.tsx'

type Props = {
  said: Pick<ImportRowError, 'column' | 'field' | 'reason' | 'rows'> & { cell: string }
  /** True where the rows are used anyway, so that nobody is lost by leaving it. */
  harmless: boolean
  pack: EventPack
  busy: boolean
  onFix: (fix: ImportFixes['everywhere'][number]) => void
}

export function Alike({ said: { column, field, reason, rows, cell }, harmless, pack, busy, onFix }: Props) {
  const [written, setWritten] = useState('')
  const forAll = rows === 1 ? 'for this row' : `for all ${countWords(rows)} rows`
  const says = cell === '' ? 'say nothing' : `say “${cell.length > 80 ? `${cell.slice(0, 79)}…` : cell}”`
  const use = () => onFix({ heading: column, from: cell, to: written })
  return (
    <li className="import-alike any-break stack gap-2">
      <p>
        <b>
          {countWords(rows)} {rows === 1 ? 'row' : 'rows'}
        </b>{' '}
        {rows === 1 ? says.replace('say ', 'says ') : says} under <b>{column}</b>.{' '}
        <span className="muted small">{reason}</span>
      </p>
      <div className="import-alike-answer columns one-upright low">
        <FixField
          label={`${column} instead, ${forAll}`}
          field={field}
          value={written}
          pack={pack}
          onText={setWritten}
          onEnter={use}
        />
        <div className="row">
          <Button icon={Check} busy={busy || (written === '' && field !== 'email')} onClick={use}>
            {`Use ${forAll}`}
          </Button>
          {harmless ? null : (
            <Button
              look="quiet"
              icon={Trash2}
              busy={busy}
              onClick={() => onFix({ heading: column, from: cell, to: null })}
            >
              {`Leave out all ${countWords(rows)}`}
            </Button>
          )}
        </div>
      </div>
    </li>
  )
}
