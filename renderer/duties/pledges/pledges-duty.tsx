/** The pledges duty: the attract screen, the pledge form, and the thanks; one visit after another. */
import './pledges.css'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import { useApi } from '../../api.tsx'
import { keepDisplay, USUAL_DISPLAY } from '../../components/display.ts'
import { Unreachable, Waiting } from '../../components/no-station.tsx'
import { Attract } from './attract.tsx'
import { shows } from './flow/states.ts'
import { PledgeForm } from './pledge-form.tsx'
import { ThankYou } from './thank-you.tsx'
import { usePledging } from './use-pledging.ts'

export function PledgesDuty() {
  const { api } = useApi()
  const event = useQuery(api.station.event.queryOptions({ staleTime: Infinity }))
  if (event.data === undefined) return event.error === null ? <Waiting /> : <Unreachable />
  return <PledgeScreen pack={event.data} />
}

function PledgeScreen({ pack }: { pack: EventPack }) {
  const { client } = useApi()
  const [state, act] = usePledging(pack)
  const shown = shows(state)

  /** Whatever a member of staff may have unlocked ends with the visit, too. */
  const endVisit = async () => {
    await Promise.allSettled([client.pledges.endVisit(), client.staff.lock()])
    keepDisplay(USUAL_DISPLAY)
  }
  const { name } = state
  const finish = useEffectEvent(async () => {
    if (name !== 'finishing') return
    await endVisit()
    act({ type: 'put-away' })
  })
  useEffect(() => void finish(), [name])

  return (
    <>
      {shown === 'thanks' ? <ThankYou pack={pack} made={state.made} act={act} hears={name === 'thanked'} /> : null}
      {/* Not within the form: forms change while it stands, and a press must end on the button that it began on. */}
      {shown === 'invitation' ? <Attract pack={pack} onStart={() => act({ type: 'begin' })} /> : null}
      {/* On the page of thanks nothing is being written, unless it is still being put away. */}
      {shown === 'thanks' && name !== 'leaving' ? null : (
        <PledgeForm key={state.form} pack={pack} state={state} act={act} onGone={endVisit} />
      )}
    </>
  )
}
