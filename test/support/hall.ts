/** One tablet in the hall, in a browser or in the desktop app. */
import type { Browser } from 'playwright-core'
import { type Hall, type HallOptions, openBrowserHall } from './browser-hall.ts'
import { openDesktopHall } from './desktop-hall.ts'

export type { Hall } from './browser-hall.ts'

/** The station behind HTTP and a browser, or the built shell under the Electron double. */
export type Launcher = 'browser' | 'desktop'

/**
 * Opens a tablet; it is closed, and its data gone, when the test is over. Journeys are told through the browser; what the other host
 * does is held to the contract in `test/contract`, and a dozen stories are told through the desktop app as well.
 */
export const openHall = (
  browser: Browser,
  { launcher = 'browser', ...options }: HallOptions & { launcher?: Launcher } = {},
): Promise<Hall> => (launcher === 'desktop' ? openDesktopHall(browser, options) : openBrowserHall(browser, options))
