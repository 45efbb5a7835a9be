/** Presses that come in a person’s own time, however fast a test sends them: a second apart by their time stamps, or as far as a test says. */
import type { BrowserContext, Page } from 'playwright-core'

type OwnTime = {
  /** How far the next press comes after the last, in milliseconds; null: in a person’s time. */
  next: number | null
  /** How many there have been. */
  presses: number
}
type Owned = Window & { ownTime: OwnTime }

/** Every page of it, from its first moment. */
export const giveOwnTime = (context: BrowserContext): Promise<unknown> => context.addInitScript(ownTime)

/** The next press on the page comes `apart` milliseconds after the one before it. */
export const nextPressAfter = (page: Page, apart: number): Promise<void> =>
  page.evaluate((next) => void ((window as unknown as Owned).ownTime.next = next), apart)

/** How many presses the page has heard. */
export const pressesOn = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as Owned).ownTime.presses)

/** In the page, before all else in it. */
function ownTime(): void {
  const own: OwnTime = { next: null, presses: 0 }
  Object.assign(window, { ownTime: own })
  const USUAL = 1000
  let last = -Infinity
  // On the event itself, as a page whose clock a test has stopped stamps every event anew. A key’s are stamped by whoever sends them.
  const stamp = (event: Event, at: number) => void Object.defineProperty(event, 'timeStamp', { value: at })
  const come = (event: Event) => {
    last = own.next === null ? Math.max(event.timeStamp, last + USUAL) : last + own.next
    stamp(event, last)
    own.next = null
    own.presses += 1
  }
  window.addEventListener('pointerdown', come, { capture: true })
  for (const type of ['pointerup', 'mousedown', 'mouseup', 'click'])
    window.addEventListener(type, (event) => stamp(event, last), { capture: true })
}
