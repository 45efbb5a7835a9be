/** How the app ends: calls at work are let finish, the station is closed, and only then it quits. */
import type { App } from 'electron'
import { describeFault } from './relaunch.ts'
import type { RunningCalls } from './running-calls.ts'

/** How long calls may take to finish once closing has begun. Milliseconds. */
const PATIENCE = 10_000
/** So that the page hears that it worked before it goes. Milliseconds. */
const LAST_WORD = 150

type LifecycleDeps = {
  app: Pick<App, 'on' | 'quit'>
  calls: Pick<RunningCalls, 'drain'>
  /** Closes the station: checkpoints and lets go of its files. */
  close: () => void
  /** True where only staff may close the app. */
  locked: boolean
  log: (event: string, outcome?: string) => void
}

export function createLifecycle({ app, calls, close, locked, log }: LifecycleDeps) {
  let asked = !locked
  let stage: 'open' | 'draining' | 'closed' = 'open'
  const closeStation = (): void => {
    if (stage === 'closed') return
    stage = 'closed'
    try {
      close()
      log('closed')
    } catch (error) {
      // What was committed is on disk. An app that cannot close must not come back as one that crashed.
      log('closed', describeFault(error))
    }
  }
  const drain = async (): Promise<void> => {
    stage = 'draining'
    const all = await calls.drain(PATIENCE)
    if (!all) log('drain', 'too slow')
    closeStation()
    app.quit()
  }

  app.on('before-quit', (event) => {
    if (stage === 'closed') return
    event.preventDefault()
    if (!asked) log('quit', 'refused')
    else if (stage === 'open') void drain()
  })
  app.on('window-all-closed', () => app.quit())

  return {
    mayClose: (): boolean => asked,
    /** Staff have asked for it. */
    leave(): void {
      asked = true
      log('leave')
      setTimeout(() => app.quit(), LAST_WORD)
    },
    /** The system itself asks for it, so nobody can be asked any more. */
    systemEnds(): void {
      asked = true
      app.quit()
    },
    /** The machine is going down this moment: what can be done is done at once. */
    endNow(): void {
      asked = true
      closeStation()
    },
  }
}
