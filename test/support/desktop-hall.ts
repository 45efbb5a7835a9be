/** One tablet in the hall with the desktop app: the built shell under the Electron double, its window a Chromium page. */
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { listFaults, openTablet } from './browser.ts'
import { type ChromiumWindow, openChromiumWindow } from './electron-double/chromium-window.ts'
import { type Shell, startShell } from './electron-double/shell.ts'
import type { News, Start } from './electron-double/talk.ts'
import type { Hall, HallOptions } from './hall.ts'
import { openTestKiosk, setUpAnswers } from './test-client.ts'
import { tempFolder } from './temp-folder.ts'
import { shippedPack } from './test-station.ts'

type DesktopHall = Hall & {
  shell: Shell
  asked: ChromiumWindow['asked']
  /** The page's process goes without a word. Answers with the page that stands in the window afterwards, which the shell loads again. */
  crash(): Promise<Page>
}

/**
 * As `openHall`, through the desktop app. The app's own kiosk lives in the main process; `kiosk` here is a second one on the
 * same data, as another program would open it: for looking, and not for a rehearsal that the app has opened.
 */
export async function openDesktopHall(
  browser: Browser,
  {
    duty,
    search = '',
    folder = join(tempFolder(), 'station'),
    start = {},
    ...tablet
  }: HallOptions & { start?: Partial<Start> } = {},
): Promise<DesktopHall> {
  const kiosk = openTestKiosk(folder)
  if (duty !== undefined) await kiosk.setUp({ ...setUpAnswers, pack: shippedPack(), duty })
  const { page, faults, close } = await openTablet(browser, tablet)
  onTestFinished(close)
  const shown = Promise.withResolvers<ChromiumWindow>()
  const early: News[] = []
  let window: ChromiumWindow | null = null
  let shell: Shell | null = null
  shell = await startShell(
    folder,
    (news, asking) => {
      if (news.kind === 'failed') faults.push(`main process: ${news.error}`)
      if (news.kind !== 'window') {
        if (window === null) early.push(news)
        else window.hear(news)
        return
      }
      const { preload, contextIsolation } = news.options.webPreferences ?? {}
      openChromiumWindow(asking, page, {
        number: news.window,
        preload: preload ?? '',
        isolated: contextIsolation !== false,
        faults,
      }).then((opened) => {
        window = opened
        for (const one of early.splice(0)) opened.hear(one)
        shown.resolve(opened)
      }, shown.reject)
    },
    start,
  )
  const started = shell
  onTestFinished(() => started.close())
  const shownWindow = await shown.promise
  await page.waitForURL('https://kiosk/**')
  if (search !== '') await page.goto(new URL(search, page.url()).href)
  const crash = async (): Promise<Page> => {
    const next = await page.context().newPage()
    listFaults(next, faults)
    await shownWindow.crash(next)
    return next
  }
  return { page, faults, close, kiosk, link: 'https://kiosk/', folder, shell: started, asked: shownWindow.asked, crash }
}
