/** Brings the window back when its page is gone: at once, then more slowly, and after several times with a page that says what to do. Pure but for the clock it is given. */
import type { Details } from 'electron'

/** How long each loss in a row waits before the page is loaded again. Milliseconds. */
const WAITS = [0, 500, 2000, 5000]
/** Losses further apart than this have nothing to do with each other. Milliseconds. */
const WITHIN = 60_000

type RecoveryDeps = {
  now: () => number
  wait: (milliseconds: number, then: () => void) => void
  /** Loads the app’s page again. */
  load: () => void
  /** Shows the page that says what to do; it tries again by itself after a while. */
  help: () => void
  log: (event: string, outcome?: string) => void
}

export function createRecovery({ now, wait, load, help, log }: RecoveryDeps) {
  let lost: number[] = []
  let underWay = false
  return {
    /** `what` went, for `why`. What goes while the page is being brought back is part of the same loss. */
    lost(what: string, why: string): void {
      log(`${what}-gone`, why)
      if (underWay) return
      const time = now()
      lost = [...lost.filter((earlier) => Math.abs(time - earlier) < WITHIN), time]
      const pause = WAITS[lost.length - 1]
      underWay = true
      wait(pause ?? 0, () => {
        underWay = false
        log('recovery', pause === undefined ? 'help' : 'loaded')
        if (pause === undefined) help()
        else load()
      })
    },
  }
}

/**
 * Whether the page is loaded again when a process other than its own has gone. What draws and what fetches take the page’s
 * pictures and requests with them; the rest (sound, printing, the camera) Chromium starts again when it is next needed.
 */
export function needsReload({ type, reason, name }: Pick<Details, 'type' | 'reason' | 'name'>): boolean {
  return reason !== 'clean-exit' && (type === 'GPU' || (type === 'Utility' && name === 'Network Service'))
}
