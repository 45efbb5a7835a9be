/** The desktop app to measure: the built shell under the Electron double, its station in a process of its own, its window a Chromium page. */
import { type Browser, chromium, type Page } from 'playwright-core'
import { findBrowser } from '../support/browser-program.ts'
import { type ChromiumWindow, openChromiumWindow } from '../support/electron-double/chromium-window.ts'
import { type Shell, startShell } from '../support/electron-double/shell.ts'
import type { News } from '../support/electron-double/talk.ts'
import { inFolder } from './measure.ts'

/** A Chromium for `work`, with a folder for whatever is opened in it. */
export const withBrowser = <T>(work: (browser: Browser, folder: string) => Promise<T>): Promise<T> =>
  inFolder(async (folder) => {
    const { path, env } = await findBrowser(folder)
    const browser = await chromium.launch({
      ...(path === null ? { channel: 'chrome' } : { executablePath: path }),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
      env: { ...process.env, TMPDIR: folder, ...env },
    })
    try {
      return await work(browser, folder)
    } finally {
      await browser.close()
    }
  })

type App = { shell: Shell; errors: string[]; crash: ChromiumWindow['crash'] }

/** Starts the app on the data in `folder` with `page` for its first window; `faults` is what nobody would see. */
export async function startApp(page: Page, folder: string): Promise<App> {
  // Electron compiles at each start, so what is measured does as well.
  process.env['NODE_DISABLE_COMPILE_CACHE'] = '1'
  const errors: string[] = []
  const early: News[] = []
  let window: ChromiumWindow | null = null
  const shown = Promise.withResolvers<ChromiumWindow>()
  const shell = await startShell(folder, (news, asking) => {
    if (news.kind === 'failed') errors.push(news.error)
    if (news.kind !== 'window') {
      if (window === null) early.push(news)
      else window.hear(news)
      return
    }
    const preload = news.options.webPreferences?.preload ?? ''
    openChromiumWindow(asking, page, { number: news.window, preload, isolated: true, errors }).then((opened) => {
      window = opened
      for (const one of early.splice(0)) opened.hear(one)
      shown.resolve(opened)
    }, shown.reject)
  })
  const { crash } = await shown.promise
  return { shell, errors, crash }
}
