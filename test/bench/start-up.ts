/** How long the desktop app takes from its start to the first picture, and to the first touch that does something. */
import { fork } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { readyKiosk } from './bench-station.ts'
import { startApp, withBrowser } from './desktop-app.ts'
import type { Figure } from './figure.ts'
import { median } from './measure.ts'

const ROUNDS = { warmUp: 1, measured: 7 }

type Times = { paint: number; touch: number }

declare global {
  interface Window {
    /** When the first button could be touched and what it leads to was painted; the time of day, in milliseconds. */
    firstTouch?: Promise<number>
  }
}

/**
 * `start-first-paint` and `start-first-touch`, in milliseconds, of a tablet that has been set up for pledges: from before
 * the main process is started to Chromium’s first contentful paint, and to the painted page that the first touch led to,
 * made as soon as there is something to touch. Electron’s own start is not in it: `npm run smoke:electron` measures that
 * where there is one. Against an empty process of Node beside a page of one word.
 */
export const benchStartUp = (): Promise<Figure[]> =>
  withBrowser(async (browser, temp) => {
    const folder = join(temp, 'station')
    ;(await readyKiosk(folder, 'pledges')).close()
    const ours: Times[] = []
    const floor: number[] = []
    for (let round = -ROUNDS.warmUp; round < ROUNDS.measured; round += 1) {
      const times = await startOnce(browser, folder)
      const least = await leastStart(browser, temp)
      if (round < 0) continue
      ours.push(times)
      floor.push(least)
    }
    const against = 'an empty process and a page of one word'
    const least = median(floor)
    return [
      {
        name: 'start-first-paint',
        value: median(ours.map(({ paint }) => paint)),
        unit: 'ms',
        against,
        againstValue: least,
      },
      {
        name: 'start-first-touch',
        value: median(ours.map(({ touch }) => touch)),
        unit: 'ms',
        against,
        againstValue: least,
      },
    ]
  })

async function startOnce(browser: Browser, folder: string): Promise<Times> {
  const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage()
  await page.addInitScript(touchFirst)
  const started = Date.now()
  const { shell, errors } = await startApp(page, folder)
  try {
    await page.waitForURL('https://kiosk/**')
    const touched = await page.evaluate(() => window.firstTouch ?? 0)
    if (errors.length > 0) throw new Error(errors.join('\n'))
    return { paint: (await firstPaint(page)) - started, touch: touched - started }
  } finally {
    await shell.close()
    await page.context().close()
  }
}

/** The least that two processes and a page can take. */
async function leastStart(browser: Browser, temp: string): Promise<number> {
  const empty = join(temp, 'empty.mjs')
  writeFileSync(empty, 'process.send("here")')
  const page = await (await browser.newContext()).newPage()
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Hello</h1>' }))
  const started = Date.now()
  await new Promise((resolve) => fork(empty, { execArgv: [] }).once('message', resolve))
  await page.goto('https://kiosk/')
  const painted = (await firstPaint(page)) - started
  await page.context().close()
  return painted
}

/** The time of day of the first contentful paint, in milliseconds. */
const firstPaint = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list, observer) => {
          const first = list.getEntriesByName('first-contentful-paint')[0]
          if (first === undefined) return
          observer.disconnect()
          resolve(performance.timeOrigin + first.startTime)
        }).observe({ type: 'paint', buffered: true })
      }),
  )

/** Runs in the page before its own scripts: touches the first big button until it leads on, and notes when that was painted. */
function touchFirst(): void {
  window.firstTouch = new Promise<number>((resolve, reject) => {
    setTimeout(() => reject(new Error('No touch did anything within a minute')), 60_000)
    const timer = setInterval(() => {
      const heading = document.querySelector('h1')?.textContent ?? ''
      if (heading.includes('Who is making this pledge')) {
        clearInterval(timer)
        requestAnimationFrame(() => setTimeout(() => resolve(Date.now())))
        return
      }
      const buttons = [...document.querySelectorAll('button, a')] as HTMLElement[]
      buttons.find((one) => one.textContent.includes('Make your pledge'))?.click()
    }, 5)
  })
}
