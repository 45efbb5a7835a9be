/** One question to find oneself by: the name, and only where that is not enough the organisation, then the e-mail. */
import { ArrowRight } from 'lucide-react'
import { useEffect } from 'react'
import { z } from 'zod'
import { whoAmI } from '../../../../shared/contract/self-service.ts'
import { looksLikeCode } from '../../../../shared/domain/badge.ts'
import { Button } from '../../../components/button.tsx'
import { TextField } from '../../../components/fields.tsx'
import { useForm } from '../../../components/form/use-form.ts'
import { OrganisationField } from '../organisation-field.tsx'
import { Frame } from './frame.tsx'
import type { SelfPage } from './self-page.ts'
import { ask, type Question } from './visit.ts'

const WORDS: Record<Question, { heading: string; hint: string }> = {
  name: {
    heading: 'What is your name?',
    hint: 'Type your whole name, first name and family name, as you gave it when you booked. The code you were sent will do too.',
  },
  organisation: {
    heading: 'Which organisation are you from?',
    hint: 'We need one more thing to be sure that it is you. Leave it empty if you come for yourself.',
  },
  email: {
    heading: 'What is your e-mail address?',
    hint: 'The one you booked with. It is only compared with our list, and it is not shown to anybody. You may leave it empty.',
  },
}

export function AskPage({ question, ...props }: SelfPage & { question: Question }) {
  const { desk } = props
  const { visit } = desk
  const form = useForm(z.object({ [question]: whoAmI.shape[question] }), {
    prefix: 'self',
    values: visit.typed,
    send: (_said, typed) => {
      if (question === 'name' && looksLikeCode(typed.name)) desk.scan(typed.name.trim())
      // Those that come after have to be asked again once something before them is another.
      else desk.find(question, typed)
    },
    forgiving: true,
  })
  const field = form.text(question)
  const { id } = field
  // A field with suggestions does not take the focus by itself.
  useEffect(() => {
    if (question === 'organisation') document.getElementById(id)?.focus()
  }, [question, id])
  return (
    <Frame
      {...props}
      {...WORDS[question]}
      errors={form.errors}
      onAction={() => void form.submit()}
      action={
        <Button big type="submit" then={ArrowRight} busy={desk.busy}>
          {desk.busy ? 'Looking…' : 'Continue'}
        </Button>
      }
    >
      <div className="self-column stack">
        {question === 'organisation' ? (
          <OrganisationField {...field} label="Name of your organisation" />
        ) : question === 'name' ? (
          <TextField
            {...field}
            label="Your full name"
            autoFocus={visit.notice === null}
            autoCapitalize="words"
            autoCorrect="off"
            enterKeyHint="go"
            maxLength={200}
          />
        ) : (
          <TextField
            {...field}
            label="Your e-mail address"
            autoFocus
            inputMode="email"
            autoCapitalize="off"
            autoCorrect="off"
            enterKeyHint="go"
            maxLength={300}
          />
        )}
        {question === 'name' && visit.oneWord ? (
          <Button
            look="ghost"
            className="self-alone"
            busy={desk.busy}
            onClick={() => desk.show(ask({ ...visit, typed: form.values }, 'organisation'))}
          >
            I have just one name
          </Button>
        ) : null}
      </div>
    </Frame>
  )
}
