/** One secret that somebody types to open something: what is in the field, what was wrong with it, and asking the station. */
import { useState } from 'react'
import { sentenceOf } from '../client.ts'

/** `unreadable`: it did not come to the secret; whoever asked says why. */
type Answer =
  | { code: 'open' | 'unlocked' | 'unreadable' }
  | { code: 'wrong'; left: number }
  | { code: 'wait'; seconds: number }

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
  const [fault, setFault] = useState<{ words: string }>()
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
          setFault({ words: `Too many wrong tries. Wait ${waitInWords(answer.seconds)}, then try again.` })
          break
        case 'wrong':
          setFault({
            words: `That is not the ${name}. ${answer.left} more ${answer.left === 1 ? 'try' : 'tries'} before a pause.`,
          })
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

const waitInWords = (seconds: number): string =>
  seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`
