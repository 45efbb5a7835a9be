/** A pledge was being written here a moment ago: asks whether this is the same person, and shows nothing of it. */
import { Leaf } from 'lucide-react'
import { Button } from '../../components/button.tsx'
import { Bar, Heading, Page } from '../../components/page.tsx'

export function CarryOn({ onYes, onNo }: { onYes: () => void; onNo: () => void }) {
  return (
    <>
      <Bar />
      <Page width="narrow" centred>
        <Leaf className="pledges-mark" aria-hidden />
        <Heading>Were you in the middle of a pledge?</Heading>
        <p>Somebody was writing a pledge on this tablet a moment ago. If that was you, nothing is lost.</p>
        <div className="row">
          <Button big onClick={onYes}>
            Yes, carry on
          </Button>
          <Button big look="ghost" onClick={onNo}>
            No, start afresh
          </Button>
        </div>
      </Page>
    </>
  )
}
