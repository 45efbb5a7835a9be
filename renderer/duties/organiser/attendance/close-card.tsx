/** Those who have not come: whether they may still, which on the day only the organiser can say. */
import { useQueryClient } from '@tanstack/react-query'
import { UserRoundCheck, UserRoundX } from 'lucide-react'
import { useState } from 'react'
import type { AttendanceNumbers } from '../../../../shared/contract/attendance.ts'
import { useApi } from '../../../api.tsx'
import { sentenceOf } from '../../../client.ts'
import { Button } from '../../../components/button.tsx'
import { Sentence } from '../../../components/sentence.tsx'
import { absentSentence, absentTitle } from './attendance-words.ts'

export function CloseCard({ over, absent }: Pick<AttendanceNumbers, 'over'> & { absent: number }) {
  const { api, client } = useApi()
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string>()
  const close = async (closed: boolean) => {
    setBusy(true)
    setFault(undefined)
    try {
      await client.attendance.close({ closed })
      await queries.invalidateQueries({ queryKey: api.attendance.key() })
    } catch (error) {
      setFault(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <section className="card organiser-card pad stack gap-3" aria-labelledby="attendance-absent">
      <h2 id="attendance-absent">{absentTitle(over, absent)}</h2>
      <p className="small">{absentSentence(over)}</p>
      {over === 'last-day' || (over === 'no' && absent === 0) ? null : (
        <div className="row">
          <Button
            look="ghost"
            icon={over === 'no' ? UserRoundX : UserRoundCheck}
            busy={busy}
            onClick={() => void close(over === 'no')}
          >
            {over === 'no' ? 'Nobody else will come' : 'They may still come'}
          </Button>
        </div>
      )}
      {fault === undefined ? null : <Sentence tone="bad">{fault}</Sentence>}
    </section>
  )
}
