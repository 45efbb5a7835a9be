/** Keeps what someone is typing on the tablet's disk as they type, and brings it back. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { useApi } from '../api.tsx'
import { createSaveOften, type SaveOften } from './save-often.ts'

export type Draft<T> = {
  /** The draft that was on disk when the form opened; null once it is dealt with, and while looking. */
  found: { value: T; age: number } | null
  /** True until the disk has answered. */
  looking: boolean
  /** Takes the found draft into the form, or sets it aside for staff (it is parked, not lost). */
  take(): void
  setAside(): void
  /** The form was sent or thrown away. Resolves once nothing of it is left to be offered again. */
  clear(): Promise<void>
  /** The person has gone: keep it, but off the screen. */
  park(): Promise<void>
  /** Nothing that is typed from now on reaches the disk before this has ended, well or not. */
  waitFor(work: Promise<unknown>): void
}

/**
 * `value` is saved while it is typed (see `save-often.ts`), and when the page is hidden or the form closes, once it differs
 * from `empty`. `scope` is one of `shared/domain/draft.ts`, or null where nothing is kept. `read` turns what was on disk back into
 * a value, or null where it no longer fits the form.
 */
export function useDraft<T>(scope: string | null, value: T, empty: T, read: (body: unknown) => T | null): Draft<T> {
  const { client } = useApi()
  const [found, setFound] = useState<{ value: T; age: number } | null>(null)
  // The form that has been looked up; while it is another than the one asked for, the disk has not answered yet.
  const [seen, setSeen] = useState<string | null>(null)
  const looking = seen !== scope
  const closed = useRef(false)
  const saver = useRef<SaveOften>(null)
  const reader = useRef(read)
  const text = JSON.stringify(value)
  const untouched = text === JSON.stringify(empty)

  useEffect(() => {
    if (scope === null) return undefined
    let current = true
    closed.current = false
    const own = createSaveOften((body) => client.drafts.save({ scope, body }))
    saver.current = own
    client.drafts
      .open({ scope })
      .then((draft) => {
        if (!current || draft === null) return
        const restored = reader.current(safeParse(draft.body))
        if (restored !== null) setFound({ value: restored, age: draft.age })
      })
      .catch(() => undefined)
      .finally(() => {
        if (current) setSeen(scope)
      })
    const onHidden = () => {
      if (document.visibilityState === 'hidden') void own.flush()
    }
    const onLeave = () => void own.flush()
    document.addEventListener('visibilitychange', onHidden)
    window.addEventListener('pagehide', onLeave)
    return () => {
      current = false
      document.removeEventListener('visibilitychange', onHidden)
      window.removeEventListener('pagehide', onLeave)
      void own.flush()
    }
  }, [client, scope])

  useEffect(() => {
    if (looking || found !== null || closed.current) return
    if (untouched) saver.current?.forget()
    else saver.current?.typed(text)
  }, [text, untouched, looking, found])

  const finish = useCallback(
    (how: 'clear' | 'park'): Promise<void> => {
      closed.current = true
      const own = saver.current
      if (own === null || scope === null) return Promise.resolve()
      if (how === 'clear' || untouched) own.forget()
      else {
        own.typed(text)
        void own.flush()
      }
      return own.after(() => client.drafts[how]({ scope }))
    },
    [client, scope, text, untouched],
  )

  return {
    found,
    looking,
    take: () => setFound(null),
    setAside: () => {
      setFound(null)
      if (scope !== null) void client.drafts.park({ scope }).catch(() => undefined)
    },
    clear: () => finish('clear'),
    park: () => finish('park'),
    waitFor: (work) => void saver.current?.after(() => work),
  }
}

function safeParse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
