/** The sign-in sheet of a large event: how long the screen stands still while its two hundred pages are made. */
import type { Page } from 'playwright-core'
import type { Figure } from './figure.ts'
import { atOpenDoor } from './open-door.ts'

const PEOPLE = 5000
/** So many pictures of the page at rest. */
const FRAMES = 120

/**
 * `sheet-5000-longest-frame`, in milliseconds: the longest that the page drew no new picture from “Print the sheet” to the printer,
 * with 5,000 people on the list. Against the longest of the same page at rest.
 */
export const benchSheet = (): Promise<Figure[]> =>
  atOpenDoor(PEOPLE, async ({ page }) => {
    await page.evaluate(() => history.pushState(null, '', '/paper'))
    await page.getByText('5,000 people').waitFor()
    const floor = await longestFrame(page, FRAMES)
    return [
      {
        name: 'sheet-5000-longest-frame',
        value: await longestFrame(page, null),
        unit: 'ms',
        against: 'the same page at rest',
        againstValue: floor,
      },
    ]
  })

/** For so many pictures, or (null) from “Print the sheet” until it goes to the printer. */
const longestFrame = (page: Page, frames: number | null): Promise<number> =>
  page.evaluate(async (most) => {
    let isPrinted = false
    window.print = () => void (isPrinted = true)
    const button = [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === 'Print the sheet')
    if (button === undefined) throw new Error('There is no button that prints the sheet')
    if (most === null) button.click()
    let longest = 0
    let last = performance.now()
    for (let drawn = 0; most === null ? !isPrinted : drawn < most; drawn += 1) {
      const now = await new Promise<number>((resolve) => {
        requestAnimationFrame(() => resolve(performance.now()))
      })
      longest = Math.max(longest, now - last)
      last = now
    }
    return longest
  }, frames)
