/** What a journey uses of the browser: a page like a tablet's, its faults, a picture. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, type Page, chromium } from 'playwright-core'
import { inject } from 'vitest'
import { noteDialogStarts } from './dialog-starts.ts'
import { giveOwnTime } from './own-time.ts'
import { openTablets } from './open-tablets.ts'
import { PATIENCE } from './patience.ts'

/** The screens that the kiosk must look right on, in CSS pixels. */
export const screenSizes = {
  laptop: { width: 1366, height: 768 },
  tablet: { width: 1024, height: 768 },
  large: { width: 1920, height: 1280 },
  portrait: { width: 800, height: 1280 },
} as const

export interface Tablet {
  page: Page
  /**
   * What went wrong on the page so far and no person would see: errors, broken Content-Security-Policy, failed loads,
   * and requests to anything but this machine. A journey expects it to stay empty.
   */
  errors: string[]
  close(): Promise<void>
}

/** The browser that all journeys share; disconnect with `close()`, which leaves it running for the next file. */
export function openBrowser(): Promise<Browser> {
  return chromium.connect(inject('browserAddress'))
}

/** A fresh tablet: its own cookies and storage, British English, London time; a finger instead of a mouse on request. */
export async function openTablet(
  browser: Browser,
  options: { size?: keyof typeof screenSizes; touch?: boolean; motion?: boolean } = {},
): Promise<Tablet> {
  const context = await browser.newContext({
    viewport: screenSizes[options.size ?? 'laptop'],
    hasTouch: options.touch ?? false,
    // Nobody waits for a leaf to grow, save where the story is about what moves.
    reducedMotion: options.motion === true ? 'no-preference' : 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    acceptDownloads: true,
  })
  context.setDefaultTimeout(PATIENCE)
  await giveOwnTime(context)
  await noteDialogStarts(context)
  const errors: string[] = []
  openTablets.set(context, errors)
  context.on('close', () => openTablets.delete(context))
  const page = await context.newPage()
  listErrors(page, errors)
  return { page, errors, close: () => context.close() }
}

/** Adds to `faults` whatever goes wrong on the page from now on. */
export function listErrors(page: Page, errors: string[]): void {
  page.on('pageerror', (error) => errors.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`console: ${message.text()} ${message.location().url}`.trimEnd())
  })
  page.on('request', (request) => {
    if (!isOnThisMachine(request.url())) errors.push(`request to another machine: ${request.url()}`)
  })
}

function isOnThisMachine(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  // `kiosk` is the desktop app's own name for itself: the Electron double answers it, and no network knows it.
  return (
    ['data:', 'blob:', 'about:'].includes(protocol) || ['127.0.0.1', 'localhost', '[::1]', 'kiosk'].includes(hostname)
  )
}

/** Saves what the page shows to `test-results/<name>.png`, for a person to look at; answers with the file. */
export async function takePicture(page: Page, name: string): Promise<string> {
  const folder = join(import.meta.dirname, '../../test-results')
  await mkdir(folder, { recursive: true })
  const path = join(folder, `${name}.png`)
  await page.screenshot({ path })
  return path
}
