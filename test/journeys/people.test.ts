/** Monday: somebody is on the list twice, a promise was typed twice and under the wrong name, and a person asks what is held on them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Station } from '../../electron/station/app/station.ts'
import { openBrowser, screenSizes, takePicture } from '../support/browser.ts'
import { openHall } from '../support/hall.ts'
import { expectAccessible } from '../support/look.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { anAction, anyone, aPledge, ewa, facilitator, kwame, organiser, steward } from '../support/test-station.ts'
import { type Hands, keyboard, pointer, unlock, visit } from './steps.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** Who looks at the screens has them drawn at every size, in forced colours and at four times the size. */
async function pictures(page: Page, name: string): Promise<void> {
  if (process.env['PICTURES'] !== 'people') return
  const before = page.viewportSize()
  for (const [size, is] of Object.entries(screenSizes)) {
    await page.setViewportSize(is)
    await takePicture(page, `people-${name}-${size}`)
  }
  await page.setViewportSize({ width: 342, height: 192 * 3 })
  await takePicture(page, `people-${name}-400`)
  await page.setViewportSize(screenSizes.laptop)
  await page.emulateMedia({ forcedColors: 'active' })
  await takePicture(page, `people-${name}-forced`)
  await page.emulateMedia({ forcedColors: 'none' })
  if (before !== null) await page.setViewportSize(before)
}

/** The file as whoever asked opens it: in a browser of their own, without a network. */
async function lookAtFile(at: Browser, path: string): Promise<void> {
  const context = await at.newContext({ offline: true, viewport: screenSizes.portrait })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('console', (message) => errors.push(message.text()))
  await page.setContent(readFileSync(path, 'utf8'))
  await page.getByRole('heading', { name: 'Everything held on Ewa Kaur' }).waitFor()
  await page.getByRole('heading', { name: 'As it stands now' }).waitFor()
  await page.getByText('Badge code').first().waitFor()
  expect(errors).toEqual([])
  if (process.env['PICTURES'] === 'people') await takePicture(page, 'people-held-file')
  await context.close()
}

/** Ewa from the list, and once more at the door; two pledges that are one, and one under the wrong name. */
function aMonday(station: Station) {
  const { signIn, pledges } = station
  const listed = signIn.add(organiser, ewa)
  const again = signIn.walkIn(
    steward,
    { ...ewa, name: 'E. Kaur', role: '', email: '', table: '' },
    { access: 'Step-free', dietary: '' },
  ).id
  const his = signIn.add(organiser, kwame)
  const promise = (by: string, wording: string, showName = false) =>
    pledges.make(anyone, { ...aPledge, wording, showName, by: { kind: 'delegate', delegate: by } }).made?.id ?? ''
  const first = promise(listed, 'Two weeks in our workshop, with a mentor from the line', true)
  const typedAgain = promise(again, 'Two weeks in our workshop with a mentor')
  station.workshops.propose(facilitator, { ...anAction, owner: 'Ewa Kaur' })
  return { listed, again, his, first, typedAgain }
}

async function open(hands: Hands, size: keyof typeof screenSizes = 'laptop') {
  const { page, kiosk, errors } = await openHall(browser, { duty: 'organiser' })
  await page.setViewportSize(screenSizes[size])
  const station = kiosk.station()
  if (station === null) throw new Error('It is not set up')
  const people = aMonday(station)
  await unlock(page, hands, 'organiser')
  await page.getByRole('heading', { name: /Today at/ }).waitFor()
  return { page, station, errors, ...people }
}

describe('Monday', () => {
  test('two entries are one person, whose page has all of theirs; all that is held on them goes out as one file; and they are two again', async () => {
    const hands = pointer()
    const { page, station, errors, listed, again } = await open(hands)
    await visit(page, '/organiser/delegates')
    await hands.press(page, 'Twice on the list?')
    await page.getByText('Alike:').waitFor()
    await expectAccessible(page, 'organiser, twice on the list')
    await pictures(page, 'alike')
    await hands.press(page, /^Look at/)
    await page.getByRole('heading', { name: 'Are they one person?' }).waitFor()
    await page.getByText('Together: 2').waitFor()
    await expectAccessible(page, 'are they one person')
    await pictures(page, 'compare')
    await hands.choose(page, /^Name: Ewa Kaur/)
    await expect.poll(() => page.getByRole('radio', { name: /^Name: E\. Kaur/ }).isChecked()).toBe(false)
    await hands.press(page, 'They are one person')
    await page.getByText('Say briefly why').waitFor()
    expect(station.signIn.list({ search: '', offset: 0, limit: 9, presence: null }).total).toBe(3)
    await hands.write(page, 'How do you know?', 'She told us so')
    await hands.press(page, 'They are one person')
    await page.getByText(/They are one person now/).waitFor()
    expect(station.journal.leaderOf(listed)).toBe(station.journal.leaderOf(again))
    await page.getByText('Nobody seems to be on the list twice.').waitFor()
    await expectAccessible(page, 'organiser, nobody twice on the list')

    await visit(page, '/organiser/delegates')
    await hands.press(page, 'Ewa Kaur')
    await hands.press(page, 'Everything of them')
    await page.getByRole('heading', { name: 'What they promised' }).waitFor()
    await page.getByText('Two weeks in our workshop with a mentor').waitFor()
    await page.getByText(anAction.title).waitFor()
    await page.getByText('Signed in').waitFor()
    await expectAccessible(page, 'organiser, everything of a person')
    await pictures(page, 'person')
    await hands.press(page, /Two weeks in our workshop with a mentor/)
    await page.getByRole('dialog').getByText('What was promised').waitFor()
    await expectAccessible(page, 'a promise of a person')
    await hands.press(page, 'Close')

    const coming = page.waitForEvent('download')
    await hands.press(page, 'Save all that is held')
    const download = await coming
    expect(download.suggestedFilename()).toMatch(/^NEC-held-on-Ewa-Kaur-.*\.html$/)
    const path = join(tempFolder(), 'held.html')
    await download.saveAs(path)
    const file = readFileSync(path, 'utf8')
    for (const words of ['Step-free', 'ewa@elmdon.example', 'Two weeks in our workshop']) expect(file).toContain(words)
    expect(file).not.toContain('Kwame')
    await page.getByText(/Read it through before you hand it over/).waitFor()
    await lookAtFile(browser, path)

    await hands.press(page, /^They are two:/)
    await page.getByRole('heading', { name: 'Are they two after all?' }).waitFor()
    await expectAccessible(page, 'are they two after all')
    await hands.write(page, 'Why?', 'They are sisters')
    await hands.press(page, /^They are two$/)
    await page.getByText('They are two again.').waitFor()
    expect(station.signIn.list({ search: '', offset: 0, limit: 9, presence: null }).total).toBe(3)
    await visit(page, '/organiser/delegates/alike')
    // An organiser has looked at them.
    await page.getByText('Nobody seems to be on the list twice.').waitFor()

    await visit(page, '/organiser/delegates/person/018c5d3c-92a0-72e3-993e-651067d81400')
    await page.getByRole('heading', { name: 'Nobody is here under that address' }).waitFor()
    await expectAccessible(page, 'organiser, nobody under that name')
    expect(errors.filter((error) => !error.includes('404'))).toEqual([])
  })

  test('a promise that was typed twice counts once, and is put down to whoever made it, without what somebody else allowed', async () => {
    const hands = keyboard
    const { page, station, errors, first, his } = await open(hands, 'tablet')
    await visit(page, '/organiser/pledges')
    await hands.press(page, /Two weeks in our workshop, with a mentor/)
    await hands.press(page, 'Written down twice?')
    await page.getByRole('heading', { name: 'Which pledge is the same promise?' }).waitFor()
    await page.getByRole('dialog').getByText('E. Kaur').waitFor()
    await expectAccessible(page, 'which pledge is the same')
    await pictures(page, 'choose')
    await hands.press(page, /E\. Kaur/)
    await page.getByRole('heading', { name: 'Are they one promise?' }).waitFor()
    await expectAccessible(page, 'are they one promise')
    await pictures(page, 'promise')
    await hands.write(page, 'How do you know?', 'She pressed twice')
    await hands.press(page, 'They are one promise')
    await page.getByText('They are one pledge now.').waitFor()
    expect(station.plan.overview().pledges).toBe(1)
    await page.getByText('Also written down as').waitFor()
    await expectAccessible(page, 'organiser, pledge written down twice')
    await pictures(page, 'pledge')

    await hands.press(page, /^They are two:/)
    await hands.write(page, 'Why?', 'Two placements')
    await hands.press(page, /^They are two$/)
    await page.getByText('They are two again.').waitFor()
    expect(station.plan.overview().pledges).toBe(2)

    await hands.press(page, 'Put right who pledged')
    await page.getByRole('heading', { name: 'Who pledged it?' }).waitFor()
    await page.getByText(/That was theirs to say/).waitFor()
    await hands.press(page, 'Choose somebody else')
    await hands.write(page, 'Search the delegates', 'Kwame')
    await expectAccessible(page, 'choose who pledged')
    await hands.press(page, /Kwame Okonkwo-Bell/)
    await page.getByText('Kwame Okonkwo-Bell, Meriden Motors').waitFor()
    await expectAccessible(page, 'who pledged it')
    await pictures(page, 'who')
    await hands.press(page, 'Save who pledged')
    await page.getByText('Say briefly why').first().waitFor()
    await hands.write(page, 'Why the change?', 'He held her badge')
    await hands.press(page, 'Save who pledged')
    await page.getByText('It is saved who pledged.').waitFor()
    expect(station.pledges.read(first)).toMatchObject({ delegate: his, name: 'Kwame Okonkwo-Bell', showName: false })
    await page.getByText('Who pledged was put right').waitFor()
    await page.getByText('He held her badge').waitFor()
    expect(errors).toEqual([])
  })
})
