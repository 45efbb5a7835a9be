/** Who came, in numbers, and the list to take away. */
import { useQuery } from '@tanstack/react-query'
import { Printer } from 'lucide-react'
import { useState } from 'react'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { useApi } from '../../../api.tsx'
import { sentenceOf } from '../../../client.ts'
import { AttendanceNumbers } from '../../../components/attendance-numbers/attendance-numbers.tsx'
import { PrintNumbers } from '../../../components/attendance-numbers/print-numbers.tsx'
import { Button } from '../../../components/button.tsx'
import { Waiting } from '../../../components/no-station.tsx'
import { Sentence } from '../../../components/sentence.tsx'
import { useNow } from '../../../components/use-now.ts'
import { PageHead } from '../shell.tsx'
import { CloseCard } from './close-card.tsx'
import { ListCard } from './list-card.tsx'

export function AttendancePage({ pack, rehearsal }: { pack: EventPack; rehearsal: boolean }) {
  const { api } = useApi()
  const now = useNow()
  const found = useQuery(api.attendance.numbers.queryOptions())
  const [isPrinting, setPrinting] = useState(false)
  const numbers = found.data
  return (
    <>
      <PageHead title="Attendance" line="How many came, when, and from where">
        {numbers === undefined ? null : (
          <Button look="ghost" icon={Printer} onClick={() => setPrinting(true)}>
            Print the numbers
          </Button>
        )}
      </PageHead>
      {found.error === null ? null : <Sentence tone="bad">{sentenceOf(found.error)}</Sentence>}
      {numbers === undefined ? (
        found.error === null ? (
          <Waiting />
        ) : null
      ) : (
        <AttendanceNumbers numbers={numbers} now={now}>
          <div className="organiser-halves columns one-upright top gap-5 alike">
            <ListCard rehearsal={rehearsal} />
            <CloseCard over={numbers.over} absent={numbers.totals.absent} />
          </div>
        </AttendanceNumbers>
      )}
      {isPrinting && numbers !== undefined ? (
        <PrintNumbers numbers={numbers} pack={pack} rehearsal={rehearsal} now={now} onDone={() => setPrinting(false)} />
      ) : null}
    </>
  )
}
