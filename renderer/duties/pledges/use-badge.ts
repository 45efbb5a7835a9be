/** Badges that are scanned during a pledge: whose they are, or what to say. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef } from 'react'
import { USUAL_DOOR } from '../../../shared/domain/door.ts'
import { useApi } from '../../api.tsx'
import { sentenceOf } from '../../client.ts'
import { playSound } from '../../components/play-sound.ts'
import { useScanner } from '../../components/use-scanner.ts'
import { type PledgingPerson, readPerson } from './questions/who.ts'
import {
  AFTER_THANKS,
  NOT_UNDERSTOOD,
  otherEvent,
  SCANNED_MEANWHILE,
  tooManyAsked,
  UNKNOWN_BADGE,
} from './flow/find-words.ts'
import type { Notice } from './flow/states.ts'

/** A scan that was kept back longer than this belongs to somebody who has walked on. Milliseconds. */
const STILL_THERE = 3000

type Scanned = { text: string; capsLock: boolean }

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

/** The scanner and the sounds of this tablet are set at its door, and are the same ones here. */
function useDoor() {
  const { api } = useApi()
  return useQuery(api.signIn.door.queryOptions()).data ?? USUAL_DOOR
}

export function useBadge({ active, taken, onPerson, onNotice }: Heard): void {
  const { client } = useApi()
  const door = useDoor()
  const notice = (tone: Notice['tone'], words: string) => {
    if (door.sound) playSound(tone === 'bad' ? 'bad' : 'warn')
    onNotice({ tone, words })
  }
  const read = async ({ text, capsLock }: Scanned) => {
    try {
      const answer = await client.pledges.scan({ text: text.slice(0, 4000), capsLock })
      if (answer.code === 'found') onPerson(readPerson(answer.person))
      else if (answer.code === 'other-event') notice('warn', otherEvent(answer.event))
      else if (answer.code === 'wait') notice('warn', tooManyAsked(answer.seconds))
      else notice('warn', UNKNOWN_BADGE)
    } catch (error) {
      notice('bad', sentenceOf(error))
    }
  }
  const keptBack = useRef<(Scanned & { at: number }) | null>(null)
  const readKept = useEffectEvent(() => {
    const kept = keptBack.current
    keptBack.current = null
    if (kept !== null && !taken && performance.now() - kept.at < STILL_THERE) void read(kept)
  })
  useEffect(() => {
    if (active) readKept()
  }, [active])
  useScanner(
    (text, _pace, capsLock) => {
      if (!active) keptBack.current = { text, capsLock, at: performance.now() }
      else if (taken) notice('warn', SCANNED_MEANWHILE)
      else void read({ text, capsLock })
    },
    true,
    door.scanner,
    {
      // Whoever is writing has scanned nothing that is of any use here, and may only have typed what looks like it.
      onUnclear: () => {
        if (active && !taken) notice('warn', NOT_UNDERSTOOD)
      },
    },
  )
}

/** On the page of thanks: whoever comes next is told that it is still somebody’s. */
export function useBadgeAfterwards(active: boolean, onWords: (words: string) => void): void {
  const door = useDoor()
  const tell = () => {
    if (door.sound) playSound('warn')
    onWords(AFTER_THANKS)
  }
  useScanner(tell, active, door.scanner, { onUnclear: tell })
}
