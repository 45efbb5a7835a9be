/** Looks for somebody by the whole name they typed, or by a code they typed in full; asks when they say so, and not before. */
import { useRef, useState } from 'react'
import { looksLikeCode } from '../../../shared/domain/badge.ts'
import type { PublicPerson } from '../../../shared/domain/delegate.ts'
import { useApi } from '../../api.tsx'
import { sentenceOf } from '../../client.ts'
import { NOBODY_CALLED_SO, otherEvent, tooManyAsked } from './flow/find-words.ts'

/** What came of it; `typed` is what it came of, and once that is another it is nobody's answer any more. */
export type Looked = { typed: string } & (
  | { state: 'looking' }
  | { state: 'found'; people: readonly PublicPerson[] }
  | { state: 'said'; tone: 'plain' | 'warn' | 'bad'; words: string }
)

export function useWholeName() {
  const { client } = useApi()
  const [looked, setLooked] = useState<Looked | null>(null)
  const latest = useRef(0)

  const ask = async (typed: string): Promise<Looked> => {
    const said = (words: string, tone: 'plain' | 'warn' = 'plain'): Looked => ({ typed, state: 'said', tone, words })
    const answer = looksLikeCode(typed)
      ? await client.pledges.scan({ text: typed })
      : await client.signIn.findPublic({ name: typed })
    switch (answer.code) {
      case 'found':
        return { typed, state: 'found', people: 'people' in answer ? answer.people : [answer.person] }
      case 'wait':
        return said(tooManyAsked(answer.seconds), 'warn')
      case 'other-event':
        return said(otherEvent(answer.event), 'warn')
      case 'nobody':
      case 'unknown-badge':
        return said(NOBODY_CALLED_SO)
    }
  }
  return {
    looked,
    /** Null where something else was typed or asked meanwhile. */
    async look(typed: string): Promise<Looked | null> {
      const mine = (latest.current += 1)
      setLooked({ typed, state: 'looking' })
      let next: Looked
      try {
        next = await ask(typed)
      } catch (error) {
        next = { typed, state: 'said', tone: 'bad', words: sentenceOf(error) }
      }
      if (latest.current !== mine) return null
      setLooked(next)
      return next
    },
    /** What was typed is another now. */
    forget(): void {
      latest.current += 1
      setLooked(null)
    },
  }
}
