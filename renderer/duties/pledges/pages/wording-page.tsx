/** The promise in the person's own words, with questions and examples beside it to start from. */
import { Quote, RefreshCw, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { faultOf, TextArea } from '../../../components/fields.tsx'
import { examplesFor } from '../flow/examples.ts'
import { typeOf } from '../flow/checks.ts'
import { type FormView, useStep } from '../form-view.ts'
import { Shell } from '../shell.tsx'

const MOST = 600
const SHOWN = 3

export function WordingPage({ form }: { form: FormView }) {
  const { faults, proceed, answers, answer } = useStep(form)
  const type = typeOf(answers, form.pack)
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
    <Shell
      form={form}
      question="What do you promise?"
      hint={type === null ? undefined : `${type.title}. A sentence or two is plenty.`}
      faults={faults}
      onContinue={proceed}
    >
      <div className="pledges-wording columns one-upright top">
        <div className="stack gap-3">
          <TextArea
            id="wording"
            label="Your promise, in your own words"
            error={faultOf(faults, 'wording')}
            rows={4}
            maxLength={4000}
            value={answers.wording}
            onText={(wording) => {
              answer({ wording })
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
                        <span className="tiny muted">
                          {form.pack.sectors.find(({ id }) => id === sector)?.name ?? ''}
                        </span>
                      )}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Shell>
  )
}
