/** How a screen is looked at: by axe, as it stands and in other clothes, and noted in the register of screens. */
import { appendFileSync, mkdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { type Look, lookAt } from './axe.ts'
import { screenSizes } from './browser.ts'
import { dialogStart } from './dialog-starts.ts'
import { isLong } from './lane.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder in which a run keeps what it has looked at. */
    looks: string
  }
}

export type Dress = { theme: string; text: string; size: keyof typeof screenSizes }
export type Noted = Omit<Look, 'errors'> & { screen: string; dress: Dress | null }

const HOUSE = join(import.meta.dirname, '../..')
const THEMES = ['paper', 'dark', 'contrast']
const TEXTS = ['normal', 'large', 'largest']
const SIZES = ['laptop', 'tablet', 'large', 'portrait'] as const

/** In the usual lane a screen is seen as it stands and in one of these; in the long lane in every theme, text and size. */
const DRESSES: readonly Dress[] = [
  { theme: 'dark', text: 'normal', size: 'tablet' },
  { theme: 'contrast', text: 'largest', size: 'portrait' },
  { theme: 'paper', text: 'largest', size: 'laptop' },
  { theme: 'dark', text: 'large', size: 'large' },
]
const EVERY_DRESS: readonly Dress[] = THEMES.flatMap((theme) =>
  TEXTS.flatMap((text) => SIZES.map((size) => ({ theme, text, size }))),
)

/** Each screen has its own among the four, always the same. */
export const dressesOf = (screen: string): readonly Dress[] => {
  if (isLong) return EVERY_DRESS
  const place = [...screen].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % DRESSES.length
  return DRESSES.slice(place, place + 1)
}

/** axe finds nothing wrong with the page, and nothing reaches beyond its right edge: as it stands, and in other clothes. A dialog began where Space and Enter change nothing. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  // What is still loading has no heading.
  await page.locator('h1').first().waitFor({ state: 'attached' })
  await lookOnce(page, screen, null)
  expect([screen, await dialogStart(page)]).toEqual([screen, ''])
  const before = page.viewportSize()
  const { theme, text } = await dressed(page)
  for (const dress of dressesOf(screen)) {
    // In the long lane it takes minutes, in which whoever stands there is not to be taken for gone.
    if (isLong) await page.evaluate(stir)
    await page.setViewportSize(screenSizes[dress.size])
    await page.evaluate(putOn, dress)
    await lookOnce(page, screen, dress)
  }
  if (before !== null) await page.setViewportSize(before)
  await page.evaluate(putOn, { theme, text })
}

async function lookOnce(page: Page, screen: string, dress: Dress | null): Promise<void> {
  const { errors, ...seen } = await lookAt(page)
  const clothes = dress === null ? '' : `, ${dress.theme}, ${dress.text}, ${dress.size}`
  expect([`${screen}${clothes}`, errors, seen.beyond]).toEqual([`${screen}${clothes}`, [], 0])
  note({ screen, dress, ...seen })
}

/** One file for each file of journeys, so that no two write into one, and a journey that is told again can begin anew. */
function note(noted: Noted): void {
  const folder = inject('looks')
  mkdirSync(folder, { recursive: true })
  const journey = relative(HOUSE, expect.getState().testPath ?? '').replaceAll(/[/\\]/g, '-')
  appendFileSync(join(folder, `${journey}.jsonl`), `${JSON.stringify(noted)}\n`)
}

/** In the page: a person who is reading turns the wheel. Where the page asks whether they are still there, it goes on asking. */
function stir(): void {
  if (document.querySelector('[role=alertdialog]') === null) window.dispatchEvent(new Event('wheel'))
}

const dressed = (page: Page) =>
  page.evaluate(() => {
    const { theme = '', text = '' } = document.documentElement.dataset
    return { theme, text }
  })

/** In the page, as the page itself does it (renderer/components/display.ts). */
function putOn({ theme, text }: { theme: string; text: string }): void {
  Object.assign(document.documentElement.dataset, { theme, text })
}
