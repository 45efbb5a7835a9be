/** One secret that somebody types to open something: the form of it, and asking the station. */
import { useId, useState } from 'react'
import { z } from 'zod'
import { Stays, useForm } from './form/use-form.ts'
import { type NotOpened, notOpenedWords } from './secret-words.ts'

/** `unreadable`: it did not come to the secret; whoever asked says why. */
type Shut = NotOpened | { code: 'unreadable' }
const isShut = (answer: { code: string }): answer is Shut => ['wait', 'wrong', 'unreadable'].includes(answer.code)

/** `ask` gives the secret to the station; `name` is what it is called in a sentence, like “steward PIN”. */
export function useSecret<Answer extends { code: string }>({
  name,
  ask,
  onOpen,
}: {
  name: string
  ask: (secret: string) => Promise<Answer>
  onOpen: (answer: Exclude<Answer, Shut>) => Promise<void> | void
}) {
  const [isToWait, setIsToWait] = useState(false)
  // Nothing is no try: whoever presses too early is not made to wait for it.
  const typed = z.object({ secret: z.string().min(1, `Type the ${name} first`) })
  const form = useForm(typed, {
    prefix: useId(),
    values: { secret: '' },
    send: async ({ secret }) => {
      setIsToWait(false)
      const answer = await ask(secret)
      if (!isShut(answer)) return answer as Exclude<Answer, Shut>
      if (answer.code === 'unreadable') return new Stays({})
      setIsToWait(answer.code === 'wait')
      return new Stays({ errors: { secret: notOpenedWords(answer, name) }, become: { secret: '' } })
    },
    onDone: onOpen,
    throwsAt: 'secret',
    forgiving: true,
  })
  return { form, waits: isToWait && form.errors.length > 0 }
}
