/** The clock of this tablet: what it says, and what a clock that somebody trusts says instead. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Clock } from 'lucide-react'
import { type SubmitEvent, useId, useState } from 'react'
import { useApi } from '../../../api.tsx'
import { sentenceOf } from '../../../client.ts'
import { Button } from '../../../components/button.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { ErrorSummary, type Fault, faultOf, TextField } from '../../../components/fields.tsx'
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

const [DAY, TIME] = ['right-day', 'right-time']

function SayTime({ onBack, onDone }: { onBack: () => void; onDone: () => Promise<void> }) {
  const { client } = useApi()
  const form = useId()
  const [day, setDay] = useState(() => dayOf(new Date()))
  const [time, setTime] = useState('')
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)

  const say = async () => {
    const right = momentSaid(day, time)
    setProblem('')
    setFaults(
      right !== null
        ? []
        : [
            ...(momentSaid(day, '12:00') === null ? [{ id: DAY, message: 'Give the day' }] : []),
            ...(momentSaid('2023-12-12', time) === null ? [{ id: TIME, message: 'Give the time, such as 10:05' }] : []),
          ],
    )
    if (right === null) return
    setBusy(true)
    try {
      await client.station.sayTime({ right: right.toISOString() })
      await onDone()
    } catch (error) {
      setProblem(sentenceOf(error))
      setBusy(false)
    }
  }

  return (
    <Dialog
      title="What time is it really?"
      onClose={onBack}
      foot={
        <>
          <Button look="ghost" onClick={onBack}>
            Leave it as it is
          </Button>
          <Button type="submit" form={form} busy={busy}>
            {busy ? 'Keeping…' : 'It is that now'}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="stack gap-4"
        noValidate
        onSubmit={(event: SubmitEvent) => {
          event.preventDefault()
          if (!busy) void say()
        }}
      >
        <ErrorSummary faults={faults} />
        {problem === '' ? null : <Sentence tone="bad">{problem}</Sentence>}
        <p>Look at a clock that you trust: a phone, or the one on the wall. If this tablet is right, say the same.</p>
        <TextField
          id={DAY}
          label="The day"
          type="date"
          className="short"
          value={day}
          error={faultOf(faults, DAY)}
          onText={setDay}
        />
        <TextField
          id={TIME}
          label="The time"
          type="time"
          className="short"
          autoFocus
          value={time}
          error={faultOf(faults, TIME)}
          onText={setTime}
        />
      </form>
    </Dialog>
  )
}
