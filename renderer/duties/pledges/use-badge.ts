/** Badges that are scanned during a pledge: whose they are, or what to say. */
import { useEffect, useEffectEvent, useRef } from 'react'
import { useApi } from '../../api.tsx'
import { sentenceOf } from '../../client.ts'
import { useScanner } from '../../components/use-scanner.ts'
import { type PledgingPerson, readPerson } from './questions/who.ts'
import { otherEvent, tooManyAsked } from './flow/find-words.ts'
import type { Notice } from './flow/states.ts'

/** A scan that was kept back longer than this belongs to somebody who has walked on. Milliseconds. */
const STILL_THERE = 3000

type Heard = {
  /**
   * False while there is nobody to ask: the last person is being put away, or the page is looking for a draft. A scan in
   * that moment is kept back and read as soon as there is; it never presses a button or fills a field.
   */
  active: boolean
  /** Somebody is in the middle of a pledge of their own. */
  taken: boolean
  onPerson: (person: PledgingPerson) => void
  onNotice: (notice: Notice) => void
}

export function useBadge({ active, taken, onPerson, onNotice }: Heard): void {
  const { client } = useApi()
  const read = async (text: string) => {
    try {
      const answer = await client.pledges.scan({ text })
      if (answer.code === 'found') onPerson(readPerson(answer.person))
      else if (answer.code === 'other-event') onNotice({ tone: 'warn', words: otherEvent(answer.event) })
      else if (answer.code === 'wait') onNotice({ tone: 'warn', words: tooManyAsked(answer.seconds) })
      else
        onNotice({
          tone: 'warn',
          words: 'That badge is not one of this event’s. Try it once more, or type your whole name.',
        })
    } catch (error) {
      onNotice({ tone: 'bad', words: sentenceOf(error) })
    }
  }
  const keptBack = useRef<{ text: string; at: number } | null>(null)
  const readKept = useEffectEvent(() => {
    const kept = keptBack.current
    keptBack.current = null
    if (kept !== null && !taken && performance.now() - kept.at < STILL_THERE) void read(kept.text)
  })
  useEffect(() => {
    if (active) readKept()
  }, [active])
  useScanner((text) => {
    if (!active) keptBack.current = { text, at: performance.now() }
    else if (!taken) void read(text)
    else
      onNotice({
        tone: 'warn',
        words: 'A badge was scanned. To pledge as somebody else, finish this pledge first, or start again.',
      })
  })
}
