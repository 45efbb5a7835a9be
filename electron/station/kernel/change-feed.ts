/** What changes in a kiosk, as it changes, for every screen that listens. */
import { type ChangeKind, changeKinds } from '../../../shared/contract/station.ts'

export const EVERYTHING: ReadonlySet<ChangeKind> = new Set(changeKinds.options)

export function createChangeFeed() {
  const listeners = new Set<(changes: ReadonlySet<ChangeKind>) => void>()
  return {
    publish(changes: ReadonlySet<ChangeKind>): void {
      for (const listener of listeners) listener(changes)
    },
    /**
     * Until `signal` says that nobody listens any more. The first answer is of everything: whoever begins to listen has asked
     * before, and what changed between their question and this moment would never be told to them.
     */
    async *changes(signal?: AbortSignal): AsyncGenerator<ChangeKind[]> {
      let waiting = new Set(EVERYTHING)
      let wake: () => void = () => undefined
      const hear = (changes: ReadonlySet<ChangeKind>) => {
        waiting = new Set([...waiting, ...changes])
        wake()
      }
      const stop = () => wake()
      listeners.add(hear)
      signal?.addEventListener('abort', stop)
      try {
        while (signal?.aborted !== true) {
          if (waiting.size > 0) {
            const changes = [...waiting]
            waiting = new Set()
            yield changes
          } else await new Promise<void>((resolve) => void (wake = resolve))
        }
      } finally {
        listeners.delete(hear)
        signal?.removeEventListener('abort', stop)
      }
    },
  }
}
