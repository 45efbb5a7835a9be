/** A sign-in desk to measure: the real station in a process of its own, the built pages in Chromium, a steward at it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type CDPSession, chromium, type Page } from 'playwright-core'
import { OWN_FOLDERS } from '../../electron/places.ts'
import { inventedPeople } from '../fixtures/people.ts'
import { findBrowser } from '../support/browser-program.ts'
import { BENCH_PIN, readyKiosk } from './bench-station.ts'
import { inFolder } from './measure.ts'
import { watchPage } from './watch-page.ts'

/** Somebody who is expected, and the code on their badge. */
export type Guest = { name: string; organisation: string; badge: string }

export type OpenDoor = {
  page: Page
  /** For keys as a keyboard gives them. */
  keys: CDPSession
  guests: readonly Guest[]
}

/**
 * Fills a station with so many people, opens its door in a browser, unlocks it, and closes all of it after `work`. They are expected;
 * with `here` they have all come.
 */
export const atOpenDoor = <T>(
  people: number,
  work: (door: OpenDoor) => Promise<T>,
  { here = false } = {},
): Promise<T> =>
  inFolder(async (folder) => {
    if (!existsSync(join(OWN_FOLDERS.pages, 'index.html')))
      throw new Error(`The pages are not built: there is no ${OWN_FOLDERS.pages}. Run “npm run build” first.`)
    const guests = await fill(join(folder, 'station'), people, here)
    const { path, env } = await findBrowser(folder)
    const browser = await chromium.launch({
      ...(path === null ? { channel: 'chrome' } : { executablePath: path }),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
      env: { ...process.env, TMPDIR: folder, ...env },
    })
    const { link, close } = await serveApart(join(folder, 'station'))
    try {
      const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'en-GB' })
      const page = await context.newPage()
      // Before the app's own listeners: from the key on, everything counts.
      await page.addInitScript(watchPage)
      await page.goto(link)
      await page.getByLabel('Steward PIN').fill(BENCH_PIN)
      await page.getByRole('button', { name: 'Unlock' }).click()
      await page.getByRole('combobox', { name: 'Find by name or organisation' }).waitFor()
      return await work({ page, keys: await context.newCDPSession(page), guests })
    } finally {
      await browser.close()
      await close()
    }
  })

/** Closed again afterwards, so that another process can open it. */
async function fill(folder: string, count: number, here: boolean): Promise<Guest[]> {
  const kiosk = await readyKiosk(folder, 'sign-in')
  try {
    const station = kiosk.station()
    if (station === null) throw new Error('The station was not set up')
    const guests: Guest[] = []
    station.batch(() => {
      for (const person of inventedPeople({ count, seed: 100 })) {
        const id = station.signIn.add({ role: 'organiser', delegate: null }, person)
        if (here) station.signIn.signIn({ role: 'steward', delegate: null }, id)
        guests.push({ name: person.name, organisation: person.organisation, badge: station.signIn.badge(id) })
      }
    })
    return guests
  } finally {
    kiosk.close()
  }
}

/** The station as `npm run kiosk -- serve` runs it: the page and the station then share no more than the machine. */
async function serveApart(folder: string): Promise<{ link: string; close: () => Promise<void> }> {
  const child: ChildProcess = spawn(
    process.execPath,
    [join(OWN_FOLDERS.root, 'electron/cli.ts'), 'serve', '--port', '0', '--data', folder, '--json'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const link = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The station ended by itself with ${code}`)))
    child.stdout?.once('data', (line: Buffer) => resolve((JSON.parse(line.toString()) as { link: string }).link))
  })
  return {
    link,
    close: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}
