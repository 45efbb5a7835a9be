/** One tablet in the hall: a real station behind the browser host, and a page opened through its link. */
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { onTestFinished } from 'vitest'
import type { Kiosk } from '../../electron/station/kiosk.ts'
import type { Duty } from '../../shared/domain/duty.ts'
import { openTablet, type Tablet } from './browser.ts'
import { openTestKiosk, serveKiosk, setUpAnswers } from './test-client.ts'
import { tempFolder } from './temp-folder.ts'
import { shippedPack } from './test-station.ts'

export type Hall = Tablet & { kiosk: Kiosk; link: string; folder: string }

export type HallOptions = NonNullable<Parameters<typeof openTablet>[1]> & {
  /** Set up already, for this duty; a new tablet otherwise. */
  duty?: Duty
  /** The data folder, where a test has one already; a new one otherwise. */
  folder?: string
  /** Put after the address of the link: `?idle=2,2`. */
  search?: string
}

/** Opens a tablet; it is closed, and its data gone, when the test is over. */
export async function openHall(
  browser: Browser,
  { duty, search = '', folder = join(tempFolder(), 'station'), ...tablet }: HallOptions = {},
): Promise<Hall> {
  const kiosk = openTestKiosk(folder)
  if (duty !== undefined) await kiosk.setUp({ ...setUpAnswers, pack: shippedPack(), duty })
  const { link } = await serveKiosk(kiosk, folder)
  const opened = await openTablet(browser, tablet)
  onTestFinished(() => opened.close())
  const address = new URL(link)
  address.search = search
  await opened.page.goto(address.href)
  return { ...opened, kiosk, link, folder }
}
