/** What people do at a tablet, as journeys say it: by touch and mouse, or by the keyboard alone. */
import { createHash } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { WINDOWS } from '../../electron/desktop/station/messages.ts'
import type { Kiosk } from '../../electron/station/app/kiosk.ts'
import { isDesktopApp } from '../support/desktop-hall.ts'
import { expectAccessible } from '../support/look.ts'
import { PASSPHRASE, PIN } from '../support/test-station.ts'

/** How a person works the page. */
export type Hands = {
  press(page: Page, name: string | RegExp, role?: 'button' | 'link'): Promise<void>
  choose(page: Page, name: string | RegExp, role?: 'radio' | 'checkbox'): Promise<void>
  write(page: Page, label: string | RegExp, text: string): Promise<void>
  /** Chooses the option of a list that starts so. */
  pick(page: Page, label: string, option: string): Promise<void>
}

/** A mouse, or a finger where the tablet has touch. */
export const pointer = (touch = false): Hands => ({
  async press(page, name, role = 'button') {
    const target = page.getByRole(role, { name }).first()
    if (touch) await target.tap()
    else await target.click()
  },
  async choose(page, name, role = 'radio') {
    const target = page.getByRole(role, { name }).first()
    // The whole card is the target; the box in it is what assistive technology sees.
    const card = page.locator('label', { has: target })
    if (touch) await card.tap()
    else await card.click()
  },
  async write(page, label, text) {
    const field = page.getByLabel(label).first()
    if (touch) await field.tap()
    await field.fill(text)
  },
  async pick(page, label, option) {
    const list = page.getByLabel(label, { exact: true })
    const words = await list.locator('option').allInnerTexts()
    await list.selectOption({ label: words.find((one) => one.startsWith(option)) ?? option })
  },
})

/** Tabs until the named control has the focus, as somebody without a mouse does; fails where it is never reached. */
async function tabTo(page: Page, isThere: () => Promise<boolean>, what: string): Promise<void> {
  for (let presses = 0; presses < 140; presses += 1) {
    if (await isThere()) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The keyboard never reached ${what}`)
}

export const keyboard: Hands = {
  async press(page, name, role = 'button') {
    const target = page.getByRole(role, { name }).first()
    await target.waitFor()
    await tabTo(page, () => target.evaluate((element) => element === document.activeElement), String(name))
    await page.keyboard.press('Enter')
  },
  async choose(page, name, role = 'radio') {
    const target = page.getByRole(role, { name }).first()
    await target.waitFor()
    if (role === 'checkbox') {
      await tabTo(page, () => target.evaluate((element) => element === document.activeElement), String(name))
      await page.keyboard.press('Space')
      return
    }
    const group = await target.getAttribute('name')
    await tabTo(
      page,
      () =>
        page.evaluate(
          (wanted) => document.activeElement instanceof HTMLInputElement && document.activeElement.name === wanted,
          group,
        ),
      String(name),
    )
    if (!(await target.isChecked())) await page.keyboard.press('Space')
    for (let presses = 0; presses < 40 && !(await target.isChecked()); presses += 1)
      await page.keyboard.press('ArrowDown')
    expect(await target.isChecked()).toBe(true)
  },
  async write(page, label, text) {
    const field = page.getByLabel(label).first()
    await field.waitFor()
    await tabTo(page, () => field.evaluate((element) => element === document.activeElement), String(label))
    await page.keyboard.press('ControlOrMeta+a')
    await typeByHand(page, text)
  },
  async pick(page, label, option) {
    const list = page.getByLabel(label, { exact: true })
    await list.waitFor()
    await tabTo(page, () => list.evaluate((element) => element === document.activeElement), label)
    await typeByHand(page, option)
    expect(
      await list.evaluate((element) => (element instanceof HTMLSelectElement ? element.selectedOptions[0]?.text : '')),
    ).toMatch(new RegExp(`^${option}`))
  },
}

/** Somebody types: each key is held for 50 milliseconds and the next goes down 10 later, by their own time stamps. Nobody waits for it. */
export const typeByHand = (page: Page, text: string): Promise<void> =>
  sendKeys(
    page,
    [...text].map((letter) => ({ key: letter, text: letter })),
    { apart: 0.06, held: 0.05, ago: 0.06 * text.length },
  )

/**
 * A scanner that types: real keys, five milliseconds apart by their own time stamps, and Enter at the end, wherever the
 * focus is. They are sent at once, because a busy test machine could not send them as fast as a scanner does.
 */
export const scan = (page: Page, code: string): Promise<void> =>
  sendKeys(page, [...[...code].map((letter) => ({ key: letter, text: letter })), { key: 'Enter', text: '\r' }], {
    apart: 0.005,
    held: 0.002,
    ago: 0,
  })

/** `apart`, `held`: from key to key, and from down to up; `ago`: how long before now the first went down. Seconds. */
async function sendKeys(
  page: Page,
  keys: readonly { key: string; text: string }[],
  { apart, held, ago }: { apart: number; held: number; ago: number },
): Promise<void> {
  const session = await page.context().newCDPSession(page)
  // Not before the page began: a page knows no earlier time, and all such keys would seem to have come at once, as a scanner's do.
  const origin = (await page.evaluate(() => performance.timeOrigin)) / 1000
  const start = Math.max(Date.now() / 1000 - ago, origin + 0.001)
  await Promise.all(
    keys.flatMap((key, index) => {
      const timestamp = start + index * apart
      return [
        session.send('Input.dispatchKeyEvent', { type: 'keyDown', timestamp, ...key }),
        session.send('Input.dispatchKeyEvent', { type: 'keyUp', timestamp: timestamp + held, key: key.key }),
      ]
    }),
  )
  await session.detach()
}

/** Fills in the first screens of a new tablet for the event at the NEC. */
export async function setUpTablet(page: Page, hands: Hands, duty: string | RegExp): Promise<void> {
  await hands.choose(page, /our partnership event at the NEC/)
  await hands.press(page, 'Continue')
  await page.getByRole('heading', { name: 'What is this tablet for?' }).waitFor()
  await hands.write(page, 'A name for this tablet', 'West door')
  await hands.choose(page, duty)
  await hands.press(page, 'Continue')
  await page.getByRole('heading', { name: 'Who looks after it?' }).waitFor()
  await hands.write(page, 'Organiser passphrase', PASSPHRASE)
  await hands.write(page, 'Steward PIN', PIN)
  await hands.press(page, 'Open for the day')
  await hands.press(page, 'Not now')
}

/** Unlocks whatever asks for a PIN or a passphrase now. */
export async function unlock(page: Page, hands: Hands, role: 'steward' | 'organiser'): Promise<void> {
  await hands.write(
    page,
    role === 'steward' ? 'Steward PIN' : 'Organiser passphrase',
    role === 'steward' ? PIN : PASSPHRASE,
  )
  await hands.press(page, role === 'steward' ? 'Unlock' : 'Open')
}

/** After the page was loaded again: in a browser staff are still in, in the desktop app the page is a new and locked one. */
export async function unlockAgain(page: Page, hands: Hands): Promise<void> {
  if (isDesktopApp(page)) await unlock(page, hands, 'steward')
}

/** One call of this page does not reach the station any more, until what is answered here is called. */
export async function cutOff(page: Page, call: string): Promise<() => Promise<void>> {
  if (!isDesktopApp(page)) {
    await page.route(`**/rpc/${call}`, (route) => route.abort())
    return () => page.unroute(`**/rpc/${call}`)
  }
  await page.evaluate((cut) => {
    const whole = MessagePort.prototype.postMessage
    MessagePort.prototype.postMessage = function (message: unknown, ...rest: never[]) {
      if (String(message).includes(cut)) throw new DOMException('Cut off', 'AbortError')
      return whole.call(this, message, ...rest)
    }
    Object.assign(window, { reachAgain: () => void (MessagePort.prototype.postMessage = whole) })
  }, call)
  return () => page.evaluate(() => (window as unknown as { reachAgain: () => void }).reachAgain())
}

/**
 * This call of the page, of those whose body has `words` in it, is held back; with `answered` the station has answered it already
 * and the answer is. `asked` resolves when it comes; `release` lets it go on, once it has come. Only a browser's requests can be
 * held back.
 */
export async function holdBack(
  page: Page,
  call: string,
  { words = '', answered = false } = {},
): Promise<{ asked: Promise<void>; release: () => Promise<void> }> {
  const [asked, told] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  await page.route(`**/rpc/${call}`, async (route) => {
    const meant = route.request().postData()?.includes(words) ?? words === ''
    const response = meant && answered ? await route.fetch() : undefined
    if (meant) {
      asked.resolve()
      await told.promise
    }
    await (response === undefined ? route.continue() : route.fulfill({ response }))
  })
  const release = async () => {
    await asked.promise
    told.resolve()
  }
  return { asked: asked.promise, release }
}

/** Goes to another page of the app as a link in it does: nothing is loaded again, so whoever is in stays in. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => history.pushState(null, '', to), path)
}

/** Goes through the staff room to another duty; the tablet is locked again afterwards. */
export async function changeDuty(page: Page, hands: Hands, duty: string | RegExp, pin = PIN): Promise<void> {
  await visit(page, '/staff')
  await page.getByRole('heading', { name: /Staff only from here|What should this tablet do/ }).waitFor()
  if (await page.getByLabel('Steward PIN').isVisible()) {
    await hands.write(page, 'Steward PIN', pin)
    await hands.press(page, 'Unlock')
  }
  await page.getByRole('heading', { name: 'What should this tablet do?' }).waitFor()
  await hands.choose(page, duty)
  await hands.press(page, /Change and lock|Go on as it is/)
  await page.waitForURL((url) => !url.pathname.startsWith('/staff'))
}

/** As the browser's host writes down what a tab calls itself. */
const sumOf = (id: string): string => createHash('sha256').update(id).digest('hex').slice(0, 32)

/** What the station calls the screen that this page is. */
export const screenOf = async (page: Page): Promise<string> =>
  isDesktopApp(page)
    ? `window-${WINDOWS.first}`
    : `tab-${sumOf((await page.evaluate(() => sessionStorage.getItem('pledge-kiosk-screen'))) ?? '')}`

/** The pledge that is being typed on this page, as the tablet keeps it; empty where none is. */
export const draftAt = async (page: Page, kiosk: Kiosk): Promise<string> =>
  kiosk.station()?.drafts.open('pledge', await screenOf(page))?.body ?? ''

/** Answers what one offers, in which words, how many and by when, each in its shortest way; the priority is up to the page. */
export async function answerPledge(page: Page, hands: Hands, kind: RegExp, wording: string): Promise<void> {
  await page.getByRole('heading', { name: 'What could you offer?' }).waitFor()
  await hands.choose(page, kind)
  await hands.press(page, 'Continue')
  await hands.write(page, 'Your promise, in your own words', wording)
  await hands.press(page, 'Continue')
  await hands.press(page, 'One more')
  await hands.press(page, 'Continue')
  await hands.choose(page, 'In my own words')
  await hands.write(page, 'By when, in your own words', 'before the summer holidays')
  await hands.press(page, 'Continue')
  await page.getByRole('heading', { name: 'Which priority does it serve?' }).waitFor()
  await hands.press(page, 'Continue')
}

/** Whoever stands at the tablet promises work experience, without giving a name. */
export async function promise(page: Page, hands: Hands): Promise<void> {
  await hands.press(page, 'Make your pledge')
  await hands.press(page, /^Without giving a name/)
  await answerPledge(page, hands, /^Work experience/, 'Two weeks in our workshop')
  await hands.press(page, 'Make this pledge')
  await page.getByRole('heading', { name: 'Thank you. Your leaf is on the tree.' }).waitFor()
}

/** Milliseconds. */
const HOUR = 3_600_000

/**
 * The page's clock stands from now on, up to half an hour `ahead`, or so many milliseconds: only what a test lets pass (`page.clock.runFor`) passes, however long the
 * machine takes. Whoever is at the tablet already would have been quiet for so long: stop it before somebody begins. A query that
 * the page has not made before is drawn only once a millisecond has passed.
 */
export async function stopClock(page: Page, ahead?: number): Promise<void> {
  const now = Date.now()
  await page.clock.install({ time: now })
  // Within the same hour, and so the same day wherever the tablet is: what was yesterday is told with its day.
  await page.clock.pauseAt(now + (ahead ?? Math.max(10_000, (HOUR - (now % HOUR)) / 2)))
}

/** As `expectAccessible`, while the page's clock stands: what axe only puts off is done without it, and no time passes. */
export async function lookWithStoppedClock(page: Page, screen: string): Promise<void> {
  const stopped = await page.evaluateHandle(() => {
    const { setTimeout } = window
    const putOff = (run: () => void, delay = 0, ...given: unknown[]): number => {
      if (delay > 0) return setTimeout(run, delay, ...given)
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', () => {
        port1.close()
        run()
      })
      port1.start()
      port2.postMessage(null)
      return 0
    }
    Object.assign(window, { setTimeout: putOff })
    return setTimeout
  })
  await expectAccessible(page, screen)
  await stopped.evaluate((setTimeout) => void Object.assign(window, { setTimeout }))
}
