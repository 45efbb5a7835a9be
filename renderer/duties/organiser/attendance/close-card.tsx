/** Those who have not come: whether they may still, which on the day only the organiser can say. */
import { useQueryClient } from '@tanstack/react-query'
import { UserRoundCheck, UserRoundX } from 'lucide-react'
import type { AttendanceNumbers } from '../../../../shared/contract/attendance.ts'
import { useApi } from '../../../api.tsx'
import { Button } from '../../../components/button.tsx'
import { useSending } from '../../../components/form/use-sending.ts'
import { Sentence } from '../../../components/sentence.tsx'
import { absentSentence, absentTitle } from './attendance-words.ts'

export function CloseCard({ over, absent }: Pick<AttendanceNumbers, 'over'> & { absent: number }) {
  const { api, client } = useApi()
  const queries = useQueryClient()
  const { busy, said, attempt } = useSending()
  const close = (closed: boolean) =>
    attempt(async () => {
      await client.attendance.close({ closed })
      await queries.invalidateQueries({ queryKey: api.attendance.key() })
    })
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
      {said === undefined ? null : <Sentence tone={said.tone}>{said.words}</Sentence>}
    </section>
  )
}
