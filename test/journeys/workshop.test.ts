/** A table that has written a great deal, some of it without a space. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openBrowser, screenSizes, takePicture } from '../support/browser.ts'
import { openHall } from '../support/hall.ts'
import { anAction, facilitator } from '../support/test-station.ts'
import { inLane } from '../support/lane.ts'
import { expectAccessible } from '../support/look.ts'
import { pointer, visit } from './steps.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const hands = pointer()

/** So many actions, and as many ideas. */
const MANY = inLane(8, 40)

describe('young people’s words', () => {
  test('stand beside an action where the table put them, and beside no other', async () => {
    const { page, kiosk, errors } = await openHall(browser, { duty: 'workshop' })
    const station = kiosk.station()
    if (station === null) throw new Error('It is not set up')
    const without = station.workshops.propose(facilitator, {
      ...anAction,
      session: 'workshop-2',
      title: 'Without',
      priority: 'home-and-health',
    })
    await visit(page, '/workshop/workshop-2/table-7')
    await hands.press(page, 'Add an action')
    await hands.write(page, 'What will happen?', 'With theirs')
    const list = page.getByLabel('Which words of young people does it answer?')
    expect(await list.inputValue()).toBe('')
    const words = (await list.locator('option').nth(1).getAttribute('value')) ?? ''
    expect(words.length).toBeGreaterThan(20)
    await list.selectOption(words)
    await takePicture(page, 'workshop-voice')
    await hands.press(page, 'Add it to the list')
    await page.getByRole('heading', { name: 'With theirs' }).waitFor()

    const planOf = () =>
      z
        .object({ rows: z.array(z.object({ title: z.string(), voiceTheme: z.string() })) })
        .parse(JSON.parse(Buffer.concat([...station.plan.export('json').chunks]).toString()))
        .rows.map(({ title, voiceTheme }) => [title, voiceTheme])
    expect(planOf()).toEqual(
      expect.arrayContaining([
        ['Without', ''],
        ['With theirs', words],
      ]),
    )
    expect(planOf()).toHaveLength(2)
    // It can be taken away again, and put beside another.
    await hands.press(page, 'Change: With theirs')
    await page.getByRole('dialog', { name: 'Change this action' }).waitFor()
    expect(await list.inputValue()).toBe(words)
    await list.selectOption('')
    await hands.press(page, 'Save the change')
    await page.getByText('The action is changed.').waitFor()
    expect(planOf().map(([, voice]) => voice)).toEqual(['', ''])
    expect(station.workshops.actionOf(without.id)?.voice).toBe('')
    expect(errors).toEqual([])
  })
})

describe('many actions and ideas', () => {
  test('the longest words stay inside their cards at all four sizes', async () => {
    const { page, kiosk } = await openHall(browser, { duty: 'workshop' })
    const station = kiosk.station()
    if (station === null) throw new Error('It is not set up')
    const endless = (length: number) => 'Wolfeschlegelsteinhausen'.repeat(20).slice(0, length)
    for (let n = 0; n < MANY; n += 1) {
      const long = n === 0
      station.workshops.propose(facilitator, {
        ...anAction,
        title: long ? endless(255) : `Action ${n}`,
        owner: long ? endless(160) : '',
        area: long ? endless(160) : '',
        measure: long ? endless(300) : '',
      })
      station.workshops.postIdea(facilitator, {
        session: anAction.session,
        table: anAction.table,
        question: 'who-else',
        text: long ? endless(400) : `Idea ${n}`,
        name: long ? endless(120) : '',
        organisation: '',
        area: long ? endless(160) : '',
      })
    }
    await visit(page, '/workshop/workshop-1/table-7')
    await page.getByText(`Action ${MANY - 1}`).waitFor()
    for (const [name, size] of Object.entries(screenSizes)) {
      await page.setViewportSize(size)
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      const out = await page
        .locator('.workshop-action, .workshop-note')
        .evaluateAll((cards) => cards.filter((card) => card.scrollWidth > card.clientWidth + 1).length)
      expect([name, beyond, out]).toEqual([name, 0, 0])
    }
    for (const [what, which, title] of [
      ['action', /^Change: Wolfe/, 'Change this action'],
      ['idea', /^Change the idea: Wolfe/, 'Who should have been in this room today?'],
    ] as const) {
      await hands.press(page, which)
      await page.getByRole('dialog', { name: title }).waitFor()
      await expectAccessible(page, `workshop, change an ${what}`)
      await hands.press(page, 'Cancel')
    }
    await hands.press(page, /^Before we finish/)
    expect(await page.getByRole('dialog').evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)).toBe(0)
    await expectAccessible(page, 'workshop, many gaps')
  })
})
