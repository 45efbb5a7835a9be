/** Behind the passphrase: a correction with its reason, a person who asks to be forgotten, a purge. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { openHall } from '../support/hall.ts'
import { anAction, anyone, aPledge, ewa, facilitator, kwame, steward } from '../support/test-station.ts'
import { expectAccessible } from '../support/look.ts'
import { pointer, unlock, visit } from './steps.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const hands = pointer()

describe('the organiser', () => {
  test('a correction is kept with its reason, whoever asks to be forgotten is, and needs go when the day is over', async () => {
    const { page, kiosk, errors } = await openHall(browser, { duty: 'organiser' })
    const station = kiosk.station()
    if (station === null) throw new Error('It is not set up')
    const stays = station.signIn.walkIn(steward, kwame, { access: 'Step-free', dietary: '' }).id
    const { id } = station.signIn.walkIn(steward, ewa, { access: 'Step-free', dietary: '' })
    const wording = 'Ewa will open her workshop for a day'
    station.pledges.make(anyone, { ...aPledge, wording, by: { kind: 'delegate', delegate: id } })
    station.workshops.propose(facilitator, { ...anAction, owner: 'Ewa Kaur' })
    station.drafts.save('walk-in', JSON.stringify({ name: 'Ewa Kaur' }), 'another')
    await unlock(page, hands, 'organiser')
    await page.getByRole('heading', { name: /Today at/ }).waitFor()
    await visit(page, '/organiser/delegates')

    await hands.write(page, 'Search the delegates', 'Ewa Kaur')
    await page.getByRole('button', { name: 'Kwame Okonkwo-Bell' }).waitFor({ state: 'detached' })
    await hands.press(page, 'Ewa Kaur')
    await hands.press(page, 'Change')
    await hands.write(page, 'Organisation', 'Elmdon House Trust')
    await hands.write(page, 'Why the change?', 'As on the badge')
    await expectAccessible(page, 'change a delegate')
    await hands.press(page, 'Save the change')
    await page.getByText('The change is saved.').waitFor()
    await page.getByRole('complementary').getByText('As on the badge').waitFor()
    await expectAccessible(page, 'delegate')

    await hands.press(page, 'Forget this person')
    await page.getByText('One form that was not finished is about them').waitFor()
    await expectAccessible(page, 'forget a person')
    await hands.write(page, /what is promised$/, 'We will open our workshop for a day')
    await hands.write(page, 'Why?', 'Asked by letter')
    await hands.press(page, 'Forget them for good')
    await page
      .getByRole('dialog')
      .getByText('Their whole name still stands in 1 of these words. Press once more to leave it there.')
      .waitFor()
    expect(station.signIn.delegate(id)).not.toBeNull()
    await hands.write(page, /owner$/, 'Head of Sport')
    await hands.press(page, 'Forget them for good')
    await page.getByText('Ewa Kaur is forgotten. Export anew what you exported before.').waitFor()
    await expectAccessible(page, 'delegates, somebody forgotten')
    expect(await page.getByLabel('Search the delegates').inputValue()).toBe('')
    await page.getByRole('button', { name: 'Ewa Kaur' }).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Kwame Okonkwo-Bell' }).waitFor()
    expect(station.signIn.delegate(id)).toBeNull()
    expect(station.plan.overview()).toMatchObject({ pledges: 1, delegates: 1 })
    const all = { search: '', offset: 0, limit: 50, status: null }
    expect(station.pledges.list({ ...all, type: null }).items).toMatchObject([
      { wording: 'We will open our workshop for a day', name: '' },
    ])
    expect(station.workshops.listActions({ ...all, session: null }).items).toMatchObject([{ owner: 'Head of Sport' }])
    expect(station.drafts.open('walk-in', 'another')).toBeNull()

    expect(station.signIn.needs(stays)).toEqual({ access: 'Step-free', dietary: '' })
    await visit(page, '/organiser/event')
    await hands.press(page, 'Take all needs off this tablet')
    await expectAccessible(page, 'purge needs')
    await hands.write(page, 'Why?', 'The day is over')
    await hands.press(page, 'Take them off for good')
    await expect.poll(() => station.signIn.needs(stays)).toEqual({ access: '', dietary: '' })
    expect(errors).toEqual([])
  })
})
