/** The app’s own windows: each with its page, what brings that page back, and the number by which the station knows it. */
import type { BrowserWindow, BrowserWindowConstructorOptions, WebContents, WebFrameMain } from 'electron'
import { HELP_PATH } from './help-page.ts'
import { createRecovery } from './recovery.ts'
import { APP_ORIGIN } from './rules.ts'
import { watchPage } from './watch-page.ts'

type WindowsDeps = {
  make: (options: BrowserWindowConstructorOptions) => BrowserWindow
  now: () => number
  wait: (milliseconds: number, then: () => void) => void
  log: (event: string, outcome?: string) => void
}

export function createAppWindows({ make, now, wait, log }: WindowsDeps) {
  const open = new Map<number, { window: BrowserWindow; lost: (what: string, why: string) => void }>()
  return {
    /** Opens window `number` on the page at `path`, and shows it once there is something to see; `quietly` takes no focus. */
    open(
      number: number,
      path: string,
      options: BrowserWindowConstructorOptions,
      { quietly = false } = {},
    ): BrowserWindow {
      const window = make(options)
      // What could not be loaded is heard by `watchPage`.
      const load = (wanted: string): void => {
        if (!window.isDestroyed()) void window.loadURL(APP_ORIGIN + wanted).catch(() => undefined)
      }
      const { lost } = createRecovery({ now, wait, log, load: () => load(path), help: () => load(HELP_PATH) })
      watchPage(window, { lost, log, wait })
      open.set(number, { window, lost })
      window.on('closed', () => {
        // Another may have taken its number by then.
        if (open.get(number)?.window === window) open.delete(number)
      })
      window.once('ready-to-show', () => (quietly ? window.showInactive() : window.show()))
      load(path)
      return window
    },
    /** Window `number`, while it stands. */
    find(number: number): BrowserWindow | null {
      const window = open.get(number)?.window
      return window === undefined || window.isDestroyed() ? null : window
    },
    /** The number and the top frame of the window that shows this; null for whatever is none of ours. */
    of(sender: WebContents): { number: number; top: WebFrameMain } | null {
      for (const [number, { window }] of open)
        if (!window.isDestroyed() && window.webContents === sender) return { number, top: window.webContents.mainFrame }
      return null
    },
    /** Something that every page needs has gone: each is loaded again. */
    lost(what: string, why: string): void {
      for (const { lost } of open.values()) lost(what, why)
    },
  }
}
