/** Keeps the wall on a second screen: opens it, closes it, and follows the cable. */
import type { BrowserWindow, Rectangle, Screen } from 'electron'
import { isSamePlace, type Place, placeOfWall } from './wall-place.ts'

type SecondScreenDeps = {
  screen: Pick<Screen, 'on' | 'getAllDisplays' | 'getPrimaryDisplay' | 'getDisplayMatching'>
  /** The window that people touch. */
  first: () => BrowserWindow | null
  /** Opens the wall over all of a display. */
  open: (bounds: Rectangle) => BrowserWindow
  /** Displays have come or gone. */
  changed: () => void
  log: (event: string, outcome?: string) => void
}

export function createSecondScreen({ screen, first, open, changed, log }: SecondScreenDeps) {
  let on = false
  let standing: { window: BrowserWindow; place: Place } | null = null

  const close = (): void => {
    const was = standing
    standing = null
    // Asked to close it would not, on a locked tablet.
    if (was !== null && !was.window.isDestroyed()) was.window.destroy()
  }
  const settle = (): void => {
    const touched = first()
    const place = placeOfWall({
      on,
      displays: screen.getAllDisplays(),
      primary: screen.getPrimaryDisplay().id,
      first: touched === null ? null : screen.getDisplayMatching(touched.getBounds()).id,
      now: standing?.place.id ?? null,
    })
    if (isSamePlace(place, standing?.place ?? null)) return
    if (standing !== null) log('wall', 'closed')
    close()
    if (place === null) return
    const window = open(place.bounds)
    standing = { window, place }
    log('wall', 'opened')
    window.on('closed', () => {
      if (standing?.window === window) standing = null
    })
    // A scanner types where the focus is, and nobody types on the wall.
    window.on('focus', () => first()?.focus())
  }
  const displaysChanged = () => {
    settle()
    changed()
  }
  screen.on('display-added', displaysChanged)
  screen.on('display-removed', displaysChanged)
  screen.on('display-metrics-changed', displaysChanged)

  return {
    displays: (): number => screen.getAllDisplays().length,
    show(wanted: boolean): void {
      on = wanted
      settle()
    },
    /** The window that people touch has moved. */
    settle,
    /** That window has closed: the wall alone does not keep the app open. */
    end(): void {
      on = false
      close()
    },
  }
}
