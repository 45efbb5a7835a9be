/** After a fault that nobody caught, the app starts afresh: once a minute at most, so that a broken tablet does not spin. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Milliseconds. */
const APART = 60_000

type RelaunchDeps = {
  now: () => number
  wait: (milliseconds: number, then: () => void) => void
  /** Where the time of the last relaunch is kept, because the next fault may be another process’s. */
  file: string
  /** Closes the station and starts the app again. */
  again: () => void
  log: (event: string, outcome?: string) => void
}

export function createRelaunch({ now, wait, file, again, log }: RelaunchDeps) {
  let underWay = false
  return (error: unknown): void => {
    log('fault', describeError(error))
    if (underWay) return
    underWay = true
    const since = now() - lastIn(file)
    // A clock that was set back must not keep the app from coming back.
    const pause = since >= 0 && since < APART ? APART - since : 0
    wait(pause, () => {
      try {
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(file, String(now()))
      } catch {
        // A full disk: then it comes back without having been noted.
      }
      again()
    })
  }
}

/** The kind of a fault and where it was, never its message: that may hold what somebody wrote. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return 'thrown'
  const [where] = /(?<=\n\s+at ).*?\(?[^\s()]*[/\\]([\w.-]+:\d+:\d+)\)?/.exec(error.stack ?? '')?.slice(1) ?? []
  return [error.name, where].filter((part) => part !== undefined).join(' ')
}

function lastIn(file: string): number {
  try {
    const time = Number(readFileSync(file, 'utf8'))
    return Number.isFinite(time) ? time : 0
  } catch {
    return 0
  }
}
