/** Whoever presses twice, at any button of any screen, lands where the first press led: nothing more is said, chosen or written. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../../support/browser.ts'
import { isLong, SEED } from '../../support/lane.ts'
import { nextPressAfter } from '../../support/own-time.ts'
import { matches } from '../../register/gaps.ts'
import { REGISTER } from '../../register/screens.ts'
import { GAPS, type Kind, KINDS, pressAt } from '../hurried.ts'
import { ELSEWHERE, STOPS } from './stops.ts'
import {
  arrive,
  goBack,
  leave,
  look,
  nameOf,
  settle,
  spotOf,
  type Stop,
  type Target,
  targetsOn,
  type There,
  under,
} from './sweep.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** From the longest: each is measured from the first press, and none that was sent earlier can then make it the shorter. */
const APART = GAPS.toReversed()

/** In the usual lane one stop of so many, and of its buttons one: which, the seed says. */
const ONE_OF = 7
const drawn = <T>(all: readonly T[], by: number): readonly T[] =>
  isLong ? all : all.slice(by % all.length).slice(0, 1)
const TOUR = isLong ? STOPS : STOPS.filter((_stop, index) => (index + SEED) % ONE_OF === 0)

/** What stands on every page is pressed once for each way of pressing. */
const pressed = new Set<string>()
const isNew = ({ duty }: Stop, { words, isBar }: Target): boolean => {
  const name = `${duty ?? 'no duty'} ${words}`
  if (!isBar) return true
  if (pressed.has(name)) return false
  pressed.add(name)
  return true
}

/** The routes of the register that a stop may be at. */
const routesOf = ({ of, path = '/', route }: Stop): string[] => {
  const routes = Object.keys(REGISTER.screens[of] ?? {})
  const [at = '/'] = path.split('?')
  return routes.length === 1 ? routes : routes.filter((one) => (route === undefined ? matches(one, at) : one === route))
}

/** Presses it, and where another page or another button lies there then, once more at each distance of time. */
async function pressTwice(there: There, target: Target, kind: Kind): Promise<'led' | 'stayed' | 'gone'> {
  const { page } = there
  const spot = await spotOf(page, target)
  if (spot === null) return 'gone'
  const before = await look(there)
  await under(page, spot)
  await pressAt(page, kind, spot)
  await settle(page)
  const first = await look(there)
  const { isSame, words } = await under(page, spot)
  if (isSame && first.at === before.at && first.dialogs === before.dialogs) return 'stayed'
  let last = 0
  for (const gap of APART) {
    await nextPressAfter(page, gap - last)
    last = gap
    await pressAt(page, kind, spot)
    await settle(page)
    const press = { target: target.words, kind, gap, on: words }
    expect({ ...press, ...(await look(there)) }).toEqual({ ...press, ...first })
  }
  return 'led'
}

describe.each(TOUR.map((stop) => [nameOf(stop), stop] as const))('%s', (_name, stop) => {
  test('a second press changes nothing that the first one led to', async () => {
    let there = await arrive(browser, stop)
    const [atFirst, all] = [await look(there), await targetsOn(there.page)]
    const [at = ''] = atFirst.at.split(/[? ]/)
    expect([at, routesOf(stop).some((route) => matches(route, at))]).toEqual([at, true])
    let isFresh = true
    const anew = async () => {
      if (isFresh) return
      await leave(there)
      there = await arrive(browser, stop)
      isFresh = true
    }
    const told: string[] = []
    const wanted = all.filter((target) => isNew(stop, target))
    for (const [index, target] of drawn(wanted, SEED + STOPS.indexOf(stop)).entries())
      for (const kind of drawn(KINDS, SEED + STOPS.indexOf(stop) + index)) {
        let outcome = await pressTwice(there, target, kind)
        if (outcome === 'gone') {
          await anew()
          outcome = await pressTwice(there, target, kind)
        }
        told.push(`${target.words}: ${outcome}`)
        isFresh = false
        if (outcome !== 'stayed' && !(await goBack(there, atFirst, all))) await anew()
      }
    await leave(there)
    expect(told.filter((one) => one.endsWith('gone'))).toEqual([])
  })
})

test('the tour comes to every screen of the register on every route, or says why not', () => {
  const toured = new Set(STOPS.flatMap((stop) => [stop.of, ...routesOf(stop).map((route) => `${stop.of} ${route}`)]))
  const all = Object.entries(REGISTER.screens).flatMap(([of, routes]) =>
    Object.keys(routes).map((route) => ({ of, is: `${of} ${route}` })),
  )
  const missing = all.filter(({ of, is }) => !toured.has(is) && !(of in ELSEWHERE) && !(is in ELSEWHERE))
  expect(missing.map(({ is }) => is)).toEqual([])
  const known = new Set(all.flatMap(({ of, is }) => [of, is]))
  expect([...toured, ...Object.keys(ELSEWHERE)].filter((is) => !known.has(is))).toEqual([])
  expect(Object.keys(ELSEWHERE).filter((is) => toured.has(is))).toEqual([])
  expect(STOPS.filter((stop) => routesOf(stop).length === 0).map(nameOf)).toEqual([])
})
