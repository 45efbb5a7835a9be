/** One of the details, to be changed or added. What is typed here goes to the station with the sign-in, and not before. */
import { ArrowRight } from 'lucide-react'
import { z } from 'zod'
import { type Oneself, addedNeeds, ownDetails } from '../../../../shared/contract/self-service.ts'
import { openOf } from '../../../../shared/domain/event-change/open.ts'
import { Button } from '../../../components/button.tsx'
import { RadioList, TextArea, TextField } from '../../../components/fields.tsx'
import { useForm } from '../../../components/form/use-form.ts'
import { OrganisationField } from '../organisation-field.tsx'
import { Frame } from './frame.tsx'
import type { SelfPage } from './self-page.ts'
import { goTo, type Wish, type Wishes } from './visit.ts'

const WORDS: Record<Wish, { heading: string; label: string; hint?: string }> = {
  name: { heading: 'How is your name written?', label: 'Your full name' },
  organisation: {
    heading: 'Which organisation are you from?',
    label: 'Name of your organisation',
    hint: 'Leave it empty if you come for yourself.',
  },
  area: {
    heading: 'Which service area are you from?',
    label: 'Your service area',
    hint: 'A team, a department or a directorate. Leave it empty to keep what we have.',
  },
  role: { heading: 'What is your role?', label: 'Your role', hint: 'Leave it empty to keep what we have.' },
  sector: {
    heading: 'Which part of the partnership are you from?',
    label: 'Part of the partnership',
  },
  email: {
    heading: 'What is your new e-mail address?',
    label: 'Your new e-mail address',
    hint: 'Leave it empty to keep what we have.',
  },
  access: {
    heading: 'What do you need to take part?',
    label: 'Access needs',
    hint: 'A step-free way, a hearing loop, a quiet place to sit: whatever makes the day easier for you.',
  },
  dietary: {
    heading: 'What do you need in food and drink?',
    label: 'Dietary needs',
    hint: 'Vegetarian, halal, no nuts: whatever our kitchen has to know.',
  },
}

const shapes = { ...ownDetails.shape, ...addedNeeds.shape }

export function ChangePage({
  person,
  wishes,
  wish,
  ...props
}: SelfPage & { person: Oneself; wishes: Wishes; wish: Wish }) {
  const { desk, pack } = props
  const { heading, label, ...words } = WORDS[wish]
  // What is held was not shown to somebody who gave only a name, so there is nothing that they could take out.
  const hint = wish === 'organisation' && !person.byBadge ? WORDS.role.hint : words.hint
  const isNeed = wish === 'access' || wish === 'dietary'
  const form = useForm(z.object({ [wish]: shapes[wish] }), {
    prefix: 'self',
    values: wishes,
    send: (said) =>
      desk.show(goTo(desk.visit, { name: 'details', person, wishes: { ...wishes, [wish]: said[wish] ?? '' } })),
    forgiving: true,
  })
  const field = form.text(wish)
  const { id } = field
  return (
    <Frame
      {...props}
      heading={heading}
      hint={hint}
      errors={form.errors}
      onAction={() => void form.submit()}
      action={
        <Button big type="submit" then={ArrowRight}>
          Continue
        </Button>
      }
    >
      <div className={wish === 'sector' ? undefined : 'self-column stack'}>
        {wish === 'sector' ? (
          <RadioList
            {...form.choice(wish)}
            name={id}
            legend={label}
            legendUnseen
            columns="two"
            options={[
              { value: '', label: 'Keep what we have' },
              ...openOf(pack.sectors).map(({ id: value, name }) => ({ value, label: name })),
            ]}
          />
        ) : wish === 'organisation' ? (
          <OrganisationField {...field} label={label} />
        ) : isNeed ? (
          <TextArea {...field} label={label} rows={3} autoFocus maxLength={300} />
        ) : (
          <TextField
            {...field}
            label={label}
            autoFocus
            inputMode={wish === 'email' ? 'email' : undefined}
            autoCapitalize={wish === 'email' ? 'off' : 'words'}
            autoCorrect="off"
            enterKeyHint="go"
            maxLength={400}
          />
        )}
        {isNeed ? (
          <p className="muted small">
            {person.needsNoted
              ? 'We have a note of what you told us before; it stays, and what you write here is added to it. '
              : person.byBadge
                ? ''
                : 'Whatever you told us before stays, and what you write here is added to it. '}
            Only the staff who need to know will see it.
          </p>
        ) : null}
      </div>
    </Frame>
  )
}
