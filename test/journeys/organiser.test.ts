/** Behind the passphrase: a list with faults, a correction with its reason, a person who asks to be forgotten, a purge. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { openHall } from '../support/hall.ts'
import { anyone, aPledge, ewa, kwame, organiser, steward } from '../support/test-station.ts'
import { expectAccessible } from '../support/look.ts'
import { pointer, unlock, visit } from './steps.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const hands = pointer()

describe('the organiser', () => {
  test('a list with faults is shown row by row before anything happens, and nothing is dropped silently', async () => {
    const { page, kiosk } = await openHall(browser, { duty: 'organiser' })
    await unlock(page, hands, 'organiser')
    await page.getByRole('heading', { name: /Today at/ }).waitFor()
    await visit(page, '/organiser/delegates/import')
    const rows = [
      'Full name,Employer,Email,Phone',
      'Ewa Kaur,Elmdon House,ewa@elmdon.example,0121',
      ',Elmdon House,,',
      'Jo Pike,Elmdon House,not an address,',
    ]
    await page
      .getByLabel('Choose a file')
      .setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) })
    await page.getByRole('heading', { name: 'Rows that cannot be used' }).waitFor()
    const shown = await page.locator('main').innerText()
    for (const words of ['not an e-mail address', 'Phone', 'Not read, and not kept']) expect(shown).toContain(words)
    expect(await page.getByLabel('Email, row 4').inputValue()).toBe('not an address')
    await expectAccessible(page, 'import with faults')
    expect(kiosk.station()?.signIn.counts().delegates).toBe(0)
    await hands.press(page, /^Import 1 person/)
    await page.getByRole('table', { name: 'What happened' }).waitFor()
    expect(kiosk.station()?.signIn.counts().delegates).toBe(1)

    await hands.press(page, 'Import another list')
    await page.getByLabel('Choose a file').setInputFiles({
      name: 'holiday.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    })
    await page.getByRole('alert').waitFor()
    await expectAccessible(page, 'file refused')
  })

  test('a correction is kept with its reason, and somebody who asks to be forgotten is', async () => {
    const { page, kiosk, faults } = await openHall(browser, { duty: 'organiser' })
    const station = kiosk.station()
    if (station === null) throw new Error('It is not set up')
    station.signIn.add(organiser, kwame)
    const { id } = station.signIn.walkIn(steward, ewa, { access: 'Step-free', dietary: '' })
    station.pledges.make(anyone, { ...aPledge, by: { kind: 'delegate', delegate: id } })
    await unlock(page, hands, 'organiser')
    await page.getByRole('heading', { name: /Today at/ }).waitFor()
    await visit(page, '/organiser/delegates')

    await hands.press(page, 'Ewa Kaur')
    await hands.press(page, 'Change')
    await hands.write(page, 'Organisation', 'Elmdon House Trust')
    await hands.write(page, 'Why the change?', 'As on the badge')
    await expectAccessible(page, 'change a delegate')
    await hands.press(page, 'Save the change')
    await page.getByText('The change is saved.').waitFor()
    await page.getByRole('dialog').getByText('As on the badge').waitFor()
    await expectAccessible(page, 'delegate')

    await hands.press(page, 'Forget this person')
    await expectAccessible(page, 'forget a person')
    await hands.write(page, 'Why?', 'Asked by letter')
    await hands.press(page, 'Forget them for good')
    await page.getByRole('button', { name: 'Ewa Kaur' }).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Kwame Okonkwo-Bell' }).waitFor()
    expect(station.signIn.delegate(id)).toBeNull()
    expect(station.plan.overview()).toMatchObject({ pledges: 1, delegates: 1 })
    expect(faults).toEqual([])
  })

  test('every access and dietary need is taken off the tablet when the day is over', async () => {
    const { page, kiosk } = await openHall(browser, { duty: 'organiser' })
    const { id } = kiosk.station()?.signIn.walkIn(steward, ewa, { access: 'Step-free', dietary: '' }) ?? { id: '' }
    await unlock(page, hands, 'organiser')
    await page.getByRole('heading', { name: /Today at/ }).waitFor()
    await visit(page, '/organiser/event')
    await hands.press(page, 'Take all needs off this tablet')
    await expectAccessible(page, 'purge needs')
    await hands.write(page, 'Why?', 'The day is over')
    await hands.press(page, 'Take them off for good')
    await expect.poll(() => kiosk.station()?.signIn.needs(id)).toEqual({ access: '', dietary: '' })
  })
})
