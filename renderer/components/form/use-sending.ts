/** Doing something that the station answers: one thing at a time, and what is said of it. */
import { useRef, useState } from 'react'
import { sentenceOf } from '../../client.ts'

export type Said = { tone: 'ok' | 'plain' | 'warn' | 'bad'; words: string }

export function useSending() {
  const [busy, setBusy] = useState(false)
  const [said, say] = useState<Said>()
  // Known at once, and not with the next picture: a second press in between does nothing.
  const isSending = useRef(false)

  /** Never rejects: what `work` throws is said. While it lasts, nothing else is begun. */
  const attempt = async (work: () => Promise<void> | void): Promise<void> => {
    if (isSending.current) return
    isSending.current = true
    setBusy(true)
    say(undefined)
    try {
      await work()
    } catch (error) {
      say({ tone: 'bad', words: sentenceOf(error) })
    } finally {
      isSending.current = false
      setBusy(false)
    }
  }
  return { busy, said, say, attempt }
}
