/** This tablet: what it is called, and what it does. */
import { useQueryClient } from '@tanstack/react-query'
import { Pencil, Tablet as TabletIcon } from 'lucide-react'
import { type SubmitEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { stationName, type StationState } from '../../../../shared/contract/station.ts'
import { useApi } from '../../../api.tsx'
import { sentenceOf } from '../../../client.ts'
import { Button } from '../../../components/button.tsx'
import { TextField } from '../../../components/fields.tsx'
import { Sentence } from '../../../components/sentence.tsx'
import { DUTY_WORDS } from '../../../components/duty-choices.tsx'

export function Tablet({ state }: { state: StationState }) {
  const { client, api } = useApi()
  const queries = useQueryClient()
  const [, go] = useLocation()
  const held = state.station?.name ?? ''
  const [name, setName] = useState(held)
  const [fault, setFault] = useState<string>()
  const [said, setSaid] = useState<{ tone: 'ok' | 'bad' | 'plain'; words: string }>()
  const [busy, setBusy] = useState(false)
  const rename = async (event: SubmitEvent) => {
    event.preventDefault()
    if (busy) return
    const checked = stationName.safeParse(name)
    setFault(checked.error?.issues[0]?.message)
    setSaid(undefined)
    if (!checked.success) return
    if (checked.data === held) {
      setSaid({ tone: 'plain', words: 'That is its name already.' })
      return
    }
    setBusy(true)
    try {
      await client.station.rename({ name: checked.data })
      await queries.invalidateQueries({ queryKey: api.station.key() })
      setName(checked.data)
      setSaid({ tone: 'ok', words: `This tablet is “${checked.data}” from now on.` })
    } catch (error) {
      setSaid({ tone: 'bad', words: sentenceOf(error) })
    } finally {
      setBusy(false)
    }
  }
  const duty = state.station?.duty
  return (
    <section className="card organiser-card pad stack gap-3" aria-labelledby="tablet-title">
      <h2 id="tablet-title">Name and duty</h2>
      <form className="organiser-inline" noValidate onSubmit={(event) => void rename(event)}>
        <TextField
          label="Its name"
          maxLength={60}
          value={name}
          error={fault}
          onText={(text) => {
            setName(text)
            setFault(undefined)
          }}
        />
        <Button type="submit" look="ghost" icon={Pencil} busy={busy}>
          Rename
        </Button>
      </form>
      {said === undefined ? null : <Sentence tone={said.tone}>{said.words}</Sentence>}
      <div className="row">
        <span className="grow">
          Its duty is <b>{duty === undefined ? '' : DUTY_WORDS[duty].label}</b>.
        </span>
        <Button look="ghost" icon={TabletIcon} onClick={() => go('/staff')}>
          Change what it does
        </Button>
      </div>
    </section>
  )
}
