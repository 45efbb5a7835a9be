/** The main process's end of a port that came from a page: what Electron calls a MessagePortMain. */
import { EventEmitter } from 'node:events'
import type { MessagePortMain } from 'electron'
import { readClone, writeClone } from './clone.ts'
import { strict } from './strict.ts'

/** What the other end of a port is told, and tells: clones as text, in the order they were posted. */
type Wire = { post(text: string): void; close(): void }

/**
 * A port whose other end is `wire`; `hear` and `end` are called with what comes from there. As in Electron, nothing is
 * heard before `start()`, and nothing after it was closed.
 */
export function createPortMain(wire: Wire): { port: MessagePortMain; hear(text: string): void; end(): void } {
  const events = new EventEmitter()
  let line: Promise<unknown> = Promise.resolve()
  let started = false
  let closed = false
  const waiting: string[] = []
  const tell = (text: string) => events.emit('message', { data: readClone(text), ports: [] })
  const end = () => {
    if (closed) return
    closed = true
    events.emit('close')
  }
  const members = Object.assign(events, {
    start(): void {
      started = true
      for (const text of waiting.splice(0)) tell(text)
    },
    postMessage(message: unknown, transfer: MessagePortMain[] = []): void {
      if (transfer.length > 0) throw new Error('Electron double cannot pass ports on over a port')
      if (closed) return
      // Node's own clone first: it refuses what cannot be cloned, at once and in its own words.
      const text = writeClone(structuredClone(message))
      line = line.then(async () => wire.post(await text))
    },
    close(): void {
      if (closed) return
      void line.then(() => wire.close())
      end()
    },
  } satisfies Pick<MessagePortMain, 'start' | 'postMessage' | 'close'>)
  return {
    port: strict('MessagePortMain', members),
    hear: (text) => void (closed || (started ? tell(text) : waiting.push(text))),
    end,
  }
}
