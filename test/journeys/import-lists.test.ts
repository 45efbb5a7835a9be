/** Lists as people really make them, on screen: what is noted of them, and the choices that stand beside it. */
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { type Hall, openHall } from '../support/hall.ts'
import { expectAccessible } from '../support/look.ts'
import { LIST_CASES } from '../support/list-cases.ts'
import { keyboard, pointer, unlock, visit } from './steps.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const mouse = pointer()

async function openImport(): Promise<Hall> {
  const hall = await openHall(browser, { duty: 'organiser' })
  const { page } = hall
  await unlock(page, mouse, 'organiser')
  await page.getByRole('heading', { name: /Today at/ }).waitFor()
  await visit(page, '/organiser/delegates/import')
  await page.getByRole('heading', { name: 'Import a list of delegates' }).waitFor()
  return hall
}
async function choose(page: Page, name: string): Promise<void> {
  const buffer = readFileSync(new URL(`../cases/${name}`, import.meta.url))
  await page.getByLabel('Choose a file').setInputFiles({ name, mimeType: 'text/csv', buffer })
  await page.getByText(name).waitFor()
}
/** The people who are shown, by their names. */
const shown = (page: Page) =>
  page.getByRole('region', { name: 'The first of them' }).getByRole('rowheader').allInnerTexts()
const counts = async (page: Page) =>
  (await page.getByRole('table', { name: 'What will happen' }).getByRole('row').allInnerTexts())
    .join('\n')
    .replaceAll('\t', ' ')
const another = (page: Page) => mouse.press(page, 'Choose another list')

describe('lists as people really make them, on screen', () => {
  test('other sheets of people are told, and chosen; a guess at the letters is told, and another one tried', async () => {
    const { page, errors } = await openImport()
    await choose(page, 'sheet-per-sector.xlsx')
    await page.getByText('2 more sheets hold people, 2 altogether. Only “Police” is read now').waitFor()
    await expectAccessible(page, 'import, more sheets')
    await page.getByLabel('Sheet of the workbook').selectOption({ label: 'Housing: 1 person' })
    await expect.poll(() => shown(page)).toEqual(['Tom Nwosu'])
    await page.getByText('Only “Housing” is read now').waitFor()

    await another(page)
    await choose(page, 'mac-roman.csv')
    await page.getByText('so this is a guess').waitFor()
    await expect.poll(() => shown(page)).toEqual(['Zoë Café', 'Renée Øster'])
    const letters = page.getByLabel('How its letters are written')
    expect(await letters.locator('option').count()).toBe(8)
    await letters.selectOption({ label: 'Windows for Central Europe' })
    await expect.poll(async () => (await shown(page))[0]).not.toBe('Zoë Café')
    await letters.selectOption({ label: 'Mac Roman, as Excel for Mac writes it' })
    await expect.poll(() => shown(page)).toEqual(['Zoë Café', 'Renée Øster'])

    await another(page)
    await choose(page, 'headings-on-two-rows.xlsx')
    await expect.poll(() => shown(page)).toEqual(['Ada Okafor'])
    await page.getByText('The headings stand on rows 1 to 2').waitFor()
    expect(errors).toEqual([])
  })

  test('hidden rows are noted and left out, good rows by their numbers, and a section that is a person comes', async () => {
    const { page, errors } = await openImport()
    await choose(page, 'hidden-row.xlsx')
    await page.getByText('The workbook hides these rows').waitFor()
    expect(await counts(page)).toMatch(/3 people will be added/)
    await expectAccessible(page, 'import, rows to leave out')
    await mouse.press(page, 'Leave this row out, row 3')
    await expect.poll(() => shown(page)).toEqual(['Ada Okafor', 'Tom Nwosu'])
    await page.getByText('The workbook hides these rows').waitFor({ state: 'detached' })
    await mouse.press(page, 'Take back: Rows that the workbook hides are left out')
    await expect.poll(() => counts(page)).toMatch(/3 people will be added/)

    await keyboard.press(page, 'Leave them out')
    await page.getByText('Write the numbers of rows, such as 4, 7-9').waitFor()
    await keyboard.write(page, 'Leave rows out, by their numbers', '2, 4-5')
    await page.keyboard.press('Enter')
    await expect.poll(() => shown(page)).toEqual(['Grace Bello'])
    await page.getByText('Row 4 is left out').waitFor()

    await another(page)
    await choose(page, 'totals-and-sections.csv')
    await expect.poll(() => counts(page)).toMatch(/2 people will be added[\s\S]*4 rows cannot be used/)
    await mouse.press(page, 'This is a person, row 2')
    await expect.poll(() => shown(page)).toEqual(['POLICE', 'Ada Okafor', 'Grace Bello'])
    await mouse.press(page, 'Take back: Row 2, Name: “POLICE”')
    await mouse.press(page, 'Import 2 people')
    await page.getByRole('table', { name: 'What happened' }).waitFor()
    expect(errors).toEqual([])
  })

  test('every small list that was once read wrongly shows who comes, and tells who does not', async () => {
    const { page, errors } = await openImport()
    for (const [index, { file, comes, not }] of LIST_CASES.entries()) {
      if (index > 0) await another(page)
      await choose(page, file)
      await expect.poll(() => shown(page)).toEqual(comes)
      const people = comes.length === 1 ? '1 person' : `${comes.length} people`
      expect([file, await counts(page)]).toEqual([file, expect.stringContaining(`${people} will be added`)])
      const left = not.length === 1 ? '1 row' : `${not.length} rows`
      if (not.length > 0)
        expect([file, await counts(page)]).toEqual([file, expect.stringContaining(`${left} cannot be used`)])
    }
    expect(errors).toEqual([])
  })
})
