/** One secret that somebody types to open something: what is in the field, what was wrong with it, and asking the station. */
import { useState } from 'react'
import { sentenceOf } from '../client.ts'
import { type NotOpened, notOpenedWords } from './secret-words.ts'

/** `unreadable`: it did not come to the secret; whoever asked says why. */
type Answer = { code: 'open' | 'unlocked' | 'unreadable' } | NotOpened

/** `ask` gives the secret to the station; `name` is what it is called in a sentence, like “steward PIN”. */
export function useSecret({
  name,
  ask,
  onOpen,
}: {
  name: string
  ask: (secret: string) => Promise<Answer>
  onOpen: () => Promise<void> | void
}) {
  const [secret, setSecret] = useState('')
  // An object, so that the same words said again are news: the summary takes the focus once more.
  const [fault, setFault] = useState<{ words: string; waits?: boolean }>()
  const [busy, setBusy] = useState(false)

  const submit = async (): Promise<void> => {
    if (busy) return
    setBusy(true)
    try {
      const answer = await ask(secret)
      switch (answer.code) {
        case 'open':
        case 'unlocked':
          await onOpen()
          return
        case 'unreadable':
          return
        case 'wait':
        case 'wrong':
          setFault({ words: notOpenedWords(answer, name), waits: answer.code === 'wait' })
      }
      setSecret('')
    } catch (error) {
      setFault({ words: sentenceOf(error) })
    } finally {
      setBusy(false)
    }
  }
  const type = (text: string): void => {
    setSecret(text)
    setFault(undefined)
  }
  return { secret, fault, busy, submit, type }
}
