/** What axe finds wrong with a page: run inside the page itself, where it is put once. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What else there is to know of a page that is looked at. */
export type Look = {
  /** One line a place: the rule, what it means, and where. */
  errors: string[]
  /** The path of its address. */
  path: string
  /** Its headings of the first two ranks, and what its dialogs are called: those that are shown. */
  headings: string[]
  theme: string
  text: string
  width: number
  height: number
  /** How far the page reaches beyond its right edge, in CSS pixels; 0 where nobody has to scroll sideways. */
  beyond: number
}

/** Looks at the page as it is now. `rules`: only these; all of them otherwise. */
export async function lookAt(page: Page, rules: string[] = []): Promise<Look> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  return page.evaluate(look, rules)
}

/** What axe finds wrong with the page as it is now, one line a place: the rule, what it means, and where. */
export const findAccessibilityErrors = async (page: Page): Promise<string[]> => (await lookAt(page)).errors

/** In the page. */
async function look(rules: string[]): Promise<Look> {
  type Axe = { run(context: Document, options: RunOptions): Promise<{ violations: Violation[] }> }
  type Violation = { id: string; help: string; nodes: { target: unknown[] }[] }
  const { axe } = window as unknown as { axe: Axe }
  // A colour that is on its way to another is neither: everything is at once what it will be, however late the next frame comes.
  const still = new CSSStyleSheet()
  still.replaceSync('*, *::before, *::after { transition: none !important }')
  document.adoptedStyleSheets.push(still)
  for (const animation of document.getAnimations())
    if (Number.isFinite(Number(animation.effect?.getComputedTiming().endTime))) animation.finish()
  const { violations } = await axe.run(document, {
    resultTypes: ['violations'],
    ...(rules.length === 0 ? {} : { runOnly: { type: 'rule', values: rules } }),
  })
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== still)
  const root = document.documentElement
  return {
    errors: violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target }) => `${id}: ${help} at ${target.join(' ')}`),
    ),
    path: location.pathname,
    headings: [...document.querySelectorAll<HTMLElement>('h1, h2')]
      .filter((heading) => heading.checkVisibility())
      .map((heading) => heading.textContent.trim()),
    theme: root.dataset['theme'] ?? '',
    text: root.dataset['text'] ?? '',
    width: innerWidth,
    height: innerHeight,
    beyond: root.scrollWidth - root.clientWidth,
  }
}
