/** What is shown of a delegate only when it is asked for: what they need, and their badge. */
import { HeartHandshake, QrCode as QrCodeIcon } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Needs } from '../../../../shared/domain/delegate.ts'
import { useApi } from '../../../api.tsx'
import { sentenceOf } from '../../../client.ts'
import { Button } from '../../../components/button.tsx'
import { Sentence } from '../../../components/sentence.tsx'
import { QrCode } from '../../../components/qr-code.tsx'
import { Facts } from '../record/facts.tsx'

export function DelegateExtras({ delegate }: { delegate: string }) {
  const { client } = useApi()
  const [needs, setNeeds] = useState<Needs | null>(null)
  const [badge, setBadge] = useState<string | null>(null)
  const [error, setError] = useState('')
  const ask = async (work: () => Promise<void>) => {
    setError('')
    try {
      await work()
    } catch (cause) {
      setError(sentenceOf(cause))
    }
  }
  const showNeeds = () => ask(async () => setNeeds(needs === null ? await client.signIn.needs({ delegate }) : null))
  const showBadge = () =>
    ask(async () => setBadge(badge === null ? (await client.signIn.badge({ delegate })).code : null))
  return (
    <section className="stack gap-3" aria-label="Needs and badge" aria-live="polite">
      <div className="row">
        <Button look="ghost" icon={HeartHandshake} aria-expanded={needs !== null} onClick={() => void showNeeds()}>
          {needs === null ? 'Access and food needs' : 'Hide needs'}
        </Button>
        <Button look="ghost" icon={QrCodeIcon} aria-expanded={badge !== null} onClick={() => void showBadge()}>
          {badge === null ? 'Badge code' : 'Hide badge'}
        </Button>
      </div>
      {error === '' ? null : <Sentence tone="bad">{error}</Sentence>}
      {needs === null ? null : <NeedsShown needs={needs} />}
      {badge === null ? null : <Badge code={badge} />}
    </section>
  )
}

function NeedsShown({ needs }: { needs: Needs }): ReactNode {
  if (needs.access === '' && needs.dietary === '') return <p>Nothing was told us.</p>
  return (
    <Facts
      facts={[
        { name: 'Access', value: needs.access || 'Nothing told us', wide: true },
        { name: 'Food', value: needs.dietary || 'Nothing told us', wide: true },
      ]}
    />
  )
}

/** Large enough to be scanned from the screen. */
function Badge({ code }: { code: string }) {
  const figure = useRef<HTMLElement>(null)
  useEffect(() => {
    figure.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <figure ref={figure} className="organiser-badge">
      <QrCode text={code} label="QR code of the badge" />
      <figcaption className="small">{code}</figcaption>
    </figure>
  )
}
