/** How long a loss lasts in the desktop app: the page's process goes, or the station's is killed. */
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { readyKiosk } from './bench-station.ts'
import { startApp, withBrowser } from './desktop-app.ts'
import type { Figure } from './figure.ts'
import { median, timed } from './measure.ts'

const ROUNDS = 5

type Loss = 'page' | 'station'

/**
 * `back-after-page` and `back-after-station`, in milliseconds: from the first loss of an app that was just started until its page can
 * be touched again. Against the same page, loaded again by hand.
 */
export const benchBackAgain = (): Promise<Figure[]> =>
  withBrowser(async (browser, temp) => {
    const folder = join(temp, 'station')
    ;(await readyKiosk(folder, 'pledges')).close()
    const lasted: Record<Loss, number[]> = { page: [], station: [] }
    const byHand: number[] = []
    for (let round = 0; round < ROUNDS; round += 1)
      for (const loss of ['page', 'station'] as const) {
        const times = await loseOnce(browser, folder, loss)
        lasted[loss].push(times.lasted)
        byHand.push(times.byHand)
      }
    const against = 'the same page, loaded again by hand'
    const againstValue = median(byHand)
    return [
      { name: 'back-after-page', value: median(lasted.page), unit: 'ms', against, againstValue },
      { name: 'back-after-station', value: median(lasted.station), unit: 'ms', against, againstValue },
    ]
  })

async function loseOnce(browser: Browser, folder: string, loss: Loss): Promise<{ lasted: number; byHand: number }> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  const page = await context.newPage()
  const { shell, errors, crash } = await startApp(page, folder)
  try {
    await canBeTouched(page)
    const byHand = await timed(async () => {
      await page.reload()
      await canBeTouched(page)
    })
    // The mark goes with the page that has it.
    await page.evaluate(() => void (document.documentElement.dataset['lost'] = ''))
    const next = loss === 'page' ? await context.newPage() : page
    const lasted = await timed(async () => {
      if (loss === 'page') await crash(next)
      else await shell.killStation()
      await canBeTouched(next)
    })
    if (errors.length > 0) throw new Error(errors.join('\n'))
    return { lasted, byHand }
  } finally {
    await shell.close()
    await context.close()
  }
}

const canBeTouched = (page: Page): Promise<void> =>
  page.locator('html:not([data-lost]) button', { hasText: 'Make your pledge' }).waitFor()
