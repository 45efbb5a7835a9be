/** One question to find oneself by: the name, and only where that is not enough the organisation, then the e-mail. */
import { ArrowRight } from 'lucide-react'
import { useEffect, useState } from 'react'
import { whoAmI } from '../../../../shared/contract/self-service.ts'
import { looksLikeCode } from '../../../../shared/domain/badge.ts'
import { Button } from '../../../components/button.tsx'
import { type Fault, faultOf, TextField } from '../../../components/fields.tsx'
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
  const [typed, setTyped] = useState(visit.typed)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const id = `self-${question}`
  const fault = faultOf(faults, id)
  // A field with suggestions does not take the focus by itself.
  useEffect(() => {
    if (question === 'organisation') document.getElementById(id)?.focus()
  }, [question, id])
  const answer = (text: string) => {
    setTyped((before) => ({ ...before, [question]: text }))
    setFaults([])
  }
  const goOn = () => {
    const checked = whoAmI.shape[question].safeParse(typed[question])
    if (!checked.success) {
      setFaults(checked.error.issues.slice(0, 1).map(({ message }) => ({ id, message })))
      return
    }
    if (question === 'name' && looksLikeCode(typed.name)) {
      desk.scan(typed.name.trim())
      return
    }
    // Those that come after have to be asked again once something before them is another.
    desk.find(question, typed)
  }
  return (
    <Frame
      {...props}
      {...WORDS[question]}
      faults={faults}
      onAction={goOn}
      action={
        <Button big type="submit" then={ArrowRight} busy={desk.busy}>
          {desk.busy ? 'Looking…' : 'Continue'}
        </Button>
      }
    >
      <div className="self-column stack">
        {question === 'organisation' ? (
          <OrganisationField
            id={id}
            label="Name of your organisation"
            value={typed.organisation}
            error={fault}
            onText={answer}
          />
        ) : question === 'name' ? (
          <TextField
            id={id}
            label="Your full name"
            error={fault}
            autoFocus={visit.notice === null}
            autoCapitalize="words"
            autoCorrect="off"
            enterKeyHint="go"
            maxLength={200}
            value={typed.name}
            onText={answer}
          />
        ) : (
          <TextField
            id={id}
            label="Your e-mail address"
            error={fault}
            autoFocus
            inputMode="email"
            autoCapitalize="off"
            autoCorrect="off"
            enterKeyHint="go"
            maxLength={300}
            value={typed.email}
            onText={answer}
          />
        )}
        {question === 'name' && visit.oneWord ? (
          <Button
            look="ghost"
            className="self-alone"
            busy={desk.busy}
            onClick={() => desk.show(ask({ ...visit, typed }, 'organisation'))}
          >
            I have just one name
          </Button>
        ) : null}
      </div>
    </Frame>
  )
}
