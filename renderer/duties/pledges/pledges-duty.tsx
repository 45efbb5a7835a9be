/** The pledges duty: the attract screen, the pledge form, and the thanks; one sitting after another. */
import './pledges.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useApi } from '../../api.tsx'
import { keepDisplay, USUAL_DISPLAY } from '../../components/display.ts'
import { Unreachable, Waiting } from '../../components/no-station.tsx'
import { Attract } from './attract.tsx'
import { amendFlow, anotherFlow, type Flow, NEW_FLOW } from './flow/flow.ts'
import { addressOf } from './flow/steps.ts'
import type { Made } from './made.ts'
import { PledgeForm } from './pledge-form.tsx'
import { ThankYou } from './thank-you.tsx'
import { useBrowserBack } from './use-browser-back.ts'
import { useInvitation } from './use-invitation.ts'

const THANKS = '/pledge/thank-you'

/** `form` counts the forms opened, as each keeps its own draft; `made` is what this person has made, the latest last. */
type Sitting = { form: number; start: Flow; made: readonly Made[] }

export function PledgesDuty() {
  const { client, api } = useApi()
  const event = useQuery(api.station.event.queryOptions({ staleTime: Infinity }))
  const [address, navigate] = useLocation()
  const [{ form, start, made }, setSitting] = useState<Sitting>({ form: 0, start: NEW_FLOW, made: [] })
  const [finishing, setFinishing] = useState(false)
  const invitation = useInvitation(address, finishing)
  const latest = made.at(-1)
  const pack = event.data

  const open = (next: Flow, kept: readonly Made[]) =>
    setSitting((now) => ({ form: now.form + 1, start: next, made: kept }))
  /** What the station lets a sitting do ends with it, and so does whatever a member of staff may have unlocked. */
  const release = () => Promise.allSettled([client.pledges.endSitting(), client.staff.lock()])
  const finish = async () => {
    if (finishing) return
    setFinishing(true)
    // The browser's own Back can leave a further pledge begun and not given up: the station parks it with the sitting.
    await release()
    keepDisplay(USUAL_DISPLAY)
    open(NEW_FLOW, [])
    navigate('/', { replace: true })
    setFinishing(false)
  }

  // The browser's own Back leads from the thanks to the attract screen too: what was made is nobody else's to see.
  useBrowserBack(() => {
    // A further pledge that is being written asks first; see the form.
    if (location.pathname === '/' && made.length > 0 && start === NEW_FLOW) void finish()
  })

  if (pack === undefined) return event.error === null ? <Waiting /> : <Unreachable />
  if (address === THANKS && latest !== undefined)
    return (
      <ThankYou
        pack={pack}
        made={made}
        onChanged={(changed) =>
          setSitting((now) => ({ ...now, made: now.made.map((one) => (one.id === changed.id ? changed : one)) }))
        }
        onAnother={() => {
          open(anotherFlow(latest.flow), made)
          navigate(addressOf('kind'))
        }}
        onAmend={() => {
          open(amendFlow(latest), made)
          navigate(addressOf('check'))
        }}
        onFinish={() => void finish()}
      />
    )
  return (
    <>
      {/* Not within the form: forms change while it stands, and a press must end on the button that it began on. */}
      {invitation.stands ? <Attract pack={pack} onStart={invitation.want} /> : null}
      <PledgeForm
        key={form}
        pack={pack}
        start={start}
        home={latest === undefined ? '/' : THANKS}
        onBegin={() => client.pledges.endSitting()}
        invitation={invitation}
        onMade={(one) => {
          open(NEW_FLOW, [...made.filter(({ id }) => id !== one.id), one])
          navigate(THANKS, { replace: true })
        }}
        onOver={async (gone) => {
          if (!gone) {
            open(NEW_FLOW, made)
            return
          }
          keepDisplay(USUAL_DISPLAY)
          await release()
          open(NEW_FLOW, [])
        }}
      />
    </>
  )
}
