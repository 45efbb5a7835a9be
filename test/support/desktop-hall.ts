/** One tablet in the hall with the desktop app: the built shell under the Electron double, its windows Chromium pages. */
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { listErrors, openTablet } from './browser.ts'
import { type ChromiumWindow, openChromiumWindow } from './electron-double/chromium-window.ts'
import { type Shell, startShell } from './electron-double/shell.ts'
import type { News, Start } from './electron-double/talk.ts'
import { clockOf, type Hall, type HallOptions } from './browser-hall.ts'
import { openReadyKiosk, openTestKiosk } from './test-client.ts'
import { tempFolder } from './temp-folder.ts'

/** A page on its way to a printer: it stands as it is printed until it is answered. */
export type PrintJob = {
  page: Page
  options: Extract<News, { kind: 'print' }>['options']
  answer: (success: boolean, failureReason?: string) => Promise<void>
}

type DesktopHall = Hall & {
  shell: Shell
  asked: ChromiumWindow['asked']
  /** The page's process goes without a word. Answers with the page that stands in the window afterwards, which the shell loads again. */
  crash(): Promise<Page>
  /** The pages of the other windows that stand, each on a display of its own. */
  beside(): Page[]
  /** The oldest printing that no test has taken yet. */
  nextPrint(): Promise<PrintJob>
}

/** The window that people touch is the first that the shell opens. */
const FIRST = 0
/** What a projector shows, in CSS pixels. */
const PROJECTOR = { width: 1920, height: 1080 }

/** Whether a page is one of the desktop app's. */
export const isDesktopApp = (page: Page): boolean => new URL(page.url()).hostname === 'kiosk'

type Shown = { page: Page; early: News[]; window: ChromiumWindow | null; close: () => Promise<void> }

/**
 * As `openBrowserHall`, through the desktop app. The app's own kiosk lives in the main process; `kiosk` here is a second one on the
 * same data, as another program would open it: for looking, and not for a rehearsal that the app has opened.
 */
export async function openDesktopHall(
  browser: Browser,
  {
    duty,
    folder = join(tempFolder(), 'station'),
    now,
    start = {},
    ...tablet
  }: HallOptions & { start?: Partial<Start> } = {},
): Promise<DesktopHall> {
  const deps = clockOf(now)
  const kiosk = duty === undefined ? openTestKiosk(folder, deps) : await openReadyKiosk(folder, duty, deps)
  const { page, errors, close } = await openTablet(browser, tablet)
  onTestFinished(close)
  if (now !== undefined) await page.clock.setFixedTime(now)
  const ready = Promise.withResolvers<ChromiumWindow>()
  const shown = new Map<number, Shown>()
  const prints = createPrintQueue()

  /** Another window of the app: in a browser of its own, since the tablet's answers for the tablet's page alone. */
  const openBeside = async (): Promise<{ page: Page; close: () => Promise<void> }> => {
    const another = await openTablet(browser, tablet)
    onTestFinished(another.close)
    another.page.on('pageerror', (error) => errors.push(`beside: ${error.message}`))
    await another.page.setViewportSize(PROJECTOR)
    return another
  }
  const openWindow = async (
    asking: Parameters<Parameters<typeof startShell>[1]>[1],
    { window: number, options }: Extract<News, { kind: 'window' }>,
    early: News[],
  ): Promise<void> => {
    const place = number === FIRST ? { page, close } : await openBeside()
    const { preload, contextIsolation } = options.webPreferences ?? {}
    const window = await openChromiumWindow(asking, place.page, {
      number,
      preload: preload ?? '',
      isolated: contextIsolation !== false,
      errors,
    })
    const one: Shown = { ...place, early, window }
    shown.set(number, one)
    for (const news of early.splice(0)) hear(number, one, news)
    if (number === FIRST) ready.resolve(window)
  }
  const hear = (number: number, one: Shown, news: News): void => {
    one.window?.hear(news)
    if (news.kind === 'close' && news.window === number && number !== FIRST) {
      shown.delete(number)
      void one.close()
    }
  }
  const said: string[] = []
  /** What was told before the page of a window was there. */
  const early = new Map<number, News[]>()
  const started = await startShell(
    folder,
    (news, asking) => {
      if (news.kind === 'failed') errors.push(`main process: ${news.error}`)
      // A text within texts: without the marks that keep them apart it reads as it would over HTTP.
      if (news.kind === 'port-text') said.push(news.text.replaceAll('\\', ''))
      if (news.kind === 'print') {
        const from = shown.get(news.window)
        const answer = (success: boolean, why = '') => asking.printed(news.print, success, why)
        if (from !== undefined) prints.add({ page: from.page, options: news.options, answer })
        return
      }
      if (news.kind === 'window') {
        const own: News[] = []
        early.set(news.window, own)
        void openWindow(asking, news, own).catch(ready.reject)
        return
      }
      for (const [number, own] of early) {
        const one = shown.get(number)
        if (one === undefined) own.push(news)
        else hear(number, one, news)
      }
    },
    start,
  )
  onTestFinished(() => started.close())
  const first = await ready.promise
  await page.waitForURL('https://kiosk/**')
  const crash = async (): Promise<Page> => {
    const next = await page.context().newPage()
    listErrors(next, errors)
    await first.crash(next)
    return next
  }
  const beside = () => [...shown].flatMap(([number, one]) => (number === FIRST ? [] : [one.page]))
  const link = 'https://kiosk/'
  const answers = async () => said.join('\n')
  return {
    page,
    errors,
    close,
    kiosk,
    link,
    folder,
    answers,
    shell: started,
    asked: first.asked,
    crash,
    beside,
    ...prints,
  }
}

/** Printings in the order in which they came, and whoever waits for the next. */
function createPrintQueue() {
  const come: PrintJob[] = []
  let wake: () => void = () => undefined
  return {
    add(job: PrintJob): void {
      come.push(job)
      wake()
    },
    async nextPrint(): Promise<PrintJob> {
      for (;;) {
        const job = come.shift()
        if (job !== undefined) return job
        await new Promise<void>((resolve) => void (wake = resolve))
      }
    },
  }
}
