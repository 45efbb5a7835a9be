/**
 * A real Chromium page as the shell's window. What differs from Electron: pages lie under `https://kiosk` instead of
 * `app://kiosk`, because only Electron can register a scheme; the shell hears of the latter only. Every other address is
 * nowhere: a navigation that the shell lets through finds an empty page there, and so can be seen.
 */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { CDPSession, Frame, Page, Request, Route } from 'playwright-core'
import { createSlowLine, slowFile } from '../slow-tablet.ts'
import { type FromPage, HEAR, pageWorld, SEND } from './page-world.ts'
import type { Shell } from './shell.ts'
import type { News } from './talk.ts'

const HERE = 'https://kiosk/'
const THERE = 'app://kiosk/'
const WORLD = 'preload'
const NOWHERE = { contentType: 'text/html', body: '<!doctype html><title>Elsewhere</title>' }

/** The frame that asks; null while the window it is in is only being opened. */
function frameOf(request: Request): Frame | null {
  try {
    return request.frame()
  } catch {
    return null
  }
}

const toPage = (url: string) => (url.startsWith(THERE) ? HERE + url.slice(THERE.length) : url)
const toShell = (url: string) => (url.startsWith(HERE) ? THERE + url.slice(HERE.length) : url)

export type ChromiumWindow = {
  /** Where the page went or wanted to go and the shell was asked: navigations, windows. */
  asked: { what: 'navigation' | 'window'; url: string; allowed: boolean }[]
  hear(news: News): void
  /** The page's process goes, with all that was on it; the shell hears of it and finds `next`, which is empty, in its window. */
  crash(next: Page): Promise<void>
}

/** Shows window `number` of the shell in `page`, with the preload script that the shell named. */
export async function openChromiumWindow(
  shell: Pick<Shell, 'serve' | 'loaded' | 'offer' | 'portText' | 'portEnd' | 'happen' | 'wantWindow'>,
  first: Page,
  { number, preload, isolated, errors }: { number: number; preload: string; isolated: boolean; errors: string[] },
): Promise<ChromiumWindow> {
  const asked: ChromiumWindow['asked'] = []
  let page = first
  let ports: Awaited<ReturnType<typeof carryPorts>>
  let loadsItself = false
  let isClosed = false

  const answer = async (route: Route): Promise<void> => {
    const request = route.request()
    const url = request.url()
    const frame = frameOf(request)
    // A window that the page opens: it must be somewhere before anybody can be asked about it.
    if (frame === null) return route.fulfill(NOWHERE)
    const isMainFrame = request.isNavigationRequest() && frame === page.mainFrame()
    if (request.isNavigationRequest() && !(isMainFrame && loadsItself)) {
      const details = { url: toShell(url), isMainFrame, isSameDocument: false }
      const names = isMainFrame ? ['will-frame-navigate', 'will-navigate'] : ['will-frame-navigate']
      let refused = false
      for (const name of names)
        if (await shell.happen({ to: 'contents', window: number, name, details })) refused = true
      asked.push({ what: 'navigation', url: toShell(url), allowed: !refused })
      if (refused) return route.abort('aborted')
    }
    if (!url.startsWith(HERE))
      return request.isNavigationRequest() ? route.fulfill(NOWHERE) : route.abort('internetdisconnected')
    await slowFile()
    const served = await shell.serve({ url: toShell(url), method: request.method() })
    return route.fulfill({
      status: served.status,
      headers: Object.fromEntries(served.headers),
      body: Buffer.from(served.body),
    })
  }
  const show = async (next: Page): Promise<void> => {
    page = next
    const cdp = await page.context().newCDPSession(page)
    ports = await carryPorts(shell, page, cdp, { number, preload, isolated, errors })
    page.on('popup', (popup) => {
      const url = popup.url()
      void (async () => {
        const allowed = (await shell.wantWindow(number, toShell(url))) === 'allow'
        asked.push({ what: 'window', url: toShell(url), allowed })
        // Chromium has opened it already; Electron asks before.
        if (!allowed) await popup.close()
      })()
    })
  }
  await first.context().route('**/*', (route) => answer(route).catch(() => undefined))
  await show(first)

  return {
    asked,
    async crash(next) {
      await page.close()
      ports.end()
      await show(next)
      const more = [{ reason: 'crashed', exitCode: 139 }]
      await shell.happen({ to: 'contents', window: number, name: 'render-process-gone', more })
    },
    hear(news) {
      if (news.kind === 'close' && news.window === number) isClosed = true
      if (news.kind === 'load' && news.window === number) {
        loadsItself = true
        void page
          .goto(toPage(news.url))
          .then(() => shell.loaded(number, toShell(page.url())))
          .catch((error: unknown) => {
            // A window that is closed while its page is on the way loads nothing.
            if (!isClosed) errors.push(`load: ${String(error)}`)
          })
          .finally(() => void (loadsItself = false))
      }
      if (news.kind === 'port-text') ports.tell(news.port, news.text)
      if (news.kind === 'port-end') ports.tell(news.port, null)
    },
  }
}

/** Carries what the preload posts, ports and all, between the page and the main process. */
async function carryPorts(
  shell: Pick<Shell, 'offer' | 'portText' | 'portEnd'>,
  page: Page,
  cdp: CDPSession,
  { number, preload, isolated, errors }: { number: number; preload: string; isolated: boolean; errors: string[] },
) {
  const open = new Map<string, { context: number; port: number }>()
  // A page that was loaded again counts its ports from one again.
  let documents = 0
  const own = randomUUID()
  const later = createSlowLine()
  const nameOf = (context: number, port: number) => `${own}, page ${context}.${documents}, port ${port}`
  const endAll = (context?: number) => {
    for (const [name, at] of open)
      if (context === undefined || at.context === context) {
        open.delete(name)
        void shell.portEnd(name).catch(() => undefined)
      }
  }
  cdp.on('Runtime.executionContextDestroyed', ({ executionContextId }) => endAll(executionContextId))
  cdp.on('Runtime.executionContextsCleared', () => {
    endAll()
    documents += 1
  })
  cdp.on('Runtime.bindingCalled', ({ name, payload, executionContextId: context }) => {
    if (name !== SEND) return
    const told = JSON.parse(payload) as FromPage
    if (told.kind === 'failed') errors.push(`preload: ${told.error}`)
    else if (told.kind === 'text') {
      const port = nameOf(context, told.port)
      later(() => void shell.portText(port, told.text))
    } else if (told.kind === 'end') void shell.portEnd(nameOf(context, told.port))
    else {
      for (const port of told.ports) open.set(nameOf(context, port), { context, port })
      const names = told.ports.map((port) => nameOf(context, port))
      const frame = { of: 'top' as const, url: toShell(page.url()) }
      void shell
        .offer({ window: number, channel: told.channel, message: told.message, ports: names, frame })
        .catch((error: unknown) => errors.push(`main process: ${String(error)}`))
    }
  })
  await cdp.send('Runtime.enable')
  await cdp.send('Page.enable')
  await cdp.send('Runtime.addBinding', { name: SEND, ...(isolated ? { executionContextName: WORLD } : {}) })
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
    source: pageWorld(readFileSync(preload, 'utf8')),
    ...(isolated ? { worldName: WORLD } : {}),
  })
  return {
    end: () => endAll(),
    tell(name: string, text: string | null): void {
      const at = open.get(name)
      if (at === undefined) return
      cdp
        .send('Runtime.callFunctionOn', {
          functionDeclaration: `function (number, text) { globalThis.${HEAR}(number, text) }`,
          executionContextId: at.context,
          arguments: [{ value: at.port }, { value: text }],
        })
        // The page went away between the question and the answer.
        .catch(() => undefined)
    },
  }
}
