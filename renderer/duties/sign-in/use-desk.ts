/** The desk's memory and its hands: every sign-in, scan and undo goes through here, one after the other, none lost. */
import { ORPCError } from '@orpc/client'
import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useApi } from '../../api.tsx'
import { sentenceOf } from '../../client.ts'
import type { MayShow } from '../../components/camera/scans.ts'
import type { DelegateView } from '../../../shared/domain/delegate.ts'
import type { Answer } from './answers.ts'
import { type DeskState, FRESH_DESK, learn, record } from './desk-state.ts'

/** Kept beside the queries, so that a look into the staff room does not forget who came last. */
const DESK = [['desk', 'sign-in']]

export type Desk = ReturnType<typeof useDesk>

export function useDesk() {
  const { client } = useApi()
  const queries = useQueryClient()
  const { data: state = FRESH_DESK } = useQuery<DeskState>({
    queryKey: DESK,
    queryFn: skipToken,
    staleTime: Infinity,
    gcTime: Infinity,
  })
  const [waiting, setWaiting] = useState(0)
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const pressed = useRef(false)

  const show = useCallback(
    (answer: Answer) => queries.setQueryData<DeskState>(DESK, (desk) => record(desk ?? FRESH_DESK, answer)),
    [queries],
  )

  /**
   * Asks the station, in turn, and shows what it answers, where it may be shown. Never rejects: a failure is an answer too, always
   * shown, with a way to try again.
   */
  const ask = useCallback(
    function ask(question: () => Promise<Answer>, mayShow: MayShow = always): Promise<Answer> {
      setWaiting((count) => count + 1)
      const asked = queue.current.then(async () => {
        let answer: Answer
        let shown = true
        try {
          answer = await question()
          shown = mayShow('delegate' in answer)
        } catch (error) {
          // Unlocked too long ago: the station holds the role, so ask it what this screen may still do.
          if (isNotAllowed(error)) void queries.invalidateQueries()
          answer = { code: 'failed', sentence: sentenceOf(error), again: () => void ask(question) }
        }
        setWaiting((count) => count - 1)
        if (shown) show(answer)
        return answer
      })
      queue.current = asked
      return asked
    },
    [queries, show],
  )

  return useMemo(() => {
    /** For buttons: while one press is being answered, further presses do nothing. Answers null to those. */
    const press = async (question: () => Promise<Answer>): Promise<Answer | null> => {
      if (pressed.current) return null
      pressed.current = true
      const answer = await ask(question)
      pressed.current = false
      return answer
    }
    return {
      ...state,
      waiting: waiting > 0,
      show,
      /** Takes over what has become of a person, without an answer of its own. */
      learn: (delegate: DelegateView) =>
        void queries.setQueryData<DeskState>(DESK, (desk) => learn(desk ?? FRESH_DESK, delegate)),
      scan: (text: string, { mayShow, capsLock }: { mayShow?: MayShow | undefined; capsLock?: boolean } = {}) =>
        ask(() => client.signIn.scan({ text: text.slice(0, 4000), capsLock }), mayShow),
      signIn: (delegate: string) => press(() => client.signIn.signIn({ delegate })),
      signOut: (delegate: string) => press(() => client.signIn.signOut({ delegate })),
      undo: (delegate: string, reason: string) => press(() => client.signIn.undo({ delegate, reason })),
    }
  }, [client, queries, state, waiting, show, ask])
}

const always = () => true

/** Forgets who came and what was searched: for whoever stands here next. */
export function useForgetDesk(): () => void {
  const queries = useQueryClient()
  return useCallback(() => {
    queries.removeQueries({ queryKey: DESK })
    queries.removeQueries({ queryKey: [['signIn', 'find']] })
  }, [queries])
}

/** True where this screen is no longer, or not yet, a steward's. */
export const isNotAllowed = (error: unknown): boolean => error instanceof ORPCError && error.code === 'NOT_ALLOWED'
