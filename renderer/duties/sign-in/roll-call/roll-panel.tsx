/** Beside the list: how many are still to find, large; before that, who is calling the roll. */
import { CircleCheck, Flag, ListChecks, Printer, UserRoundPen } from 'lucide-react'
import { type SubmitEvent, useState } from 'react'
import { callerSchema, type RollCallView } from '../../../../shared/contract/roll-call.ts'
import type { Tally } from '../../../../shared/domain/roll-call.ts'
import { sentenceOf } from '../../../client.ts'
import { Button } from '../../../components/button.tsx'
import { TextField } from '../../../components/fields.tsx'
import { Sentence } from '../../../components/sentence.tsx'
import { timeOf } from '../../../words/times.ts'
import { countOf, markWords, startedWords } from './words.ts'

const NAME_FIELD = 'roll-call-name'

/** Where somebody who ticks without having said who they are is led. */
export const focusName = (): void => document.getElementById(NAME_FIELD)?.focus()

type Props = {
  open: RollCallView | null
  /** The one that is open may be an old one. */
  isAsking: boolean
  joined: boolean
  here: number
  counts: Tally
  name: string
  now: Date
  onBegin: (name: string, insteadOf: string | null) => Promise<void>
  onJoin: (name: string, rollCall: RollCallView) => void
  onChangeName: () => void
  onEnd: () => void
  isPrinting: boolean
  onPrint: () => void
}

export function RollPanel(props: Props) {
  const { open, isAsking, joined, here, counts, name, now, isPrinting, onChangeName, onEnd, onPrint } = props
  const isOn = open !== null && !isAsking
  return (
    <section className="card roll-panel stack gap-4" aria-label="How many">
      {isOn ? <Numbers counts={counts} /> : <HereNow here={here} />}
      {isOn && joined ? (
        <>
          <p className="small muted any-break">{startedWords(open, now)}</p>
          <div className="roll-steps row gap-2">
            <Button look={counts.toFind === 0 ? 'main' : 'ghost'} icon={Flag} onClick={onEnd}>
              End the roll call
            </Button>
            <Button look="ghost" icon={Printer} busy={isPrinting} onClick={onPrint}>
              Print
            </Button>
            <Button look="quiet" icon={UserRoundPen} onClick={onChangeName}>
              <span className="sign-in-cut">Ticking as {name}</span>
            </Button>
          </div>
        </>
      ) : (
        <>
          <WhoTicks {...props} />
          <Button look="quiet" icon={Printer} busy={isPrinting} onClick={onPrint}>
            {isOn ? 'Print it' : 'Print for a clipboard'}
          </Button>
        </>
      )}
    </section>
  )
}

function Numbers({ counts }: { counts: Tally }) {
  const { toFind, accounted, left } = counts
  const all = toFind + accounted
  return (
    <div className="stack gap-3">
      {toFind === 0 && accounted > 0 ? (
        <p className="roll-big roll-all">
          <CircleCheck className="icon" aria-hidden />
          <span>Everybody is accounted for</span>
        </p>
      ) : (
        <p className="roll-big">
          <b>{countOf(toFind)}</b> <span>still to find</span>
        </p>
      )}
      <div className="roll-gauge" aria-hidden>
        <i style={{ width: `${all === 0 ? 0 : (accounted / all) * 100}%` }} />
      </div>
      <p className="roll-rest row">
        <span>
          <b>{countOf(accounted)}</b> accounted for
        </span>
        {left === 0 ? null : (
          <span className="muted">
            <b>{countOf(left)}</b> signed out since
          </span>
        )}
      </p>
    </div>
  )
}

function HereNow({ here }: { here: number }) {
  return (
    <div className="stack gap-3">
      <p className="roll-big">
        <b>{countOf(here)}</b> <span>in the building now</span>
      </p>
      <p className="small muted">As this tablet knows it: everybody it has seen sign in, and not sign out.</p>
    </div>
  )
}

function WhoTicks({ open, isAsking, name: before, now, onBegin, onJoin }: Props) {
  const [name, setName] = useState(before)
  const [error, setError] = useState<string>()
  const [failed, setFailed] = useState<string>()
  const [busy, setBusy] = useState(false)

  const withName = async (act: (name: string) => Promise<void> | void) => {
    if (busy) return
    const read = callerSchema.safeParse(name)
    if (!read.success) {
      setError(read.error.issues[0]?.message)
      focusName()
      return
    }
    setBusy(true)
    setFailed(undefined)
    try {
      await act(read.data)
    } catch (cause) {
      setFailed(sentenceOf(cause))
      setBusy(false)
    }
  }
  const goOn = (whom: string) => (open === null ? onBegin(whom, null) : onJoin(whom, open))
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    void withName(goOn)
  }
  return (
    <form className="stack gap-4" onSubmit={submit} noValidate>
      {open === null ? null : isAsking ? (
        <Sentence tone="warn">
          <p>
            A roll call has been open since {markWords({ at: open.started, by: open.by, station: open.station }, now)}.
            Nothing has happened in it since {timeOf(open.latest, now)}.
          </p>
        </Sentence>
      ) : (
        <p className="small muted any-break">{startedWords(open, now)}</p>
      )}
      <TextField
        label="Your name"
        hint="Kept with each tick, so that others know who saw them."
        id={NAME_FIELD}
        value={name}
        error={error}
        maxLength={120}
        autoFocus
        autoCapitalize="words"
        enterKeyHint="go"
        onText={(text) => {
          setName(text)
          setError(undefined)
        }}
      />
      {failed === undefined ? null : <Sentence tone="bad">{failed}</Sentence>}
      <div className="roll-steps row gap-2">
        {isAsking && open !== null ? (
          <Button icon={ListChecks} busy={busy} onClick={() => void withName((whom) => onBegin(whom, open.id))}>
            Start a new roll call
          </Button>
        ) : null}
        <Button type="submit" look={isAsking ? 'ghost' : 'main'} icon={isAsking ? undefined : ListChecks} busy={busy}>
          {open === null ? 'Start the roll call' : isAsking ? 'Go on with that one' : 'Tick people off'}
        </Button>
      </div>
    </form>
  )
}
