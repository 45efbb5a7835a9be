/** Starting again where the data is damaged: what there is to start from, and asking staff before it is done. */
import { onThisClock } from '../../words/formats.ts'
import { useQueryClient } from '@tanstack/react-query'
import { History } from 'lucide-react'
import { type StationState, WHAT_IS_LEFT } from '../../../shared/contract/station.ts'
import { useApi } from '../../api.tsx'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { SecretForm } from '../../components/secret-form.tsx'
import { Sentence } from '../../components/sentence.tsx'
import { useSecret } from '../../components/use-secret.ts'
import { rememberWentBack } from '../../components/went-back.ts'
import { clockOf, momentInWords } from '../../words/times.ts'

export type WayBack = NonNullable<StationState['refused']>['waysBack'][number]

const mediumMoment = momentInWords({ dateStyle: 'medium', timeStyle: 'short' })
const shortDay = onThisClock({ day: 'numeric', month: 'short' })
/** “30 Nov at 03:23”. */
const timeInWords = (taken: Date): string => `${shortDay(taken)} at ${clockOf(taken)}`
const count = new Intl.NumberFormat('en-GB')

export function WaysBack({ ways, onChoose }: { ways: readonly WayBack[]; onChoose: (way: WayBack) => void }) {
  if (ways.length === 0)
    return (
      <Sentence tone="warn">
        <p>
          Nothing on this tablet is sound enough to start again from. Leave it as it is, go on with another tablet or on
          paper, and give it to whoever looks after the tablets.
        </p>
      </Sentence>
    )
  return (
    <section className="stack gap-3">
      <h2>Start again from what is safe</h2>
      <p className="muted">
        The damaged files are kept in a folder of their own. What was written later than what you choose is in those.
      </p>
      <ul className="choices">
        {ways.slice(0, 6).map((way, place) => (
          <li key={way.name} className="card pad row">
            <span className="stack gap-1">
              <span className="row">
                <span className="strong">{way.name === WHAT_IS_LEFT ? 'What is left on this tablet' : 'A backup'}</span>
                {place === 0 ? <span className="chip ok">Holds the most</span> : null}
              </span>
              <span className="muted">
                {count.format(way.facts)} {way.facts === 1 ? 'entry' : 'entries'}, to{' '}
                {mediumMoment(new Date(way.taken))}
              </span>
            </span>
            <span className="push" />
            <Button look={place === 0 ? 'main' : 'ghost'} icon={History} onClick={() => onChoose(way)}>
              Start from this one
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function StartAgain({ way, onClose }: { way: WayBack; onClose: () => void }) {
  const { client } = useApi()
  const queries = useQueryClient()
  const time = timeInWords(new Date(way.taken))
  const { form } = useSecret({
    name: `PIN or passphrase that held on ${time}`,
    ask: (secret) => client.station.restore({ name: way.name, secret }),
    onOpen: () => {
      rememberWentBack(queries, time)
      return queries.invalidateQueries()
    },
  })
  return (
    <Dialog title="Start again from here?" onClose={onClose}>
      <SecretForm
        form={form}
        label="Steward PIN or organiser passphrase"
        hint={`The PIN or passphrase that held on ${time}.`}
        icon={History}
        words={{ button: 'Start from it', busy: 'Checking…' }}
        cancel={{ words: 'Not yet', onCancel: onClose }}
      >
        <p>Nothing is deleted: the damaged files are put aside for whoever looks after the tablets.</p>
      </SecretForm>
    </Dialog>
  )
}
