/** The pledges duty: the attract screen, the pledge form, and the thanks; one sitting after another. */
import './pledges.css'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { useApi } from '../../api.tsx'
import { keepDisplay, USUAL_DISPLAY } from '../../components/display.ts'
import { Unreachable, Waiting } from '../../components/no-station.tsx'
import { amendFlow, anotherFlow, type Flow, NEW_FLOW } from './flow/flow.ts'
import { addressOf } from './flow/steps.ts'
import type { Made } from './made.ts'
import { PledgeForm } from './pledge-form.tsx'
import { ThankYou } from './thank-you.tsx'

const THANKS = '/pledge/thank-you'

/** `form` counts the forms opened, as each keeps its own draft; `made` is what this person has made, the latest last. */
type Sitting = { form: number; start: Flow; amended: Made | null; made: readonly Made[] }

export function PledgesDuty() {
  const { client, api } = useApi()
  const event = useQuery(api.station.event.queryOptions({ staleTime: Infinity }))
  const [address, navigate] = useLocation()
  const [{ form, start, amended, made }, setSitting] = useState<Sitting>({ form: 0, start: NEW_FLOW, amended: null, made: [] })
  const latest = made.at(-1)
  const pack = event.data

  const open = (next: Flow, of: Made | null, kept: readonly Made[]) => setSitting((now) => ({ form: now.form + 1, start: next, amended: of, made: kept }))
  /** What the station lets a sitting do ends with it, and so does whatever a member of staff may have unlocked. */
  const release = () => Promise.allSettled([client.pledges.endSitting(), client.staff.lock()])
  const finish = async () => {
    keepDisplay(USUAL_DISPLAY)
    open(NEW_FLOW, null, [])
    navigate('/', { replace: true })
    await release()
  }

  // The browser's own Back can lead to the attract screen too: what was made is nobody else's to see.
  const leftBehind = address === '/' && made.length > 0
  useEffect(() => {
    if (!leftBehind) return
    setSitting((now) => ({ ...now, made: [] }))
    void client.pledges.endSitting().catch(() => undefined)
  }, [leftBehind, client])

  if (pack === undefined) return event.error === null ? <Waiting /> : <Unreachable />
  if (address === THANKS && latest !== undefined)
    return (
      <ThankYou
        pack={pack}
        made={made}
        onChanged={(changed) => setSitting((now) => ({ ...now, made: now.made.map((one) => (one.id === changed.id ? changed : one)) }))}
        onAnother={() => {
          open(anotherFlow(latest.flow), null, made)
          navigate(addressOf('kind'))
        }}
        onAmend={() => {
          open(amendFlow(latest.flow, latest.id), latest, made)
          navigate(addressOf('check'))
        }}
        onFinish={() => void finish()}
      />
    )
  return (
    <PledgeForm
      key={form}
      pack={pack}
      start={start}
      amended={amended}
      home={latest === undefined ? '/' : THANKS}
      onBegin={() => void client.pledges.endSitting().catch(() => undefined)}
      onMade={(one) => {
        open(NEW_FLOW, null, [...made.filter(({ id }) => id !== one.id), one])
        navigate(THANKS, { replace: true })
      }}
      onOver={async (gone) => {
        if (!gone) {
          open(NEW_FLOW, null, made)
          return
        }
        keepDisplay(USUAL_DISPLAY)
        await release()
        open(NEW_FLOW, null, [])
      }}
    />
  )
}
