/** Is this you? The name; with a badge, or where two of one name had to be told apart, the organisation too. */
import { Check, PencilLine } from 'lucide-react'
import type { Oneself } from '../../../../shared/contract/self-service.ts'
import { Button } from '../../../components/button.tsx'
import { Frame } from './frame.tsx'
import type { SelfPage } from './self-page.ts'
import { sizeOf } from './size-of.ts'
import { goTo, notMe, type Wishes } from './visit.ts'

export function IsThisYouPage({ person, wishes, ...props }: SelfPage & { person: Oneself; wishes: Wishes }) {
  const { desk } = props
  return (
    <Frame {...props} calm heading="Is this you?" onAction={() => desk.signIn({ person, wishes })}>
      <div className="self-person stack gap-2 card">
        <p className="self-name any-break" data-size={sizeOf(wishes.name)}>
          <bdi>{wishes.name}</bdi>
        </p>
        {wishes.organisation === '' ? null : (
          <p className="self-organisation any-break">
            <bdi>{wishes.organisation}</bdi>
          </p>
        )}
      </div>
      <div className="self-answers stack gap-3">
        <Button big type="submit" icon={Check} busy={desk.busy}>
          {desk.busy ? 'Signing you in…' : 'Yes, sign me in'}
        </Button>
        <Button
          look="ghost"
          icon={PencilLine}
          busy={desk.busy}
          onClick={() => desk.show(goTo(desk.visit, { name: 'details', person, wishes }))}
        >
          Change my details or say what I need
        </Button>
        <Button look="quiet" busy={desk.busy} onClick={() => desk.show(notMe(desk.visit))}>
          No, that is not me
        </Button>
      </div>
    </Frame>
  )
}
