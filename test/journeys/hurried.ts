/** Hands that press everything twice: a finger, a pen or a mouse whose second press comes when the page has changed already. */
import type { Page } from 'playwright-core'
import { nextPressAfter, pressesOn } from '../support/own-time.ts'
import { type Hands, pointer } from './steps.ts'

export const KINDS = ['touch', 'pen', 'mouse'] as const
export type Kind = (typeof KINDS)[number]
/** How far apart a doubled press is, from one way down to the next. Milliseconds. */
export const GAPS = [60, 120, 250, 400] as const

type Spot = { x: number; y: number }

/** A press at a place of the page, whatever is there. */
export async function pressAt(page: Page, kind: Kind, { x, y }: Spot): Promise<void> {
  if (kind === 'touch') return page.touchscreen.tap(x, y)
  if (kind === 'mouse') return page.mouse.click(x, y)
  const session = await page.context().newCDPSession(page)
  const pen = { pointerType: 'pen', button: 'left', clickCount: 1, x, y } as const
  await session.send('Input.dispatchMouseEvent', { ...pen, type: 'mousePressed', buttons: 1 })
  await session.send('Input.dispatchMouseEvent', { ...pen, type: 'mouseReleased', buttons: 0 })
  return session.detach()
}

/** What a person sees that they are at: the page, or the dialog over it. */
const shown = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const dialog = [...document.querySelectorAll('dialog:modal')].at(-1)
    return [location.pathname, (dialog ?? document).querySelector('h1, h2')?.textContent].join(' ')
  })

/**
 * Each press that leads to another page is followed by a second one at the same place, `gap` milliseconds after it by its own time
 * stamp. It is sent once the page that came is there, with whatever is done next: so late that a guard by timers would have let it
 * pass, and never where the page is the same, as two more are two more there.
 */
export function hurried(kind: Kind, gap: number): Hands & { done: (page: Page) => Promise<void>; led: () => number } {
  const calm = pointer(kind === 'touch')
  let begun: { spot: Spot; at: string; presses: number } | null = null
  let led = 0

  const done = async (page: Page) => {
    const last = begun
    begun = null
    if (last === null || (await shown(page)) === last.at || (await pressesOn(page)) !== last.presses) return
    await nextPressAfter(page, gap)
    await pressAt(page, kind, last.spot)
    led += 1
  }
  return {
    done,
    led: () => led,
    async press(page, name, role = 'button') {
      const target = page.getByRole(role, { name }).first()
      await target.waitFor()
      await done(page)
      await target.scrollIntoViewIfNeeded()
      const box = await target.boundingBox()
      if (box === null) throw new Error(`${String(name)} is nowhere to be pressed`)
      const spot = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
      const at = await shown(page)
      await pressAt(page, kind, spot)
      begun = { spot, at, presses: await pressesOn(page) }
    },
    async choose(page, name, role) {
      await page
        .getByRole(role ?? 'radio', { name })
        .first()
        .waitFor()
      await done(page)
      await calm.choose(page, name, role)
    },
    async write(page, label, text) {
      await page.getByLabel(label).first().waitFor()
      await done(page)
      await calm.write(page, label, text)
    },
    async pick(page, label, option) {
      await page.getByLabel(label, { exact: true }).waitFor()
      await done(page)
      await calm.pick(page, label, option)
    },
  }
}
