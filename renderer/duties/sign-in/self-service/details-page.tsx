/** Everything somebody may change or add before they are in, one row each; what a kiosk may not show is not shown. */
import { Check } from 'lucide-react'
import type { Oneself } from '../../../../shared/contract/self-service.ts'
import { Button } from '../../../components/button.tsx'
import { sectorName } from '../../../words/programme.ts'
import { Frame } from './frame.tsx'
import type { SelfPage } from './self-page.ts'
import { goTo, type Wish, type Wishes } from './visit.ts'

const KEPT = 'As we have it'

export function DetailsPage({ person, wishes, ...props }: SelfPage & { person: Oneself; wishes: Wishes }) {
  const { desk, pack } = props
  const need = (words: string) =>
    words !== '' ? 'Yes, as you have just told us' : person.needsNoted ? 'We have a note of your needs' : 'Nothing new'
  const rows: { wish: Wish; name: string; words: string; quiet: boolean; change: string }[] = [
    { wish: 'name', name: 'Name', words: wishes.name, quiet: false, change: 'your name' },
    {
      wish: 'organisation',
      name: 'Organisation',
      words: wishes.organisation || (person.byBadge ? 'None' : KEPT),
      quiet: wishes.organisation === '',
      change: 'your organisation',
    },
    {
      wish: 'area',
      name: 'Service area',
      words: wishes.area || KEPT,
      quiet: wishes.area === '',
      change: 'your service area',
    },
    { wish: 'role', name: 'Role', words: wishes.role || KEPT, quiet: wishes.role === '', change: 'your role' },
    {
      wish: 'sector',
      name: 'Part of the partnership',
      words: sectorName(pack, wishes.sector) || KEPT,
      quiet: wishes.sector === '',
      change: 'your part of the partnership',
    },
    ...(person.byBadge
      ? [
          {
            wish: 'email' as const,
            name: 'E-mail',
            words: wishes.email || KEPT,
            quiet: wishes.email === '',
            change: 'your e-mail address',
          },
        ]
      : []),
    {
      wish: 'access',
      name: 'Access',
      words: need(wishes.access),
      quiet: wishes.access === '',
      change: 'what you need to take part',
    },
    {
      wish: 'dietary',
      name: 'Food and drink',
      words: need(wishes.dietary),
      quiet: wishes.dietary === '',
      change: 'what you need in food and drink',
    },
  ]
  return (
    <Frame
      {...props}
      heading="Your details"
      hint={
        person.byBadge
          ? 'Change what is wrong, and say what you need. The rest stays as we have it.'
          : 'Change what is wrong, and say what you need. The rest stays as we have it. To change your e-mail address, start again with your badge or code, or ask our staff.'
      }
      onAction={() => desk.signIn({ person, wishes })}
      action={
        <Button big type="submit" icon={Check} busy={desk.busy}>
          {desk.busy ? 'Signing you in…' : 'Sign me in'}
        </Button>
      }
    >
      <dl className="self-rows answers lined stack gap-0">
        {rows.map(({ wish, name, words, quiet, change }) => (
          <div key={wish}>
            <dt>{name}</dt>
            <dd className={quiet ? 'muted' : undefined}>
              <bdi>{words}</bdi>
            </dd>
            <dd>
              <Button
                look="quiet"
                aria-label={`Change ${change}`}
                busy={desk.busy}
                onClick={() => desk.show(goTo(desk.visit, { name: 'change', person, wishes, wish }))}
              >
                Change
              </Button>
            </dd>
          </div>
        ))}
      </dl>
    </Frame>
  )
}
