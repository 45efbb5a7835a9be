/** Somebody is in the middle of a word when a dialog opens, whichever it is: Space and Enter write nothing, and lead nowhere but back. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../../support/browser.ts'
import { isLong, SEED } from '../../support/lane.ts'
import { REGISTER } from '../../register/screens.ts'
import { ELSEWHERE, STOPS } from './stops.ts'
import { arrive, leave, look, nameOf, settle } from './sweep.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const DIALOGS = STOPS.filter(({ isDialog }) => isDialog === true)
/** In the usual lane one of so many: which, the seed says. */
const ONE_OF = 3
const TOUR = isLong ? DIALOGS : DIALOGS.filter((_stop, index) => (index + SEED) % ONE_OF === 0)

test.each(TOUR.map((stop) => [nameOf(stop), stop] as const))('%s', async (_name, stop) => {
  for (const key of ['Space', 'Enter']) {
    const there = await arrive(browser, stop)
    const before = await look(there)
    await there.page.keyboard.press(key)
    await settle(there.page)
    const after = await look(there)
    expect({ key, facts: after.facts, path: after.at.split(' ')[0] }).toEqual({
      key,
      facts: before.facts,
      path: before.at.split(' ')[0],
    })
    // Either the same dialog stands, or what was before it: none that comes of an answer.
    if (after.dialogs >= before.dialogs) expect({ key, at: after.at }).toEqual({ key, at: before.at })
    await leave(there)
  }
})

test('every dialog of the source is one that the tour opens, or says why not', () => {
  const opened = new Set(DIALOGS.map(({ of }) => of))
  const renderer = join(import.meta.dirname, '../../../renderer')
  const missing = Object.keys(REGISTER.screens).filter(
    (of) =>
      /<(?:Form)?Dialog\b/.test(readFileSync(join(renderer, of), 'utf8')) && !opened.has(of) && !(of in ELSEWHERE),
  )
  expect(missing).toEqual([])
})
