/** This tablet: what it is called, and what it does. */
import { useQueryClient } from '@tanstack/react-query'
import { Pencil, Tablet as TabletIcon } from 'lucide-react'
import { useLocation } from 'wouter'
import { z } from 'zod'
import { stationName, type StationState } from '../../../../shared/contract/station.ts'
import { useApi } from '../../../api.tsx'
import { Button } from '../../../components/button.tsx'
import { TextField } from '../../../components/fields.tsx'
import { Stays, useForm } from '../../../components/form/use-form.ts'
import { Sentence } from '../../../components/sentence.tsx'
import { DUTY_WORDS } from '../../../components/duty-choices.tsx'

const named = z.object({ name: stationName })

export function Tablet({ state }: { state: StationState }) {
  const { client, api } = useApi()
  const queries = useQueryClient()
  const [, go] = useLocation()
  const held = state.station?.name ?? ''
  const form = useForm(named, {
    prefix: 'tablet',
    values: { name: held },
    send: async ({ name }) => {
      if (name === held) return new Stays({ said: { tone: 'plain', words: 'That is its name already.' } })
      await client.station.rename({ name })
      await queries.invalidateQueries({ queryKey: api.station.key() })
      return new Stays({
        said: { tone: 'ok', words: `This tablet is “${name}” from now on.` },
        become: { name },
      })
    },
    forgiving: true,
  })
  const { said } = form
  const duty = state.station?.duty
  return (
    <section className="card organiser-card pad stack gap-3" aria-labelledby="tablet-title">
      <h2 id="tablet-title">Name and duty</h2>
      <form className="organiser-inline" noValidate onSubmit={(event) => void form.submit(event)}>
        <TextField {...form.text('name')} label="Its name" maxLength={60} />
        <Button type="submit" look="ghost" icon={Pencil} busy={form.busy}>
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
