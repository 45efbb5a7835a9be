/**
 * The server that IT has named, as a place where an update may be: the same files as on a stick, and trusted no more than one. This file
 * is loaded there alone, and with it all that knows how to ask a network for anything.
 */
import { type Answer, askNetwork, type Request } from './ask-network.ts'
import type { NoAnswer, Place } from './look.ts'

type ServerDeps = {
  /** The folder with the update in it, as `npm run updates` makes it: an https address, which the settings see to. */
  address: string
  request: Request
  /** Calls `then` after so many milliseconds, unless what it answers with is called before. */
  wait: (milliseconds: number, then: () => void) => () => void
}

/** For how long nothing may come, and how long one file may take: a slow line needs a quarter of an hour. Milliseconds. */
const STILL = 30_000
const WHOLE = 30 * 60_000

export const onServer = ({ address, request, wait }: ServerDeps): Place => ({
  stick: null,
  hasFolder: async () => true,
  async open(name) {
    const stop = new AbortController()
    const late = new Promise<never>((_, reject) => {
      stop.signal.addEventListener('abort', () => reject(new Error('The server is too slow, or nobody waits for it')))
    })
    // Nobody waits for it any more once the file has been read.
    late.catch(() => undefined)
    const letGo = wait(WHOLE, () => stop.abort())
    const close = async (): Promise<void> => {
      letGo()
      stop.abort()
    }
    const inTime = async <T>(work: Promise<T>): Promise<T> => {
      const moved = wait(STILL, () => stop.abort())
      try {
        return await Promise.race([work, late])
      } finally {
        moved()
      }
    }

    const answer = await inTime(askNetwork(request, fileAt(address, name), stop.signal)).catch(() => null)
    if (answer?.status === 200)
      return {
        size: answer.size,
        async *pieces() {
          const pieces = answer.body[Symbol.asyncIterator]()
          for (;;) {
            const next = await inTime(pieces.next())
            if (next.done === true) return
            yield next.value
          }
        },
        close,
      }
    await close()
    if (answer?.status === 404 || answer?.status === 410) return null
    throw noAnswer(answer)
  },
})

function noAnswer(answer: Answer | null): NoAnswer {
  const code = answer !== null && answer.status >= 300 && answer.status < 400 ? 'redirected' : 'no-answer'
  return Object.assign(new Error(code), { code } as const)
}

/** No letter that a name may have means anything in an address. What stands after a question mark in IT’s stays there. */
function fileAt(address: string, name: string): string {
  const url = new URL(address)
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/${name}`
  return url.href
}
