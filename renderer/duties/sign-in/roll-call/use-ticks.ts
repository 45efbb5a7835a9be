/** Ticking, at once on the screen and then on the station: each press in turn, the truth following. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { RollCallPerson } from '../../../../shared/contract/roll-call.ts'
import { useApi } from '../../../api.tsx'
import { sentenceOf } from '../../../client.ts'
import { isNotAllowed } from '../use-desk.ts'

/** A second touch this soon after the first is the same touch, not a change of mind. Milliseconds. */
const SAME_TOUCH = 500

type Put = (id: string, person: RollCallPerson | null) => void

/** `pressed`: what was pressed here and the station has not answered yet. `fault`: what could not be kept, and how to try again. */
export function useTicks(rollCall: string | null, by: string, put: Put) {
  const { client } = useApi()
  const queries = useQueryClient()
  const [pressed, setPressed] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [error, setError] = useState<{ sentence: string; again: () => void } | null>(null)
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const latest = useRef(new Map<string, { serial: number; at: number }>())
  const serials = useRef(0)

  const send = useCallback(
    function send(person: RollCallPerson, ticked: boolean): void {
      if (rollCall === null) return
      const serial = (serials.current += 1)
      latest.current.set(person.id, { serial, at: performance.now() })
      setPressed((now) => new Map(now).set(person.id, ticked))
      setError(null)
      const answered = () => {
        // A later press on the same person is still on its way: what it said stays on the screen.
        if (latest.current.get(person.id)?.serial !== serial) return
        setPressed((now) => new Map([...now].filter(([id]) => id !== person.id)))
      }
      queue.current = queue.current
        .then(() => client.rollCall.tick({ rollCall, delegate: person.id, ticked, by }))
        .then((truth) => {
          put(person.id, truth)
          answered()
        })
        .catch((cause: unknown) => {
          answered()
          if (isNotAllowed(cause)) void queries.invalidateQueries()
          setError({
            sentence: `${person.name} was not ${ticked ? 'ticked' : 'unticked'}. ${sentenceOf(cause)}`,
            again: () => send(person, ticked),
          })
        })
    },
    [client, queries, rollCall, by, put],
  )

  const isSameTouch = useCallback(
    (id: string) => performance.now() - (latest.current.get(id)?.at ?? -SAME_TOUCH) < SAME_TOUCH,
    [],
  )
  return { pressed, error, send, isSameTouch }
}
