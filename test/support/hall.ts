/** One tablet in the hall, in a browser or in the desktop app: whichever these journeys are told in this time. */
import type { Browser } from 'playwright-core'
import { inject } from 'vitest'
import { type Hall, type HallOptions, openBrowserHall } from './browser-hall.ts'
import { openDesktopHall } from './desktop-hall.ts'

export type { Hall } from './browser-hall.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** One suite, two launchers: the station behind HTTP and a browser, or the built shell under the Electron double. */
    launcher: 'browser' | 'desktop'
  }
}

/** Opens a tablet; it is closed, and its data gone, when the test is over. */
export const openHall = (browser: Browser, options: HallOptions = {}): Promise<Hall> =>
  inject('launcher') === 'desktop' ? openDesktopHall(browser, options) : openBrowserHall(browser, options)
