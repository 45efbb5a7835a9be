/** One suite, two launchers: a journey told with `describe.each(launchers)` runs in a browser and in the desktop app. */
import type { Browser } from 'playwright-core'
import { openDesktopHall } from './desktop-hall.ts'
import { type Hall, type HallOptions, openHall } from './hall.ts'

type Launcher = { where: string; open: (browser: Browser, options?: HallOptions) => Promise<Hall> }

export const launchers: readonly Launcher[] = [
  { where: 'in a browser', open: openHall },
  { where: 'in the desktop app', open: openDesktopHall },
]
