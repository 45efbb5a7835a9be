/** What changes elsewhere while a page opens: it shows it all the same. */
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { openBrowser, openTablet } from '../support/browser.ts'
import { openTestKiosk, serveKiosk, setUpAnswers } from '../support/test-client.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { shippedPack } from '../support/test-station.ts'
import { holdBack } from './steps.ts'

/** A wall that somebody may yet give another duty, and a page that has not been opened. */
async function openWall() {
  const folder = join(tempFolder(), 'station')
  const kiosk = openTestKiosk(folder)
  await kiosk.setUp({ ...setUpAnswers, pack: shippedPack(), duty: 'wall' })
  const { link } = await serveKiosk(kiosk, folder)
  const browser = await openBrowser()
  onTestFinished(() => browser.close())
  const { page, errors } = await openTablet(browser)
  return { kiosk, link, page, errors }
}

test('the duty changes after a page has asked for it and before it listens: the page goes on to the new one', async () => {
  const { kiosk, link, page, errors } = await openWall()
  // A slow moment: what the page asks is answered, its wish to hear of changes is still on the way.
  const listening = await holdBack(page, 'station/changes')
  await page.goto(link)
  await page.locator('.wall').waitFor()
  kiosk.station()?.changeDuty('pledges')
  await listening.release()
  await page.getByRole('button', { name: 'Make your pledge' }).waitFor()
  expect(errors).toEqual([])
})

test('the duty changes while the first answer about it is on its way: the page goes on to the new one', async () => {
  const { kiosk, link, page, errors } = await openWall()
  const state = await holdBack(page, 'station/state', { answered: true })
  const listens = page.waitForResponse('**/rpc/station/changes')
  await hearWith(page)
  await page.goto(link)
  await Promise.all([state.asked, listens])
  kiosk.station()?.changeDuty('pledges')
  // The page hears of it, and cannot call back what it has asked.
  await page.waitForFunction(() => (window as unknown as { heard: string }).heard.includes('"station"'))
  await state.release()
  await page.getByRole('button', { name: 'Make your pledge' }).waitFor()
  expect(errors).toEqual([])
})

/** From its next opening on, the page keeps in `heard` what it has read of the news. */
const hearWith = (page: Page) =>
  page.addInitScript(() => {
    const ask = window.fetch
    const kept = Object.assign(window, { heard: '' })
    window.fetch = async (...asked) => {
      const response = await ask(...asked)
      if (!response.url.endsWith('/station/changes') || response.body === null) return response
      const words = new TextDecoder()
      const listening = new TransformStream<Uint8Array, Uint8Array>({
        transform(piece, onwards) {
          onwards.enqueue(piece)
          kept.heard += words.decode(piece, { stream: true })
        },
      })
      return new Response(response.body.pipeThrough(listening), response)
    }
  })
