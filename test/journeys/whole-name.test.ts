/** At a pledge screen people find themselves by their whole name, their badge or their code; and nobody finds anybody else. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, takePicture } from '../support/browser.ts'
import { openHall } from '../support/hall.ts'
import { expectAccessible } from '../support/look.ts'
import { ewa, handClock, organiser } from '../support/test-station.ts'
import { type Hands, keyboard, pointer } from './steps.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const kai = { ...ewa, name: 'Kai Pottlewick', organisation: 'Care Leavers’ Forum', sector: 'care-experienced' }
const at = (page: Page, heading: string) => page.getByRole('heading', { name: heading, exact: true }).waitFor()
const people = (page: Page) => page.locator('.pledges-people button').allInnerTexts()

/** A pledge screen at its first question, with those on its list. */
async function openWho(...listed: (typeof ewa)[]) {
  // The station's clock stands still, so that nobody gets a try back while a slow machine draws.
  const hall = await openHall(browser, { duty: 'pledges', given: { now: handClock() }, listens: true })
  const station = hall.kiosk.station()
  if (station === null) throw new Error('It is set up')
  for (const person of listed) station.signIn.add(organiser, person)
  await hall.page.getByRole('button', { name: 'Make your pledge' }).click()
  await at(hall.page, 'Who is making this pledge?')
  return { ...hall, station }
}
async function find(page: Page, hands: Hands, name: string): Promise<void> {
  await hands.write(page, 'Your whole name', name)
  await hands.press(page, 'Find')
}
const nobody = (page: Page) => page.getByRole('status').getByText('We could not find you by that.')

describe('who is pledging', () => {
  test('A beginning, a word of an organisation and a name that is protected are answered alike; a whole name is found', async () => {
    const { page, answers, errors } = await openWho(ewa, kai)
    const hands = pointer()
    const said: string[] = []
    for (const typed of ['Ewa', 'kau', 'care leavers', 'Elmdon House', 'Nobody Whatever', 'Kai Pottlewick']) {
      await find(page, hands, typed)
      await nobody(page).waitFor()
      said.push(await page.getByRole('main').innerText())
    }
    expect(new Set(said).size).toBe(1)
    await expectAccessible(page, 'pledge, nobody of that name')
    await takePicture(page, 'pledge-nobody-of-that-name')
    const heard = await answers()
    for (const word of ['Kaur', 'Elmdon', 'Pottlewick', 'Forum']) expect(heard).not.toContain(word)

    await find(page, hands, 'kaur ewa')
    await page.getByText('Is this you? Press your name.').waitFor()
    expect(await people(page)).toEqual(['Ewa Kaur'])
    await hands.press(page, 'Ewa Kaur')
    await at(page, 'What could you offer?')
    expect(await page.locator('header').innerText()).toMatch(/Pledging as Ewa Kaur$/m)
    expect(await answers()).not.toContain('Elmdon')
    expect(errors).toEqual([])
  })

  test('By keyboard alone: a whole name and Continue go on at once, a slip is asked about, a code will do', async () => {
    const { page, station, errors } = await openWho(ewa, kai)
    await keyboard.write(page, 'Your whole name', 'ewa káur')
    await keyboard.press(page, 'Continue')
    await at(page, 'What could you offer?')
    await keyboard.press(page, 'Back')
    await keyboard.write(page, 'Somebody else’s whole name', 'Ewa Kauur')
    await keyboard.press(page, 'Continue')
    await page.getByText('Is this you? Press your name.').waitFor()
    await keyboard.press(page, 'Ewa Kaur')
    await at(page, 'What could you offer?')

    // Whoever is never found by name types the code that they were sent.
    await keyboard.press(page, 'Back')
    const [id = ''] = station.signIn.find('pottlewick').map((found) => found.id)
    await keyboard.write(page, 'Somebody else’s whole name', station.signIn.badge(id).toLowerCase())
    await keyboard.press(page, 'Find')
    await keyboard.press(page, /^Kai Pottlewick/)
    await at(page, 'What could you offer?')
    expect(await page.locator('header').innerText()).toContain('Pledging as Kai Pottlewick')
    expect(errors).toEqual([])
  })

  test('Two of one name are told with where they work, and too many names send people to a steward', async () => {
    const { page, station, errors } = await openWho(ewa, { ...ewa, organisation: 'Meriden Motors', email: '' })
    const hands = pointer()
    await find(page, hands, 'Ewa Kaur')
    await page.getByText('2 people have that name. Press yours.').waitFor()
    expect((await people(page)).toSorted()).toEqual(['Ewa Kaur\nElmdon House', 'Ewa Kaur\nMeriden Motors'])
    await expectAccessible(page, 'pledge, two of one name')
    await takePicture(page, 'pledge-two-of-one-name')
    await hands.press(page, 'Continue')
    await page.getByRole('alert').getByText('Press your name below, if it is there').waitFor()

    for (let guess = 0; guess < 300; guess += 1) station.forAnyone.waitForName({ name: `Guess Number${guess}` })
    await find(page, hands, 'Zadie Merrow')
    await page.getByText(/Many names have been asked for here just now. Please ask a steward to help you/).waitFor()
    // The other two ways stand open.
    await hands.press(page, /^Without giving a name/)
    await at(page, 'What could you offer?')
    expect(errors).toEqual([])
  })
})
