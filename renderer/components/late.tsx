/** Pages and parts whose script comes when it is wanted, and what is shown while it cannot be fetched. */
import { Component, type ComponentType, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useApi } from '../api.tsx'
import { isLockedOut } from '../client.ts'
import { Unreachable, Waiting } from './no-station.tsx'

/** How long until it is tried again. Milliseconds. */
const RETRY = 3000

type Load<Props> = () => Promise<ComponentType<Props>>

/** The script of a page could not be fetched: the station is away, or is a newer one that no longer has it. */
class NotFetched extends Error {}

/**
 * A page, or a part of one, that comes when it is wanted; `Meanwhile` stands in its place until then. It belongs within a `Fetched`, which
 * shows what to do where it does not come. It does without React's Suspense, which keeps what it shows meanwhile for 300 ms at least: a
 * duty and a page of it, one after the other, had people wait for twice that.
 */
export function lazyPage<Props extends object>(
  load: Load<Props>,
  Meanwhile: ComponentType<Props> = Waiting,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null
  return function Late(props: Props) {
    const [Page, setPage] = useState(() => loaded)
    const [error, setError] = useState<NotFetched>()
    useLayoutEffect(() => {
      if (Page !== null) return undefined
      let isGone = false
      void load().then(
        (page) => {
          loaded = page
          if (!isGone) setPage(() => page)
        },
        (cause: unknown) => {
          if (!isGone) setError(new NotFetched('The script of a page could not be fetched', { cause }))
        },
      )
      return () => {
        isGone = true
      }
    }, [Page])
    if (error !== undefined) throw error
    return Page === null ? <Meanwhile {...props} /> : <Page {...props} />
  }
}

/** For a part in whose place nothing stands until it comes. */
export const Nothing = (): null => null

/** Round all that is shown: without it a page whose script does not come would leave the screen blank for good. */
export class Fetched extends Component<{ children: ReactNode }, { error?: Error }> {
  override state: { error?: Error } = {}

  static getDerivedStateFromError(error: unknown) {
    return {
      error: error instanceof Error ? error : new Error('Something that is no error was thrown', { cause: error }),
    }
  }

  override render() {
    if (this.state.error === undefined) return this.props.children
    if (this.state.error instanceof NotFetched) return <Away />
    throw this.state.error
  }
}

/** An import that failed stays failed in some browsers; loading all of it again, once the station answers, helps in each. */
function Away() {
  const { client } = useApi()
  const asking = useRef(false)
  const tryAgain = async () => {
    if (asking.current) return
    asking.current = true
    // While nobody answers, loading again would leave the browser's own page, which never comes back by itself.
    const answers = await client.station.state().then(() => true, isLockedOut)
    asking.current = false
    if (answers) location.reload()
  }
  const again = useRef(tryAgain)
  useEffect(() => {
    const timer = setInterval(() => void again.current(), RETRY)
    return () => clearInterval(timer)
  }, [])
  return <Unreachable onTry={() => void tryAgain()} />
}
