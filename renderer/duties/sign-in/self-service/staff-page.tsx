/** The way in for staff: with the PIN this screen becomes the desk. */
import { Button } from '../../../components/button.tsx'
import { Bar, Heading, Page } from '../../../components/page.tsx'
import { UnlockForm } from '../../../components/unlock.tsx'
import type { SelfPage } from './self-page.ts'

export function StaffPage({ desk, state, pack }: SelfPage) {
  return (
    <div className="self-form fill stack gap-0">
      <Bar title={<span className="welcome-host if-wide">{pack.name}</span>} />
      <Page width="narrow" centred>
        <div className="pad-wide stack gap-5 card">
          <Heading>For our staff</Heading>
          <p className="muted">With the PIN this screen becomes the sign-in desk, until it is locked again.</p>
          <UnlockForm
            role="steward"
            rehearsal={state.rehearsal}
            cancel={
              <Button look="ghost" onClick={desk.leave}>
                Back to signing in
              </Button>
            }
          />
        </div>
      </Page>
    </div>
  )
}
