/** How many have come, when, and from where: for the steward, without a name. */
import { useQuery } from '@tanstack/react-query'
import { ArrowLeft, Printer } from 'lucide-react'
import { useState } from 'react'
import { useApi } from '../../../api.tsx'
import { sentenceOf } from '../../../client.ts'
import { AttendanceNumbers } from '../../../components/attendance-numbers/attendance-numbers.tsx'
import { PrintNumbers } from '../../../components/attendance-numbers/print-numbers.tsx'
import { Button } from '../../../components/button.tsx'
import { Waiting } from '../../../components/no-station.tsx'
import { Dock, Heading } from '../../../components/page.tsx'
import { Sentence } from '../../../components/sentence.tsx'
import type { DeskPage } from '../desk-page.ts'

export function NumbersPage({ state, pack, now, onLeave }: DeskPage) {
  const { api } = useApi()
  const found = useQuery(api.attendance.numbers.queryOptions())
  const [isPrinting, setPrinting] = useState(false)
  const numbers = found.data
  return (
    <>
      <main className="sign-in-page stack gap-4">
        <Heading>Numbers</Heading>
        {found.error === null ? null : <Sentence tone="bad">{sentenceOf(found.error)}</Sentence>}
        {numbers === undefined ? (
          found.error === null ? (
            <Waiting />
          ) : null
        ) : (
          <AttendanceNumbers numbers={numbers} now={now} />
        )}
      </main>
      <Dock>
        <Button look="ghost" icon={ArrowLeft} onClick={onLeave}>
          Back to the desk
        </Button>
        <span className="push" />
        {numbers === undefined ? null : (
          <Button look="quiet" icon={Printer} onClick={() => setPrinting(true)}>
            Print the numbers
          </Button>
        )}
      </Dock>
      {isPrinting && numbers !== undefined ? (
        <PrintNumbers
          numbers={numbers}
          pack={pack}
          rehearsal={state.rehearsal}
          now={now}
          onDone={() => setPrinting(false)}
        />
      ) : null}
    </>
  )
}
