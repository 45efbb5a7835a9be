/** One tablet in the hall: a real station behind the browser host, and a page opened through its link. */
import { join } from 'node:path'
import type { Browser, Response } from 'playwright-core'
import { onTestFinished } from 'vitest'
import type { Kiosk, KioskDeps } from '../../electron/station/app/kiosk.ts'
import type { Duty } from '../../shared/domain/duty.ts'
import { openTablet, type Tablet } from './browser.ts'
import { openReadyKiosk, openTestKiosk, serveKiosk } from './test-client.ts'
import { slowRequests } from './slow-tablet.ts'
import { tempFolder } from './temp-folder.ts'
import { handClock } from './test-station.ts'

export type Hall = Tablet & {
  kiosk: Kiosk
  link: string
  folder: string
  /** Everything that the station has answered to this page so far, changes it only announced left out; a browser’s hall needs `listens` for it. */
  answers(): Promise<string>
}

export type HallOptions = NonNullable<Parameters<typeof openTablet>[1]> & {
  /** Set up already, for this duty; a new tablet otherwise. */
  duty?: Duty
  /** The data folder, where a test has one already; a new one otherwise. */
  folder?: string
  /**
   * What is plugged in, and what the host can do; nothing otherwise. How long opening waits for another program; the usual patience
   * otherwise. A clock for the station alone. What is waited for between two steps of an update. Only the browser’s hall can be given any.
   */
  given?: Pick<KioskDeps, 'sticks' | 'platform' | 'patience' | 'now' | 'moment'>
  /** What the page's clock says, as an ISO 8601 instant, and that of the kiosk in this process: they stand. The desktop app's own process has the machine's. */
  now?: string
  /** Whether each answer is read along, for `answers`. It costs the browser something each time, so only where it is asked for. */
  listens?: boolean
}

/** Opens a tablet; it is closed, and its data gone, when the test is over. */
export async function openBrowserHall(
  browser: Browser,
  { duty, folder = join(tempFolder(), 'station'), given = {}, now, listens = false, ...tablet }: HallOptions = {},
): Promise<Hall> {
  const deps = { ...given, ...clockOf(now) }
  const kiosk = duty === undefined ? openTestKiosk(folder, deps) : await openReadyKiosk(folder, duty, deps)
  const { link } = await serveKiosk(kiosk, folder)
  const opened = await openTablet(browser, tablet)
  onTestFinished(() => opened.close())
  await slowRequests(opened.page.context())
  if (now !== undefined) await opened.page.clock.setFixedTime(now)
  const bodies: Promise<string>[] = []
  const hear = (response: Response): void => {
    if (response.url().includes('/rpc/') && !response.url().includes('changes'))
      bodies.push(response.text().catch(() => ''))
  }
  if (listens) opened.page.on('response', hear)
  const answers = async (): Promise<string> => {
    if (!listens) throw new Error('This hall was opened without `listens`')
    return (await Promise.all(bodies)).join('\n')
  }
  await opened.page.goto(link)
  return { ...opened, kiosk, link, folder, answers }
}

/** For a kiosk in this process: a clock that stands, where a test wants one. */
export const clockOf = (now: string | undefined) => (now === undefined ? {} : { now: handClock(now) })
