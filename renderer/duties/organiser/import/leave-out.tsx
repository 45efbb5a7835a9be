/** Rows to be left out though nothing is wrong with them: said by their numbers, as the spreadsheet counts them. */
import { Trash2 } from 'lucide-react'
import { useId, useState } from 'react'
import { isFull, MOST_BY_HAND } from '../../../../shared/domain/import-decisions.ts'
import { rowsIn } from '../../../../shared/domain/row-numbers.ts'
import { Button } from '../../../components/button.tsx'
import { TextField } from '../../../components/fields.tsx'
import type { Importing } from './use-import.ts'

export function LeaveOut({ decisions: { fixes }, decide, busy }: Pick<Importing, 'decisions' | 'decide' | 'busy'>) {
  const [written, setWritten] = useState('')
  const [error, setError] = useState<string | undefined>(undefined)
  const id = useId()
  const leaveOut = () => {
    const rows = rowsIn(written, MOST_BY_HAND - fixes.without.length)
    if (rows === null || rows.length === 0) {
      setError('Write the numbers of rows, such as 4, 7-9')
      document.getElementById(id)?.focus()
      return
    }
    setWritten('')
    setError(undefined)
    decide({ decide: 'without-rows', rows })
  }
  return (
    <div className="import-alike-answer columns one-upright low">
      <TextField
        id={id}
        label="Leave rows out, by their numbers"
        hint="As the spreadsheet counts them, such as 4, 7-9"
        error={error}
        value={written}
        maxLength={400}
        onText={setWritten}
        onKeyDown={(event) => {
          if (event.key === 'Enter') leaveOut()
        }}
      />
      <Button look="ghost" icon={Trash2} busy={busy !== null || isFull(fixes)} onClick={leaveOut}>
        Leave them out
      </Button>
    </div>
  )
}
