/** A visit at the door without a steward: what is done with it, in turn, and how nothing of it is left for the next person. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { DoorSettings } from '../../../../shared/domain/door.ts'
import { useApi } from '../../../api.tsx'
import { sentenceOf } from '../../../client.ts'
import type { MayShow } from '../../../components/camera/scans.ts'
import { keepDisplay, USUAL_DISPLAY } from '../../../components/display.ts'
import { playSound } from '../../../components/play-sound.ts'
import { useScanner } from '../../../components/use-scanner.ts'
import {
  afterFind,
  afterScan,
  mayScan,
  NOBODY,
  type Question,
  saidUpTo,
  SCANNED_MEANWHILE,
  type Visit,
  wished,
} from './visit.ts'

export type VisitDesk = ReturnType<typeof useVisit>

/**
 * What is typed here is never kept as a draft: a half-typed name that came back after a crash would come back to whoever
 * stands there then. Typing a name again costs less than that.
 */
export function useVisit(door: DoorSettings) {
  const { client, api } = useApi()
  const queries = useQueryClient()
  const [visit, setVisit] = useState<Visit>(NOBODY)
  const [busy, setBusy] = useState(false)
  // Counts the people who stood here: an answer that comes after somebody has gone is nobody's.
  const person = useRef(0)
  const shown = useRef(visit)
  const queue = useRef<Promise<unknown>>(Promise.resolve())

  const show = useCallback((next: Visit) => {
    shown.current = next
    setVisit(next)
  }, [])

  /** Asks the station, one thing after another, and shows what comes of it, where the same person still stands here. */
  const turn = useCallback(
    (whose: number, work: () => Promise<Visit>): void => {
      const before = queue.current
      const inTurn = async () => {
        await before
        if (person.current !== whose) return
        setBusy(true)
        let next: Visit
        try {
          next = await work()
        } catch (error) {
          next = { ...shown.current, notice: { tone: 'bad', words: sentenceOf(error) } }
        }
        setBusy(false)
        if (person.current === whose) show(next)
      }
      queue.current = inTurn()
    },
    [show],
  )

  const forget = useCallback(() => {
    person.current += 1
    queries.removeQueries({ queryKey: api.signIn.organisations.key() })
    void client.selfService.endVisit().catch(() => undefined)
  }, [client, api, queries])

  /** They have gone, or want to begin again. */
  const leave = useCallback(() => {
    forget()
    keepDisplay(USUAL_DISPLAY)
    show(NOBODY)
  }, [forget, show])

  // Whoever was found before the page was opened anew, or before a steward took over, has gone.
  useEffect(() => {
    forget()
    return forget
  }, [forget])

  /** `mayShow`: of the camera, which scans for its own page alone. A typed scan is always meant. */
  const scan = useCallback(
    (text: string, { mayShow, capsLock }: { mayShow?: MayShow | undefined; capsLock?: boolean } = {}) => {
      // Whoever was found meanwhile is before the screen, and would be let go if the station were asked for another.
      const isTooLate = () => mayShow !== undefined && shown.current.page.name !== 'scan'
      if (isTooLate()) return
      if (!mayScan(shown.current)) {
        show({ ...shown.current, notice: SCANNED_MEANWHILE })
        return
      }
      // After the last page it is the next person who scans; what the last one asked for is theirs alone.
      if (shown.current.page.name === 'done') leave()
      turn(person.current, async () => {
        if (isTooLate()) return shown.current
        const answer = await client.selfService.scan({ text: text.slice(0, 4000), capsLock })
        if (mayShow?.(answer.code === 'found' || answer.code === 'withdrawn') === false) return shown.current
        if (door.sound && answer.code !== 'found') playSound(answer.code === 'withdrawn' ? 'bad' : 'warn')
        return afterScan(shown.current, answer)
      })
    },
    [client, door.sound, leave, show, turn],
  )
  const unclear = () => {
    if (!mayScan(shown.current)) return
    if (door.sound) playSound('warn')
    show(afterScan(shown.current, { code: 'unknown-badge' }))
  }
  useScanner((text, _pace, capsLock) => scan(text, { capsLock }), true, door.scanner, { onUnclear: unclear })

  return {
    visit,
    busy,
    show,
    leave,
    scan,
    find: (question: Question, typed: Visit['typed']) => {
      if (busy) return
      const asked = { ...shown.current, typed, notice: null }
      show(asked)
      turn(person.current, async () => afterFind(asked, await client.selfService.find(saidUpTo(question, typed))))
    },
    signIn: (whose: Parameters<typeof wished>[0]) => {
      if (busy) return
      show({ ...shown.current, notice: null })
      turn(person.current, async () => {
        const answer = await client.selfService.signIn(wished(whose))
        if (door.sound) playSound(answer.code === 'signed-in' && !answer.wordWithStaff ? 'ok' : 'warn')
        // Nothing of what was typed is needed any more.
        return { ...NOBODY, page: { name: 'done', answer } }
      })
    },
  }
}
