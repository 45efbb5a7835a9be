/** The main process's end of a port that came from a page: what Electron calls a MessagePortMain. */
import { EventEmitter } from 'node:events'
import type { MessagePortMain } from 'electron'
import { readClone, writeClone } from './clone.ts'
import { strict } from './strict.ts'

/** What the other end of a port is told, and tells: clones as text, in the order they were posted. */
export type Wire = { post(text: string): void; close(): void }

export type PortEnd = {
  port: MessagePortMain
  /** What comes from the other end. */
  hear(text: string): void
  end(): void
  /**
   * The port goes to another process, whose side of it is `there`: what it hears from now on, and has heard before it was
   * started, goes there. Answers with what the other process's messages go to. In this process the port is dead afterwards.
   */
  move(there: Wire): Wire
}

/** Which end belongs to a port, so that a port that is passed on can be moved. */
const ends = new WeakMap<object, PortEnd>()

export function endOf(port: MessagePortMain): PortEnd {
  const end = ends.get(port)
  if (end === undefined) throw new Error('Electron double: only a port of its own can be passed on')
  return end
}

/**
 * A port whose other end is `wire`; `hear` and `end` are called with what comes from there. As in Electron, nothing is
 * heard before `start()`, and nothing after it was closed.
 */
export function createPortMain(wire: Wire): PortEnd {
  const events = new EventEmitter()
  let line: Promise<unknown> = Promise.resolve()
  let started = false
  let closed = false
  let moved: Wire | null = null
  const waiting: string[] = []
  const tell = (text: string) => events.emit('message', { data: readClone(text), ports: [] })
  const end = () => {
    if (moved !== null) return moved.close()
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
      if (closed || moved !== null) return
      // Node's own clone first: it refuses what cannot be cloned, at once and in its own words.
      const text = writeClone(structuredClone(message))
      line = line.then(async () => wire.post(await text))
    },
    close(): void {
      if (closed || moved !== null) return
      void line.then(() => wire.close())
      end()
    },
  } satisfies Pick<MessagePortMain, 'start' | 'postMessage' | 'close'>)
  const made: PortEnd = {
    port: strict('MessagePortMain', members),
    hear: (text) => void (moved === null ? closed || (started ? tell(text) : waiting.push(text)) : moved.post(text)),
    end,
    move(there) {
      if (started || closed) throw new Error('Electron double: a port that is in use, or closed, cannot be passed on')
      moved = there
      for (const text of waiting.splice(0)) there.post(text)
      return wire
    },
  }
  ends.set(made.port, made)
  return made
}

/** Two ports that are each other's end. */
export function createChannel(): { port1: MessagePortMain; port2: MessagePortMain } {
  const one: PortEnd = createPortMain({ post: (text) => two.hear(text), close: () => two.end() })
  const two: PortEnd = createPortMain({ post: (text) => one.hear(text), close: () => one.end() })
  return { port1: one.port, port2: two.port }
}
