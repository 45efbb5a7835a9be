/** Keeps what someone is typing on the tablet's disk as they type, and brings it back. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { useApi } from '../api.tsx'

const PAUSE = 250

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
}

/**
 * `value` is saved a quarter of a second after it last changed, once it differs from `empty`. `read` turns what was on
 * disk back into a value, or null where it no longer fits the form.
 */
export function useDraft<T>(scope: string, value: T, empty: T, read: (body: unknown) => T | null): Draft<T> {
  const { client } = useApi()
  const [found, setFound] = useState<{ value: T; age: number } | null>(null)
  // The form that has been looked up; while it is another than the one asked for, the disk has not answered yet.
  const [seen, setSeen] = useState<string | null>(null)
  const looking = seen !== scope
  const closed = useRef(false)
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const reader = useRef(read)
  const text = JSON.stringify(value)
  const untouched = text === JSON.stringify(empty)

  useEffect(() => {
    let current = true
    closed.current = false
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
    return () => {
      current = false
    }
  }, [client, scope])

  useEffect(() => {
    if (looking || found !== null || untouched || closed.current) return
    timer.current = setTimeout(() => {
      queue.current = queue.current.then(() => client.drafts.save({ scope, body: text })).catch(() => undefined)
    }, PAUSE)
    return () => clearTimeout(timer.current)
  }, [client, scope, text, untouched, looking, found])

  const finish = useCallback(
    (how: 'clear' | 'park') => {
      closed.current = true
      clearTimeout(timer.current)
      const last =
        how === 'park' && !untouched
          ? client.drafts.save({ scope, body: text }).catch(() => undefined)
          : Promise.resolve()
      queue.current = Promise.all([queue.current, last])
        .then(() => client.drafts[how]({ scope }))
        .catch(() => undefined)
      return queue.current.then(() => undefined)
    },
    [client, scope, text, untouched],
  )

  return {
    found,
    looking,
    take: () => setFound(null),
    setAside: () => {
      setFound(null)
      void client.drafts.park({ scope }).catch(() => undefined)
    },
    clear: () => finish('clear'),
    park: () => finish('park'),
  }
}

function safeParse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
