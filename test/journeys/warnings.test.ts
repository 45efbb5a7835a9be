/** A tablet alone in the hall: its battery, its disk and its clock, and who is told of them. */
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { Duty } from '../../shared/domain/duty.ts'
import { openBrowser, openTablet, screenSizes } from '../support/browser.ts'
import { openTestKiosk, serveKiosk, setUpAnswers } from '../support/test-client.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { anyone, aPledge, shippedPack } from '../support/test-station.ts'
import { expectAccessible } from '../support/look.ts'
import { pointer, unlock } from './steps.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const hands = pointer()
const MB = 1_000_000
const HOUR = 60 * 60_000

type Charge = { level: number; charging: boolean }

/** A battery of the test’s own in the page, in place of what Chromium tells of this machine. */
async function fakeBattery(page: Page, first: Charge): Promise<(next: Charge) => Promise<void>> {
  await page.addInitScript((charge) => {
    const battery = Object.assign(new EventTarget(), charge)
    Object.assign(navigator, { getBattery: () => Promise.resolve(battery) })
    addEventListener('test-battery', (event) => {
      Object.assign(battery, event instanceof CustomEvent ? event.detail : {})
      battery.dispatchEvent(new Event('levelchange'))
      battery.dispatchEvent(new Event('chargingchange'))
    })
  }, first)
  return (next) =>
    page.evaluate((charge) => void dispatchEvent(new CustomEvent('test-battery', { detail: charge })), next)
}

/** A tablet whose battery, disk, clock and minutes are in the test’s hands. */
async function openWatched(duty: Duty) {
  // The kiosk looks once a minute; everything else in this process keeps its own time.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const machine = { free: 50_000 * MB, zone: 'Europe/London', moved: 0 }
  const folder = join(tempFolder(), 'station')
  const kiosk = openTestKiosk(folder, {
    now: () => Date.now() + machine.moved,
    probe: { free: () => machine.free, zone: () => machine.zone },
  })
  await kiosk.setUp({ ...setUpAnswers, pack: shippedPack(), duty })
  const { link } = await serveKiosk(kiosk, folder)
  const tablet = await openTablet(browser)
  onTestFinished(() => tablet.close())
  const { page, errors } = tablet
  const setBattery = await fakeBattery(page, { level: 0.5, charging: false })
  await page.goto(link)
  return {
    page,
    errors,
    kiosk,
    machine,
    setBattery,
    strip: page.locator('.warning-strip'),
    /** Staff give the tablet another duty; its public page stands afterwards. */
    async turnTo(next: Duty) {
      kiosk.station()?.changeDuty(next)
      await PUBLIC[next](page)
    },
    minute: () => void vi.advanceTimersByTime(60_000),
    /** All at once: the battery nearly flat, the disk nearly full, the clock set back and in another country. */
    async everything() {
      kiosk.station()?.pledges.make(anyone, aPledge)
      Object.assign(machine, { free: 90 * MB, zone: 'America/New_York', moved: -HOUR })
      vi.advanceTimersByTime(60_000)
      await setBattery({ level: 0.09, charging: false })
    },
  }
}

const PUBLIC: Record<Duty, (page: Page) => Promise<unknown>> = {
  'sign-in': (page) => page.getByLabel('Steward PIN').waitFor(),
  pledges: (page) => page.getByRole('button', { name: 'Make your pledge' }).waitFor(),
  workshop: (page) => page.getByRole('heading', { name: 'Which table is this?' }).waitFor(),
  wall: (page) => page.locator('.wall').waitFor(),
  organiser: (page) => page.getByLabel('Organiser passphrase').waitFor(),
}
const DUTIES = ['sign-in', 'pledges', 'workshop', 'wall', 'organiser'] as const

const FLAT = 'This tablet needs its charger: 9 % left.'
const FULL = 'This tablet is running out of room: please tell a steward.'

describe('the battery', () => {
  test('Chromium does not refuse to tell of it to our pages', async () => {
    const folder = join(tempFolder(), 'station')
    const { link } = await serveKiosk(openTestKiosk(folder), folder)
    const { page, errors, close } = await openTablet(browser)
    onTestFinished(close)
    await page.goto(link)
    const refused = await page.evaluate(async () => {
      const { getBattery } = navigator as { getBattery?: () => Promise<unknown> }
      if (getBattery === undefined) return 'nobody to ask'
      // A refusal comes at once. An answer may not come at all: where a machine has no battery, Chromium sometimes never gives one.
      const asked = getBattery.call(navigator).then(
        () => null,
        (error: Error) => error.name,
      )
      return Promise.race([asked, new Promise((resolve) => void requestAnimationFrame(() => resolve(null)))])
    })
    expect(refused).toBeNull()
    expect(errors).toEqual([])
  })

  test('at every duty, whoever passes by is told when it is nearly flat, and not where it has more or charges', async () => {
    const { page, setBattery, strip, turnTo, errors } = await openWatched('sign-in')
    await PUBLIC['sign-in'](page)
    for (const duty of DUTIES) {
      await turnTo(duty)
      await setBattery({ level: 0.09, charging: false })
      await page.getByText(FLAT).waitFor()
      await expectAccessible(page, `${duty}, nearly flat`)
      for (const enough of [
        { level: 0.18, charging: false },
        { level: 0.09, charging: true },
      ]) {
        await setBattery(enough)
        await page.getByText(FLAT).waitFor({ state: 'detached' })
        expect(await strip.innerText()).toBe('')
        // Without motion a change still takes a frame.
        await expect.poll(async () => (await strip.boundingBox())?.height).toBe(0)
        await setBattery({ level: 0.09, charging: false })
        await page.getByText(FLAT).waitFor()
      }
    }
    expect(errors).toEqual([])
  })

  test('a screen reader hears of it once, though it falls on', async () => {
    const { page, setBattery, strip } = await openWatched('pledges')
    await PUBLIC.pledges(page)
    // It must have been there before: what comes with its words is not always read out.
    expect(await strip.getAttribute('role')).toBe('status')
    const spoken = []
    for (const level of [0.1, 0.09, 0.03]) {
      await setBattery({ level, charging: false })
      await page.getByText(`This tablet needs its charger: ${Math.round(level * 100)} % left.`).waitFor()
      spoken.push(await strip.ariaSnapshot())
    }
    expect(spoken[0]).toContain('This tablet needs its charger')
    expect(new Set(spoken).size).toBe(1)
  })
})

describe('the disk', () => {
  test('at every duty, whoever passes by is told when it is nearly full, and not before', async () => {
    const { page, machine, minute, strip, kiosk, turnTo } = await openWatched('sign-in')
    await PUBLIC['sign-in'](page)
    for (const duty of DUTIES) {
      await turnTo(duty)
      machine.free = 90 * MB
      minute()
      await page.getByText(FULL).waitFor()
      machine.free = 420 * MB
      minute()
      await page.getByText(FULL).waitFor({ state: 'detached' })
      // The screens are told of that as well: it is there, and only the strip keeps quiet.
      expect(kiosk.state(kiosk.createSession()).warnings).toHaveLength(1)
      expect(await strip.innerText()).toBe('')
    }
  })
})

describe('staff', () => {
  test('the staff room says all that this tablet needs, with what to do, and nothing on a good day', async () => {
    const { page, everything, errors } = await openWatched('pledges')
    await page.goto(new URL('/staff', page.url()).href)
    await unlock(page, hands, 'steward')
    await page.getByRole('heading', { name: 'What should this tablet do?' }).waitFor()
    expect(await page.getByRole('heading', { name: 'This tablet needs somebody' }).count()).toBe(0)
    await everything()
    const list = page.getByRole('region', { name: 'This tablet needs somebody' })
    await expect.poll(() => list.getByRole('listitem').count()).toBe(4)
    const said = (await list.getByRole('listitem').allInnerTexts()).map((words) => words.replaceAll(/\s+/g, ' '))
    expect(said.map((words) => words.split('. ')[0])).toEqual([
      'The battery of this tablet is at 9 % and is not charging',
      'The disk of this tablet is nearly full: 90 MB left',
      expect.stringMatching(/^The clock of this tablet is behind: it has written down .*\d\d:\d\d already$/),
      expect.stringMatching(/^This tablet keeps the time of New York, \d hours behind Britain’s$/),
    ])
    for (const [index, todo] of ['Connect its charger', 'Empty its bin', 'Set its date', 'Set its time zone'].entries())
      expect(said[index]).toContain(todo)
    await expectAccessible(page, 'the staff room of a tablet that needs somebody')
    expect(errors).toEqual([])
  })

  test('what must be seen to is on Today as well: first, and with what to do', async () => {
    const { page, everything, errors } = await openWatched('organiser')
    await unlock(page, hands, 'organiser')
    await page.getByRole('heading', { name: /Today at/ }).waitFor()
    const needs = page.getByRole('region', { name: 'Needs you' }).getByRole('listitem')
    expect((await needs.allInnerTexts()).join(' ')).not.toContain('this tablet is')
    await everything()
    await expect.poll(async () => (await needs.allInnerTexts()).join(' ')).toContain('New York')
    const first = (await needs.allInnerTexts()).slice(0, 4).map((words) => words.split('\n')[0])
    expect(first).toEqual(['Battery', 'Disk', 'Clock', 'Clock'])
    await expectAccessible(page, 'Today, with a tablet that needs somebody')
    expect(errors).toEqual([])
  })
})

describe('the strip takes its room and no more', () => {
  test('nothing lies under it, the window still ends where it ended, and paper has nothing of it', async () => {
    const { page, everything, strip, turnTo } = await openWatched('wall')
    await everything()
    for (const duty of DUTIES) {
      await turnTo(duty)
      await page.getByText(FULL).waitFor()
      for (const size of [screenSizes.laptop, screenSizes.tablet, screenSizes.large, screenSizes.portrait]) {
        await page.setViewportSize(size)
        const where = await strip.evaluate((element) => {
          const { top, bottom, height } = element.getBoundingClientRect()
          return { top, gap: (element.nextElementSibling?.getBoundingClientRect().top ?? NaN) - bottom, height }
        })
        expect([duty, where.top, where.gap]).toEqual([duty, 0, 0])
        // Both warnings on one line, or on two where the tablet stands upright.
        expect(where.height).toBeLessThanOrEqual(size === screenSizes.portrait ? 80 : 48)
        if (duty === 'wall' || duty === 'sign-in') {
          // What is painted follows the size of the window a moment later.
          const below = () =>
            page.evaluate(() => document.documentElement.scrollHeight - document.documentElement.clientHeight)
          await expect.poll(async () => [duty, size, await below()]).toEqual([duty, size, 0])
        }
      }
    }
    await page.emulateMedia({ media: 'print' })
    expect(await strip.isVisible()).toBe(false)
  })
})
