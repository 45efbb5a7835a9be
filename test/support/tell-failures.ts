/** Set up for every file of journeys: one that fails says what stood on each screen then, for a machine keeps no pictures. */
import { afterEach } from 'vitest'
import { takePicture } from './browser.ts'
import { openTablets } from './open-tablets.ts'

/** So much of a page tells which it is. Characters. */
const ENOUGH = 1500

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  let pictures = 0
  for (const [tablet, errors] of openTablets) {
    for (const page of tablet.pages()) {
      pictures += 1
      try {
        const words = await page.locator('body').innerText({ timeout: 5000 })
        const picture = await takePicture(page, `failed-${task.id}-${pictures}`)
        process.stderr.write(`\nOn screen at ${page.url()} (${picture}):\n${words.slice(0, ENOUGH)}\n`)
      } catch (error) {
        process.stderr.write(`\nOn screen at ${page.url()}: it cannot be told. ${String(error)}\n`)
      }
    }
    if (errors.length > 0) process.stderr.write(`\nFaults of this tablet:\n${errors.join('\n')}\n`)
  }
})
