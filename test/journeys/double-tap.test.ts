/** People who press everything twice: each press leads where it was meant to, and to nothing that they have not seen yet. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { openHall } from '../support/hall.ts'
import { inLane } from '../support/lane.ts'
import { organiser } from '../support/test-station.ts'
import { GAPS, hurried, type Kind, KINDS } from './hurried.ts'
import { answerPledge, holdBack, promise, setUpTablet, stopClock, unlock } from './steps.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

type Hurry = { kind: Kind; gap: number }
const EVERY: readonly Hurry[] = KINDS.flatMap((kind) => GAPS.map((gap) => ({ kind, gap })))
/** Of the twelve the usual lane takes one for each story, of each kind one. */
const some = (kind: Kind, gap: number): readonly Hurry[] => inLane([{ kind, gap }], EVERY)
const at = (page: Page, heading: string | RegExp) => page.getByRole('heading', { name: heading }).first().waitFor()
const touched = ({ kind }: Hurry) => ({ touch: kind === 'touch' })

describe.each(some('touch', 60))('by $kind, $gap ms apart', (hurry) => {
  test('a pledge is read before it is made, its reference is seen, and nobody is told off', async () => {
    const { page, kiosk, errors } = await openHall(browser, { duty: 'pledges', ...touched(hurry) })
    const hands = hurried(hurry.kind, hurry.gap)
    await promise(page, hands)
    await hands.done(page)
    await at(page, 'Thank you. Your leaf is on the tree.')
    await hands.press(page, 'Make another pledge')
    await at(page, 'What could you offer?')
    await hands.done(page)
    expect(await page.getByRole('alert').count()).toBe(0)
    await hands.press(page, 'Start again')
    await hands.press(page, 'No, keep going')
    await at(page, 'What could you offer?')
    expect(kiosk.station()?.plan.overview()).toMatchObject({ pledges: 1 })
    // The invitation, who pledges, five questions, what was answered, another pledge, and a question and its answer.
    expect(hands.led()).toBeGreaterThanOrEqual(10)
    expect(errors).toEqual([])
  })
})

describe.each(some('pen', 400))('by $kind, $gap ms apart', (hurry) => {
  test('a tablet is set up, whoever stands at the door without a steward is in, and the next person finds the welcome', async () => {
    const { page, kiosk } = await openHall(browser, touched(hurry))
    const hands = hurried(hurry.kind, hurry.gap)
    await setUpTablet(page, hands, /^Sign-in/)
    const station = kiosk.station()
    if (station === null) throw new Error('It is not set up')
    station.signIn.add(organiser, {
      name: 'Ewa Kaur',
      role: '',
      organisation: 'Elmdon House',
      area: '',
      sector: 'voluntary',
      email: 'ewa@elmdon.example',
      table: '',
    })
    station.changeDoor({ mode: 'self-service' })
    await page.reload()
    await at(page, 'Sign yourself in')
    // The last page stands for twenty seconds, and no machine is to be slower than that.
    await stopClock(page)
    await hands.press(page, 'Type my name')
    await hands.write(page, 'Your full name', 'Ewa Kaur')
    await hands.press(page, 'Continue')
    await hands.press(page, 'Yes, sign me in')
    await at(page, 'You are signed in')
    await hands.done(page)
    await at(page, 'You are signed in')
    expect(await page.getByRole('alert').count()).toBe(0)
    await hands.press(page, 'I have finished')
    await at(page, 'Sign yourself in')
    await hands.done(page)
    await at(page, 'Sign yourself in')
  })
})

describe.each(some('mouse', 250))('by $kind, $gap ms apart', (hurry) => {
  test('at the organiser’s each page is the one that was asked for', async () => {
    const { page } = await openHall(browser, { duty: 'organiser', ...touched(hurry) })
    const hands = hurried(hurry.kind, hurry.gap)
    await unlock(page, hands, 'organiser')
    for (const [link, heading] of [
      ['Delegates', 'Delegates'],
      ['Pledges', 'Pledges'],
      ['Workshops', 'Workshops'],
      ['Action plan', 'Action plan'],
    ] as const) {
      await hands.press(page, link, 'link')
      await at(page, heading)
      await hands.done(page)
      await at(page, heading)
    }
    expect(hands.led()).toBeGreaterThanOrEqual(4)
  })
})

/** Two taps at one place, `apart` milliseconds by the time stamps that they are sent with: nothing of ours stamps them. */
async function tapTwice(page: Page, name: string, apart: number): Promise<void> {
  const box = await page.getByRole('button', { name }).boundingBox()
  if (box === null) throw new Error(`${name} is nowhere`)
  const touchPoints = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }]
  const session = await page.context().newCDPSession(page)
  const first = (await page.evaluate(() => performance.timeOrigin + new Event('now').timeStamp)) / 1000
  const send = (type: 'touchStart' | 'touchEnd', timestamp: number) =>
    session.send('Input.dispatchTouchEvent', { type, timestamp, touchPoints: type === 'touchStart' ? touchPoints : [] })
  await Promise.all(
    [0, apart / 1000].flatMap((later) => [send('touchStart', first + later), send('touchEnd', first + later + 0.03)]),
  )
  await session.detach()
}

test.each(inLane<readonly number[]>([120], GAPS))(
  'two taps %i ms apart, sent at once while the tablet is still writing, make one pledge and leave its reference standing',
  async (apart) => {
    const { page, kiosk } = await openHall(browser, { duty: 'pledges', touch: true })
    const hands = hurried('touch', apart)
    await promiseUpTo(page, hands)
    const held = await holdBack(page, 'pledges/make')
    await tapTwice(page, 'Make this pledge', apart)
    await held.release()
    await at(page, 'Thank you. Your leaf is on the tree.')
    expect(kiosk.station()?.plan.overview()).toMatchObject({ pledges: 1 })
  },
)

async function promiseUpTo(page: Page, hands: ReturnType<typeof hurried>): Promise<void> {
  await hands.press(page, 'Make your pledge')
  await hands.press(page, /^Without giving a name/)
  await answerPledge(page, hands, /^Work experience/, 'Two weeks in our workshop')
  await at(page, 'Check your answers')
  await hands.done(page)
}

test('Enter that is held presses nothing on the page that comes', async () => {
  const { page } = await openHall(browser, { duty: 'pledges' })
  await page.getByRole('button', { name: 'Make your pledge' }).focus()
  const session = await page.context().newCDPSession(page)
  const key = { key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 }
  await session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key })
  await at(page, 'Who is making this pledge?')
  await page.getByLabel('Your whole name').focus()
  for (let times = 0; times < 5; times += 1)
    await session.send('Input.dispatchKeyEvent', { type: 'keyDown', autoRepeat: true, ...key })
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
  expect(await page.getByRole('alert').count()).toBe(0)
  // Whoever lets go and presses it again means it.
  await page.keyboard.press('Shift')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').waitFor()
})
