/** The end of the day, and the tablet that does not come home: a copy on a stick, and another tablet that goes on from it. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, takePicture } from '../support/browser.ts'
import { openHall } from '../support/hall.ts'
import { expectAccessible } from '../support/look.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { anyone, aPledge, PASSPHRASE } from '../support/test-station.ts'
import { keyboard, pointer, unlock, visit } from './steps.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('the organiser saves a copy, and a new tablet goes on from it in three touches', async () => {
  const first = await openHall(browser, { duty: 'organiser' })
  first.kiosk.station()?.pledges.make(anyone, aPledge)
  const { page } = first
  await unlock(page, pointer(), 'organiser')
  await page.getByRole('heading', { name: /Today at/ }).waitFor()
  await visit(page, '/organiser/event/tablet')
  await pointer().press(page, 'Save a copy elsewhere')
  await page.getByRole('dialog', { name: 'Save a copy elsewhere' }).waitFor()
  await expectAccessible(page, 'save a copy')
  await takePicture(page, 'save-a-copy')
  await pointer().write(page, 'Organiser passphrase', 'three wrong words')
  await pointer().press(page, 'Save the copy')
  await page.getByText('That is not the organiser passphrase').waitFor()
  await pointer().write(page, 'Organiser passphrase', PASSPHRASE)
  const download = page.waitForEvent('download')
  await pointer().press(page, 'Save the copy')
  const copy = join(tempFolder(), (await download).suggestedFilename())
  expect(copy).toMatch(/\.pledges$/)
  await (await download).saveAs(copy)
  await page.getByText('It opens with the organiser passphrase and with nothing else').waitFor()

  const other = await openHall(browser, { size: 'portrait' })
  await keyboard.press(other.page, 'Go on from another tablet’s copy')
  await other.page.getByRole('dialog', { name: 'Go on from a copy' }).waitFor()
  await keyboard.press(other.page, 'Go on from it')
  await other.page.getByText('Choose the copy first').waitFor()
  const wrong = join(tempFolder(), 'plan.pledges')
  writeFileSync(wrong, 'Name,Organisation\n')
  await other.page.getByLabel('Choose the copy').setInputFiles(wrong)
  await keyboard.write(other.page, 'Organiser passphrase', PASSPHRASE)
  await keyboard.press(other.page, 'Go on from it')
  await other.page.getByText('That is not a copy of a tablet').waitFor()
  await expectAccessible(other.page, 'go on from a copy')
  await takePicture(other.page, 'go-on-from-a-copy')
  await other.page.getByLabel('Choose the copy').setInputFiles(copy)
  await keyboard.write(other.page, 'Organiser passphrase', PASSPHRASE)
  await keyboard.press(other.page, 'Go on from it')
  await other.page.getByLabel('Organiser passphrase').waitFor()
  await expect.poll(() => other.kiosk.station()?.plan.overview().pledges).toBe(1)
  expect([...first.errors, ...other.errors]).toEqual([])
})
