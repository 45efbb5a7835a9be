/** A tour of the app: to each screen, and there to everything that can be pressed, each as often as a test asks. */
import { isDeepStrictEqual } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import type { Station } from '../../../electron/station/app/station.ts'
import type { Duty } from '../../../shared/domain/duty.ts'
import { type Hall, type HallOptions, openBrowserHall } from '../../support/browser-hall.ts'
import { PASSPHRASE, PIN } from '../../support/test-station.ts'
import { keepPrints, keepPrintsHere } from '../../support/printing.ts'
import { pointer, visit } from '../steps.ts'

export type There = Hall & { station: Station | null }

/** A screen of the register, and how somebody comes to it. */
export type Stop = {
  /** The file whose heading or dialog is on top there, as the register of screens has it. */
  of: string
  /** What else tells it from another stop of the same file. */
  when?: string
  duty?: Duty
  /** Who has unlocked the tablet on the way. */
  as?: 'steward' | 'organiser'
  options?: () => Promise<HallOptions>
  /** What has happened before. */
  before?: (station: Station) => void
  path?: string
  /** The route of the register that it ends on, where that is not the one of `path`. */
  route?: string
  /** The rest of the way, as a person goes it. */
  go?: (there: There) => Promise<void>
  /** What the heading or the dialog says. */
  says: string | RegExp
  isDialog?: boolean
}

export const nameOf = ({ of, when }: Stop): string => (when === undefined ? of : `${of}, ${when}`)

/** So that whoever waits for a page hears of all that it asked for: a question to the host, after those that it has asked already. */
const isAnswered = (page: Page) => page.evaluate(() => fetch('/icon.svg').then((answer) => answer.text()))

const asking = new WeakMap<Page, Set<unknown>>()

/** Counts what the page asks for, save the feed of changes, which is never answered whole. */
function listen(page: Page): void {
  const open = new Set<unknown>()
  asking.set(page, open)
  page.on('request', (request) => {
    // What a page asked for that was loaded anew is never answered.
    if (request.isNavigationRequest()) open.clear()
    if (!/\/changes$|icon\.svg$/.test(request.url())) open.add(request)
  })
  page.on('requestfinished', (request) => void open.delete(request))
  page.on('requestfailed', (request) => void open.delete(request))
}

/** The page has all that it asked for, and nothing more comes of it. */
export async function settle(page: Page): Promise<void> {
  for (let quiet = 0; quiet < 3; quiet += 1) {
    await isAnswered(page)
    if ((asking.get(page)?.size ?? 0) > 0) quiet = -1
  }
}

const hands = pointer()
const SECRETS = [
  ['Steward PIN', PIN, 'Unlock'],
  ['Organiser passphrase', PASSPHRASE, 'Open'],
] as const

async function unlockAs(page: Page, as: 'steward' | 'organiser'): Promise<void> {
  const [label, secret, press] = SECRETS[as === 'steward' ? 0 : 1]
  const field = page.getByLabel(label, { exact: true })
  const inside = page.getByRole('button', { name: 'Lock', exact: true })
  await field.or(inside).first().waitFor()
  if (!(await field.isVisible())) return
  await field.fill(secret)
  await hands.press(page, press)
  await inside.waitFor()
}

const onTop = (page: Page, { says, isDialog = false }: Stop) =>
  isDialog
    ? page
        .getByRole('dialog', { name: says })
        .or(page.getByRole('alertdialog', { name: says }))
        .first()
    : page.getByRole('heading', { name: says }).first()

async function goTo(there: There, stop: Stop): Promise<void> {
  const { page } = there
  if (stop.as !== undefined) await unlockAs(page, stop.as)
  if (stop.path !== undefined) await visit(page, stop.path)
  await stop.go?.(there)
  await onTop(page, stop).waitFor()
  await settle(page)
}

/** Whoever came has gone, and the tablet is put away. */
export async function leave({ page, kiosk, close }: There): Promise<void> {
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await close()
  kiosk.close()
}

/** A tablet of its own for the stop, and somebody who has come there. */
export async function arrive(browser: Browser, stop: Stop): Promise<There> {
  const { duty, options, before } = stop
  const hall = await openBrowserHall(browser, {
    touch: true,
    ...(duty === undefined ? {} : { duty }),
    ...(await options?.()),
  })
  listen(hall.page)
  const there = { ...hall, station: hall.kiosk.station() }
  if (there.station !== null) before?.(there.station)
  // A dialog of the system is no page of ours, and nobody is there to close it.
  await (before === undefined ? keepPrintsHere(hall.page) : keepPrints(hall.page))
  await goTo(there, stop)
  return there
}

/** What can be pressed on the page or the dialog on top, in its order: its words, and which of those with the same words it is. */
export type Target = { words: string; nth: number; isBar: boolean }

export const targetsOn = (page: Page): Promise<Target[]> => page.evaluate(targets)

/** In the page. Marks each, so that it can be found. Of a long list two rows are enough. */
function targets(): Target[] {
  const top = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.body
  const seen = new Map<string, number>()
  const found: Target[] = []
  for (const old of document.querySelectorAll('[data-target]')) old.removeAttribute('data-target')
  for (const element of top.querySelectorAll<HTMLElement>('button, a[href], summary')) {
    const row = element.closest('nav') === null ? element.closest('li, tr') : null
    const place = row === null ? 0 : [...(row.parentElement?.children ?? [])].indexOf(row)
    if (place > 1 || element.matches(':disabled, [aria-disabled=true]') || !element.checkVisibility()) continue
    // References and times are others on each tablet.
    const words = (element.ariaLabel ?? element.innerText)
      .replaceAll(/\b[\dA-Z]{3}-[\dA-Z]{3}-[\dA-Z]{4}\b|\b\d\d:\d\d\b/g, '…')
      .replaceAll(/\s+/g, ' ')
      .trim()
    const nth = seen.get(words) ?? 0
    seen.set(words, nth + 1)
    element.dataset['target'] = `${words} ${nth}`
    found.push({ words, nth, isBar: element.closest('.bar, nav') !== null })
  }
  return found
}

/** Back by Escape and the browser’s own way back, where that leads to just what was there before; answers whether it did. */
export async function goBack(there: There, before: Seen, all: readonly Target[]): Promise<boolean> {
  const { page } = there
  try {
    let now = await look(there)
    if (now.facts !== before.facts) return false
    if (now.dialogs > before.dialogs) await page.keyboard.press('Escape')
    await settle(page)
    now = await look(there)
    if (now.dialogs === before.dialogs && now.at !== before.at && now.entries === before.entries + 1) {
      await page.evaluate(() => history.back())
      await settle(page)
    }
    const is = [{ ...(await look(there)), entries: 0 }, await targetsOn(page)]
    return isDeepStrictEqual(is, [{ ...before, entries: 0 }, all])
  } catch {
    // It has led out of the app.
    return false
  }
}

export type Spot = { x: number; y: number }

/** Where a finger goes for it; null where it is not there now. */
export async function spotOf(page: Page, { words, nth }: Target): Promise<Spot | null> {
  await targetsOn(page)
  return page.evaluate((name) => {
    const element = [...document.querySelectorAll<HTMLElement>('[data-target]')].find(
      (one) => one.dataset['target'] === name,
    )
    if (element === undefined) return null
    element.scrollIntoView({ block: 'center', behavior: 'instant' })
    const [box] = element.getClientRects()
    return box === undefined ? null : { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }, `${words} ${nth}`)
}

/** What a person sees that they are at, and what has come of their presses so far. */
export type Seen = { at: string; entries: number; dialogs: number; told: string; chosen: string; facts: number }

export async function look({ page, kiosk }: There): Promise<Seen> {
  const seen = await page.evaluate(() => {
    const dialogs = [...document.querySelectorAll('dialog:modal')]
    const heading = (dialogs.at(-1) ?? document).querySelector('h1, h2')?.textContent ?? ''
    const wordsOf = (which: string) =>
      [...document.querySelectorAll<HTMLElement>(which)].map((one) => one.innerText).join(' | ')
    const chosen = [...document.querySelectorAll('input')].map(({ checked }) => (checked ? '1' : '0')).join('')
    return {
      at: `${location.pathname}${location.search} ${heading}`,
      dialogs: dialogs.length,
      entries: history.length,
      told: wordsOf('[role=alert], .field-error'),
      chosen,
    }
  })
  const station = kiosk.station()
  return { ...seen, facts: station === null ? 0 : station.journal.facts.count() }
}

/** What lies under a finger: which of the page’s elements, kept by it, and its words. */
export const under = (page: Page, spot: Spot): Promise<{ isSame: boolean; words: string }> =>
  page.evaluate(({ x, y }) => {
    type Kept = Window & { pressed?: Element | null }
    const kept: Kept = window
    const element = document.elementFromPoint(x, y)
    const control = element?.closest('button, a, label, input, select, textarea, summary') ?? element
    const isSame = kept.pressed === control
    kept.pressed = control
    return { isSame, words: (control instanceof HTMLElement ? (control.ariaLabel ?? control.innerText) : '').trim() }
  }, spot)
