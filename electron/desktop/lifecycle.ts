/** How the app ends: calls at work are let finish, the station is closed, and only then it quits. */
import type { App } from 'electron'

/** So that the page hears that it worked before it goes. Milliseconds. */
const LAST_WORD = 150

type LifecycleDeps = {
  app: Pick<App, 'on' | 'quit'>
  /** Lets calls finish and closes the station. With 0 milliseconds of patience nothing is waited for. Never rejects. */
  close: (patience?: number) => Promise<void>
  /** True where only staff may close the app. */
  locked: boolean
  log: (event: string, outcome?: string) => void
}

export function createLifecycle({ app, close, locked, log }: LifecycleDeps) {
  let asked = !locked
  let quitting = false
  let closed = false
  let closing: Promise<void> | null = null
  const closeStation = (patience?: number): Promise<void> =>
    (closing ??= close(patience).then(() => void (closed = true)))

  app.on('before-quit', (event) => {
    if (closed) return
    event.preventDefault()
    if (!asked) log('quit', 'refused')
    else if (!quitting) {
      quitting = true
      void closeStation().then(() => app.quit())
    }
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
    /** Staff have asked for something that can only be done without a station; `last` ends the app, however it goes. */
    leaveFor(last: () => Promise<void>): void {
      asked = true
      quitting = true
      log('leave')
      setTimeout(() => void closeStation().then(last), LAST_WORD)
    },
    /** The system itself asks for it, so nobody can be asked any more. */
    systemEnds(): void {
      asked = true
      app.quit()
    },
    /** The machine is going down this moment: the station is told at once, and has what time there is. */
    endNow(): void {
      asked = true
      void closeStation(0)
    },
  }
}
