/** Notices when the window’s page is gone, hangs or could not be loaded. */
import type { BrowserWindow } from 'electron'

/** How long a page may hang before it is given up. Milliseconds. */
const HANGS = 8000
/** Chromium’s code for a load that another one took the place of. */
const ABORTED = -3

type WatchDeps = {
  lost: (what: string, why: string) => void
  log: (event: string, outcome?: string) => void
  wait: (milliseconds: number, then: () => void) => void
}

export function watchPage(window: BrowserWindow, { lost, log, wait }: WatchDeps): void {
  const { webContents } = window
  /** Which time it hangs; null while it does not. */
  let hanging: number | null = null
  let times = 0
  webContents.on('render-process-gone', (_event, { reason }) => {
    hanging = null
    lost('page', reason)
  })
  webContents.on('did-fail-load', (_event, code, _words, _url, isMainFrame) => {
    if (isMainFrame && code !== ABORTED) lost('load', String(code))
  })
  window.on('unresponsive', () => {
    log('page', 'hangs')
    times += 1
    const mine = times
    hanging = mine
    wait(HANGS, () => {
      // Its end is then heard above, and the page loaded again.
      if (hanging === mine && !window.isDestroyed()) webContents.forcefullyCrashRenderer()
    })
  })
  window.on('responsive', () => {
    log('page', 'answers again')
    hanging = null
  })
}
