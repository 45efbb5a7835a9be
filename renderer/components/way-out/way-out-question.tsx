/** The question at the way out, and its answers: one touch, and nobody is known by it. */
import { useState } from 'react'
import type { WayOut } from '../../../shared/domain/event-pack.ts'
import { useApi } from '../../api.tsx'
import { Button } from '../button.tsx'
import { useSending } from '../form/use-sending.ts'
import { Sentence } from '../sentence.tsx'
import { tellPageShown } from '../presses/page-shown.ts'
import './way-out.css'

type Props = {
  asked: WayOut
  /** The page’s own heading asks the question already. */
  questionUnseen?: boolean
  /** Beside something else that matters more: the answers are smaller, and stand in a row where there is room. */
  inPassing?: boolean
  onAnswered?: () => void
}

const THANKS = 'Thank you. That is counted, without your name.'

const waitWords = (seconds: number): string =>
  `Very many answers came here just now. Please try again in ${seconds < 90 ? `${seconds} ${seconds === 1 ? 'second' : 'seconds'}` : `${Math.ceil(seconds / 60)} minutes`}.`

export function WayOutQuestion({ asked, questionUnseen = false, inPassing = false, onAnswered }: Props) {
  const { client } = useApi()
  const [isAnswered, setAnswered] = useState(false)
  const { busy, said, say, attempt } = useSending()
  const answer = (id: string) =>
    attempt(async () => {
      const told = await client.wayOut.answer({ answer: id })
      if (told.code === 'wait') {
        say({ tone: 'plain', words: waitWords(told.seconds) })
        return
      }
      setAnswered(true)
      tellPageShown()
      onAnswered?.()
    })
  return (
    <section
      className={inPassing ? 'way-out in-passing stack gap-3' : 'way-out stack gap-4'}
      aria-label={asked.question}
    >
      {questionUnseen ? null : <h2>{asked.question}</h2>}
      {isAnswered ? (
        <Sentence tone="ok">{THANKS}</Sentence>
      ) : (
        <div className="way-out-answers">
          {asked.answers.map(({ id, words }) => (
            <Button key={id} look="ghost" big={!inPassing} busy={busy} onClick={() => void answer(id)}>
              {words}
            </Button>
          ))}
        </div>
      )}
      {said === undefined ? null : <Sentence tone={said.tone}>{said.words}</Sentence>}
    </section>
  )
}
