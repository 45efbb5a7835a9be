/** Nobody without doubt: kind words, and ways on. */
import { HeartHandshake, QrCode } from 'lucide-react'
import { Button } from '../../../components/button.tsx'
import { Frame } from './frame.tsx'
import type { SelfPage } from './self-page.ts'
import { ask, goTo, NOBODY } from './visit.ts'

export function NotFoundPage(props: SelfPage) {
  const { desk } = props
  return (
    <Frame
      {...props}
      calm
      heading="Please ask a member of staff"
      action={
        <Button big onClick={() => desk.leave()}>
          I have finished
        </Button>
      }
    >
      <div className="self-kind beside top gap-6 card">
        <HeartHandshake className="icon" aria-hidden />
        <div className="stack gap-3">
          <p>
            We could not find you here, and you are welcome all the same. Names are sometimes spelt differently, or
            somebody comes in another’s place. Our staff at the desk will help you; it takes a moment.
          </p>
          <p>
            Some people, young people and carers among them, are found by their badge or code alone, and never by name.
            If you have one, scan it here.
          </p>
        </div>
      </div>
      <div className="row self-ways-small">
        <Button look="ghost" onClick={() => desk.show(ask(desk.visit, 'name'))}>
          Try again
        </Button>
        <Button look="ghost" icon={QrCode} onClick={() => desk.show(goTo(NOBODY, { name: 'scan' }))}>
          Scan a badge or code
        </Button>
      </div>
    </Frame>
  )
}
