/** The promise in the person's own words, with questions and examples beside it to start from. */
import { Quote, RefreshCw, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { z } from 'zod'
import { pledgeDetails } from '../../../../shared/domain/pledge.ts'
import { Button } from '../../../components/button.tsx'
import { errorOf, TextArea } from '../../../components/fields.tsx'
import { examplesFor } from '../flow/examples.ts'
import { type KindAnswers, typeOf } from './kind.tsx'
import { errorsOf, type FieldsProps, type Question } from './question.ts'
import type { WhoAnswers } from './who.ts'

export const wordingAnswers = z.object({ wording: z.string() })
type WordingAnswers = z.infer<typeof wordingAnswers>
type Needed = WordingAnswers & KindAnswers & Pick<WhoAnswers, 'by' | 'person' | 'sector'>
export const NO_WORDING: WordingAnswers = { wording: '' }

const MOST = 600
const SHOWN = 3

export const wording: Question<Needed> = {
  title: () => 'What do you promise?',
  hint: (answers, pack) => {
    const type = typeOf(answers, pack)
    return type === null ? undefined : `${type.title}. A sentence or two is plenty.`
  },
  check: (answers) => errorsOf(pledgeDetails.shape.wording.safeParse(answers.wording), {}, 'wording'),
  sent: (answers) => ({ wording: answers.wording }),
  row: (answers) => ({ name: 'Promise', words: answers.wording.trim(), what: 'what you promise' }),
  Fields,
}

function Fields({ answers, pack, errors, answer }: FieldsProps<Needed>) {
  const type = typeOf(answers, pack)
  const [from, setFrom] = useState(0)
  const [own, setOwn] = useState<string | null>(null)
  const examples =
    type === null
      ? []
      : examplesFor(type, answers.by === 'organisation' ? answers.sector : (answers.person?.sector ?? ''))
  const shown = examples.slice(from, from + SHOWN)
  const left = MOST - answers.wording.trim().length

  const start = (words: string) => {
    const typed = answers.wording.trim()
    // Only what they wrote themselves can be lost.
    if (typed !== '' && !examples.some((example) => example.words === typed)) setOwn(answers.wording)
    answer({ wording: words })
    document.getElementById('wording')?.focus()
  }

  return (
    <div className="pledges-wording columns one-upright top">
      <div className="stack gap-3">
        <TextArea
          id="wording"
          label="Your promise, in your own words"
          error={errorOf(errors, 'wording')}
          rows={4}
          maxLength={4000}
          value={answers.wording}
          onText={(typed) => {
            answer({ wording: typed })
            setOwn(null)
          }}
        />
        <div className="row">
          <span className={left < 0 ? 'small strong pledges-over' : 'small muted'}>
            {left < 0
              ? `${-left} ${left === -1 ? 'character' : 'characters'} too many`
              : `${left} of ${MOST} characters left`}
          </span>
          {own === null ? null : (
            <Button
              look="quiet"
              icon={Undo2}
              onClick={() => {
                answer({ wording: own })
                setOwn(null)
              }}
            >
              Put my own words back
            </Button>
          )}
        </div>
        <div role="status" className="unseen">
          {left >= 0 && left <= 50 && left % 10 === 0 ? `${left} characters left` : ''}
        </div>
        {type === null ? null : (
          <section className="pledges-questions stack gap-2" aria-labelledby="pledges-questions">
            <h2 id="pledges-questions">Questions that may help</h2>
            <ul>
              {type.questions.map((question) => (
                <li key={question}>{question}</li>
              ))}
            </ul>
          </section>
        )}
      </div>
      {shown.length === 0 ? null : (
        <section className="stack gap-3" aria-labelledby="pledges-examples">
          <div className="row pledges-examples-head">
            <h2 id="pledges-examples">Start from an example</h2>
            {examples.length > SHOWN ? (
              <Button
                look="quiet"
                icon={RefreshCw}
                className="push"
                onClick={() => setFrom(from + SHOWN >= examples.length ? 0 : from + SHOWN)}
              >
                More examples
              </Button>
            ) : null}
          </div>
          <ul className="stack gap-3">
            {shown.map(({ sector, words }) => (
              <li key={words}>
                <button type="button" className="pledges-example beside gap-4" onClick={() => start(words)}>
                  <Quote className="icon" aria-hidden />
                  <span className="choice-words">
                    <span>{words}</span>
                    {sector === null ? null : (
                      <span className="tiny muted">{pack.sectors.find(({ id }) => id === sector)?.name ?? ''}</span>
                    )}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
