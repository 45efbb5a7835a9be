/** The clock of this tablet: what it says, and what a clock that somebody trusts says instead. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Clock } from 'lucide-react'
import { useState } from 'react'
import { z } from 'zod'
import { useApi } from '../../../api.tsx'
import { Button } from '../../../components/button.tsx'
import { TextField } from '../../../components/fields.tsx'
import { FormDialog } from '../../../components/form/form-dialog.tsx'
import { useForm } from '../../../components/form/use-form.ts'
import { Sentence } from '../../../components/sentence.tsx'
import { dayOf } from '../../../words/times.ts'
import { aheadWords, longTime, momentSaid } from './clock-words.ts'

export function ClockCard() {
  const { api } = useApi()
  const queries = useQueryClient()
  const clock = useQuery({ ...api.station.clock.queryOptions(), staleTime: 0 }).data
  const [asking, setAsking] = useState(false)
  const [isSaid, setIsSaid] = useState(false)
  if (clock === undefined) return null
  return (
    <section className="card organiser-card pad stack gap-3" aria-labelledby="clock-title">
      <h2 id="clock-title">Its clock</h2>
      <p className="muted">
        It says <b>{longTime(new Date(clock.now))}</b>. {aheadWords(clock.ahead)}
      </p>
      {isSaid ? (
        <Sentence tone="ok">
          Kept. What this tablet wrote since its clock was last set is shown by that, on every tablet. Set the clock in
          the tablet’s own settings, too.
        </Sentence>
      ) : null}
      <div className="row">
        <Button look="ghost" icon={Clock} onClick={() => setAsking(true)}>
          Put its time right
        </Button>
      </div>
      {asking ? (
        <SayTime
          onBack={() => setAsking(false)}
          onDone={async () => {
            setAsking(false)
            setIsSaid(true)
            await queries.invalidateQueries()
          }}
        />
      ) : null}
    </section>
  )
}

/** What somebody says that the time is, as the instant that it means. */
const moment = z.object({ day: z.string(), time: z.string() }).transform(({ day, time }, context) => {
  const right = momentSaid(day, time)
  if (right !== null) return right.toISOString()
  const error = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
  if (momentSaid(day, '12:00') === null) error('day', 'Give the day')
  if (momentSaid('2023-12-12', time) === null) error('time', 'Give the time, such as 10:05')
  return z.NEVER
})

function SayTime({ onBack, onDone }: { onBack: () => void; onDone: () => Promise<void> }) {
  const { client } = useApi()
  const form = useForm(moment, {
    prefix: 'right',
    values: { day: dayOf(new Date()), time: '' },
    send: (right) => client.station.sayTime({ right }),
    onDone,
  })
  return (
    <FormDialog
      form={form}
      title="What time is it really?"
      back={{ words: 'Leave it as it is', onBack }}
      button={{ words: 'It is that now', busy: 'Keeping…' }}
    >
      <p>Look at a clock that you trust: a phone, or the one on the wall. If this tablet is right, say the same.</p>
      <TextField {...form.text('day')} label="The day" type="date" className="short" />
      <TextField {...form.text('time')} label="The time" type="time" className="short" autoFocus />
    </FormDialog>
  )
}
