/** What is shown while the station has not answered, cannot be reached, or the page was opened without its link. */
import { KeyRound, Leaf } from 'lucide-react'
import { Button } from './button.tsx'
import { Heading, Page } from './page.tsx'
import { Sentence } from './sentence.tsx'

export function Waiting() {
  return (
    <div className="empty" role="status">
      <Leaf className="icon" aria-hidden />
      <span className="unseen">One moment</span>
    </div>
  )
}

/** It goes on by itself, whoever shows it; with `onTry` one may press for it as well. */
export function Unreachable({ onTry }: { onTry?: () => void }) {
  return (
    <Page width="narrow" centred>
      <Heading>This page cannot reach the station</Heading>
      <Sentence tone="warn">
        <p>
          Pledge Kiosk may have been closed on this computer. Start it again; this page finds it by itself. Everything
          that was saved is safe.
        </p>
      </Sentence>
      {onTry === undefined ? null : (
        <div className="row">
          <Button onClick={onTry}>Try again</Button>
        </div>
      )}
    </Page>
  )
}

export function LinkNeeded() {
  return (
    <Page width="narrow" centred>
      <KeyRound className="icon" aria-hidden />
      <Heading>Open this page through its link</Heading>
      <p>
        To keep what people promise private, this page only works when it is opened through the link that Pledge Kiosk
        printed when it started. It looks like <b>http://127.0.0.1:4170/#key=…</b>
      </p>
      <p className="muted">
        Copy the whole link, with everything after the #, from the window where Pledge Kiosk was started.
      </p>
    </Page>
  )
}
