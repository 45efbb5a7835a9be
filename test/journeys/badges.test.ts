/** Badges: printed at actual size on every paper, read back by two readers, on arrival, again, and when the printer fails. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Kiosk } from '../../electron/station/app/kiosk.ts'
import type { BadgeLayout } from '../../shared/domain/badge-layout.ts'
import { openBrowser, takePicture } from '../support/browser.ts'
import { openHall } from '../support/hall.ts'
import { inLane } from '../support/lane.ts'
import { type Area, readPaper, type Sheet } from '../support/paper.ts'
import { breakPrinter, keepPrints, paperOfPrint, printedWords, printsOf } from '../support/printing.ts'
import { ewa, kwame, steward } from '../support/test-station.ts'
import { expectAccessible } from '../support/look.ts'
import { keyboard, pointer, scan, unlock, unlockAgain, visit } from './steps.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const hands = pointer()

/** Names that have broken badges: long without a space, long with many, from right to left, without spaces at all, not letters. */
const HARD_NAMES = [
  'Wolfeschlegelsteinhausenbergerdorffwelche',
  'Featherstonehaugh-Cholmondeley-Warner-Majoribanks',
  'فاطمة الزهراء بنت عبد الرحمن آل عبد العزيز المنصوري',
  '欧阳修司马相如诸葛孔明上官婉儿公孙大娘',
  '👩‍👩‍👧‍👦 Zoë 🎉🎉🎉 Ø’Brien-Núñez 🦊',
  `${'Anastasia Wilhelmina '.repeat(5)}Montague`,
  'Łukasz Żółć-Ćwikła',
  'Ng',
]

const stationOf = (kiosk: Kiosk) => {
  const station = kiosk.station()
  if (station === null) throw new Error('The tablet is not set up')
  return station
}

/** People whose badges are printed; answers with their badge codes by surname. */
function invite(kiosk: Kiosk, names: readonly string[]): Map<string, string> {
  const station = stationOf(kiosk)
  const { sectors } = station.event().pack
  return new Map(
    names.map((name, index) => {
      const id = station.signIn.add(steward, {
        ...ewa,
        name,
        organisation:
          index % 4 === 3
            ? 'O'.repeat(70)
            : index % 4 === 1
              ? 'The Partnership for Children and Young People of the Northern Districts and Surrounding Parishes'
              : 'Elmdon House',
        role: index % 3 === 0 ? '' : 'Assistant director for participation, engagement and the voice of the child',
        sector: sectors[index % sectors.length]?.id ?? '',
      })
      return [id, station.signIn.badge(id)]
    }),
  )
}

async function openBadges(page: Page): Promise<void> {
  await keepPrints(page)
  await unlock(page, hands, 'steward')
  await page.getByRole('heading', { name: 'Sign-in desk' }).waitFor()
  await visit(page, '/badges')
  await page.getByRole('heading', { name: 'Badges', exact: true }).waitFor()
}

type Wanted = { layout: BadgeLayout; choice: RegExp; page: [number, number]; labels: Area[]; inset: [number, number] }

const label = (left: number, top: number, width: number, height: number): Area => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
})

// As the makers of the paper give them, not as our own table does: this is what checks it.
const PAPERS: readonly Wanted[] = [
  { layout: 'a6', choice: /^A6 cards/, page: [105, 148], labels: [label(0, 0, 105, 148)], inset: [8, 8] },
  { layout: 'roll-62', choice: /^62 mm label roll/, page: [62, 100], labels: [label(0, 0, 62, 100)], inset: [3, 3.5] },
  {
    layout: 'sheet-8',
    choice: /^A4 sheets of 8/,
    page: [210, 297],
    labels: [37.5, 93, 148.5, 204].flatMap((top) => [18.5, 105].map((left) => label(left, top, 86.5, 55.5))),
    inset: [4, 4],
  },
  {
    layout: 'sheet-10',
    choice: /^A4 sheets of 10/,
    page: [210, 297],
    labels: [13.5, 68.5, 123.5, 178.5, 233.5].flatMap((top) => [17.5, 112.5].map((left) => label(left, top, 80, 50))),
    inset: [4, 4],
  },
]

const MODULES = 25
const NEAR = 0.5

describe('badges before the day', () => {
  test('Badges print at actual size on cards, label rolls and sheets of 8 and 10, and two readers read every code', async () => {
    const { page, kiosk, errors } = await openHall(browser, { duty: 'sign-in' })
    const names = [...HARD_NAMES, ...Array.from({ length: inLane(3, 5) }, (_, index) => `Person Number${index}`)]
    const codes = [...invite(kiosk, names).values()]
    await openBadges(page)
    await page.getByRole('img', { name: /^The badge of/ }).waitFor()
    await expectAccessible(page, 'badges')
    await takePicture(page, 'badges')
    const figures: string[] = []
    for (const [index, paper] of PAPERS.entries()) {
      await hands.choose(page, paper.choice)
      if (index > 0) await hands.pick(page, 'Whose badges?', 'Everybody')
      await hands.press(page, `Print ${names.length} badges`)
      await page.getByText(`${names.length} badges went to the printer.`).waitFor()
      expect(await printsOf(page)).toBe(index + 1)

      const sheets = await readPaper(await paperOfPrint(page, index))
      expect(sheets, paper.layout).toHaveLength(Math.ceil(names.length / paper.labels.length))
      const read: string[] = []
      let smallest = Infinity
      for (const sheet of sheets) smallest = Math.min(smallest, await checkSheet(sheet, paper, read))
      expect(read.toSorted(), paper.layout).toEqual(codes.toSorted())
      figures.push(`${paper.layout}: ${sheets.length} pages, module ${smallest.toFixed(2)} mm`)
      // The name of 41 letters is there whole, though on several lines.
      const words = sheets
        .map(({ text }) => text)
        .join(' ')
        .replaceAll(/\s/gu, '')
      expect(words, paper.layout).toContain('Wolfeschlegelsteinhausenbergerdorffwelche')
    }
    process.stdout.write(`printed badges: ${figures.join('; ')}\n`)
    expect(errors).toEqual([])
  })

  test('A begun sheet of labels is used up, and the tablet remembers where it ended', async () => {
    const { page, kiosk, errors } = await openHall(browser, { duty: 'sign-in' })
    invite(kiosk, ['Ann One', 'Bea Two', 'Cat Three'])
    await openBadges(page)
    await hands.choose(page, /^A4 sheets of 8/)
    await hands.choose(page, 'Label 7 of 8')
    await page.getByText('2 sheets; 7 labels stay free on the last').waitFor()
    await expectAccessible(page, 'badges on a begun sheet')
    await hands.press(page, 'Print 3 badges')
    await page.getByText('3 badges went to the printer.').waitFor()
    const sheets = await readPaper(await paperOfPrint(page, 0))
    const taken = await Promise.all(
      sheets.map(async (sheet) =>
        (await sheet.zxing())
          .map(({ area }) => `${area.left < 105 ? 'left' : 'right'} ${Math.round((area.top - 37.5) / 55.5 + 0.2)}`)
          .toSorted(),
      ),
    )
    expect(taken).toEqual([['left 4', 'right 4'], ['left 1']])
    await page.reload()
    await unlockAgain(page, hands)
    await hands.choose(page, /^A4 sheets of 8/)
    await page.getByRole('radio', { name: 'Label 2 of 8', checked: true }).waitFor()
    expect(errors).toEqual([])
  })

  test('Many badges are printed in parts, and nobody is left out or printed twice between two', async () => {
    const { page, kiosk, errors } = await openHall(browser, { duty: 'sign-in' })
    const names = Array.from({ length: 205 }, (_, index) => `Person${index} Number`)
    stationOf(kiosk).batch(() => void invite(kiosk, names))
    await openBadges(page)
    await hands.choose(page, /^62 mm label roll/)
    await hands.press(page, 'Print 1 to 200 of 205')
    await page.getByText(/^200 badges went to the printer/).waitFor()
    // Somebody is added meanwhile: their badge is for the next time.
    stationOf(kiosk).signIn.add(steward, { ...kwame, name: 'Aaron Aardvark' })
    await hands.press(page, 'Print 201 to 205 of 205')
    await page.getByText('5 badges went to the printer.').waitFor()
    const words = [...(await printedWords(page, 0)), ...(await printedWords(page, 1))].join(' ')
    for (const name of names) expect(words.split(name.replace(' Number', ' ')).length, name).toBe(2)
    expect(words).not.toContain('Aardvark')
    await page.getByRole('button', { name: 'Print 1 badge' }).waitFor()
    expect(errors).toEqual([])
  })
})

/** Adds what the codes say to `read`; answers with the size of a module in millimetres. */
async function checkSheet(sheet: Sheet, { layout, page, labels, inset }: Wanted, read: string[]): Promise<number> {
  expect(Math.abs(sheet.width - page[0]), layout).toBeLessThan(NEAR)
  expect(Math.abs(sheet.height - page[1]), layout).toBeLessThan(NEAR)
  const codes = await sheet.zxing()
  const used = labels.slice(0, codes.length)
  let smallest = Infinity
  for (const area of used) {
    const code = codes.find((one) => isInside(one.area, area))
    if (code === undefined) throw new Error(`No code on a label of ${layout}`)
    read.push(code.text)
    const module = (code.area.right - code.area.left) / MODULES
    smallest = Math.min(smallest, module)
    expect(module, layout).toBeGreaterThanOrEqual(0.4)
    // Four modules of white around it, less the softness of one edge.
    const quiet = grown(code.area, 4 * module - 0.15)
    expect(sheet.ink(quiet), layout).toEqual(expectNear(code.area))
    expect(sheet.jsqr(grown(code.area, 3 * module)), layout).toBe(code.text)
    // The band begins at the left inset and ends at the lower one; nothing at all comes nearer to an edge.
    const ink = sheet.ink(area)
    expect(ink?.left, `${layout} left`).toBeCloseTo(area.left + inset[0], 0)
    expect(Math.abs((ink?.left ?? 0) - area.left - inset[0]), `${layout} left`).toBeLessThan(NEAR)
    expect(Math.abs((ink?.bottom ?? 0) - area.bottom + inset[1]), `${layout} bottom`).toBeLessThan(NEAR)
    expect(ink?.top ?? 0, `${layout} top`).toBeGreaterThan(area.top + inset[1] - NEAR)
    expect(ink?.right ?? Infinity, `${layout} right`).toBeLessThan(area.right - inset[0] + NEAR)
  }
  // And nowhere between the labels is there any ink.
  const all = sheet.ink()
  expect(all?.left ?? 0, layout).toBeGreaterThanOrEqual(Math.min(...used.map(({ left }) => left)))
  expect(all?.top ?? 0, layout).toBeGreaterThanOrEqual(Math.min(...used.map(({ top }) => top)))
  expect(all?.right ?? 0, layout).toBeLessThanOrEqual(Math.max(...used.map(({ right }) => right)))
  expect(all?.bottom ?? 0, layout).toBeLessThanOrEqual(Math.max(...used.map(({ bottom }) => bottom)))
  return smallest
}

const isInside = (inner: Area, outer: Area) =>
  inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom

const grown = ({ left, top, right, bottom }: Area, by: number): Area => ({
  left: left - by,
  top: top - by,
  right: right + by,
  bottom: bottom + by,
})

/** Two readers of edges agree to a few tenths of a millimetre. */
const expectNear = ({ left, top, right, bottom }: Area) => ({
  left: expect.closeTo(left, 0),
  top: expect.closeTo(top, 0),
  right: expect.closeTo(right, 0),
  bottom: expect.closeTo(bottom, 0),
})

describe('a printing that goes wrong', () => {
  test('A steward says by keyboard alone which badges did not come out, and prints just those again', async () => {
    const { page, kiosk, errors } = await openHall(browser, { duty: 'sign-in' })
    invite(kiosk, ['Ann One', 'Bea Two', 'Cat Three'])
    await keepPrints(page)
    await unlock(page, keyboard, 'steward')
    await keyboard.press(page, 'More', 'link')
    await keyboard.press(page, /^Badges/, 'link')
    await page.getByRole('heading', { name: 'Badges', exact: true }).waitFor()
    await keyboard.choose(page, /^A4 sheets of 10/)
    await keyboard.press(page, 'Print 3 badges')
    await page.getByText('3 badges went to the printer.').waitFor()
    await keyboard.press(page, 'Not all came out')
    await page.getByRole('table', { name: 'Print log' }).waitFor()
    await expectAccessible(page, 'print log')
    await keyboard.press(page, /^Look through 3 badges, Ann One to Bea Two/)
    await page.getByRole('dialog').waitFor()
    await expectAccessible(page, 'one printing')
    await keyboard.choose(page, /^Bea Two/, 'checkbox')
    await keyboard.press(page, 'Print 1 badge again')
    await page.getByText('1 badge went to the printer again.').waitFor()
    expect((await printedWords(page, 1)).join(' ')).toContain('Bea Two')
    expect((await printedWords(page, 1)).join(' ')).not.toContain('Ann')
    await page.getByText('1 of 3 did not come out').waitFor()
    expect(stationOf(kiosk).badges.log({ search: '', offset: 0, limit: 10 })).toMatchObject({
      total: 2,
      items: [
        { why: 'again', badges: 1, failed: 0 },
        { why: 'all', badges: 3, failed: 1, layout: 'sheet-10' },
      ],
    })
    expect(stationOf(kiosk).check()).toMatchObject({ sound: true })
    expect(errors).toEqual([])
  })
})

describe('badges as people arrive', () => {
  test('Everybody who signs in gets their badge once, and a printer that fails holds nobody up', async () => {
    const { page, kiosk, errors } = await openHall(browser, { duty: 'sign-in' })
    const names = ['Ann One', 'Bea Two', 'Cat Three', 'Dan Four', 'Eve Five']
    const codes = [...invite(kiosk, names).values()]
    const [late = '', next = ''] = [...invite(kiosk, ['Fay Late', 'Gus Next']).values()]
    const station = stationOf(kiosk)
    station.changeDoor({ badges: { layout: 'roll-62', onSignIn: true, printer: '' } })
    await keepPrints(page)
    await unlock(page, hands, 'steward')
    await page.getByLabel('Find by name or organisation').waitFor()

    // Five badges are held before the scanner within a second.
    for (const code of codes) await scan(page, code)
    await expect.poll(() => printsOf(page)).toBe(5)
    const printed = await Promise.all([0, 1, 2, 3, 4].map((at) => printedWords(page, at)))
    expect(printed.map((words) => names.find((name) => words.join(' ').includes(name)))).toEqual(names)
    // One scanned again is here already; a look at another page and back prints nothing either.
    await scan(page, codes[0] ?? '')
    await page
      .getByText(/^Already signed in/)
      .first()
      .waitFor()
    await hands.press(page, 'More', 'link')
    await hands.press(page, 'Back to the desk')

    // The printer is gone: the badge of the late one fails, and the next is signed in meanwhile.
    await breakPrinter(page, true)
    await scan(page, late)
    const notice = page.getByRole('region', { name: 'Badges that did not print' })
    await notice.getByText('The badge of Fay Late did not print.').waitFor()
    await expectAccessible(page, 'a badge that did not print')
    await breakPrinter(page, false)
    await scan(page, next)
    await page.getByRole('heading', { name: 'Gus Next' }).waitFor()
    await expect.poll(() => printsOf(page)).toBe(6)
    await hands.press(page, 'Print again')
    await expect.poll(() => printsOf(page)).toBe(7)
    expect((await printedWords(page, 6)).join(' ')).toContain('Fay Late')
    await notice.waitFor({ state: 'hidden' })
    // What came of a printing is written down when it is over.
    const log = () => station.badges.log({ search: '', offset: 0, limit: 20 })
    await expect.poll(() => log().total).toBe(8)
    const { items } = log()
    expect(items.filter(({ failed }) => failed > 0).map(({ first }) => first.name)).toEqual(['Fay Late'])
    expect(station.signIn.counts().here).toBe(7)

    // Somebody who is not on the list gets a badge as well.
    await hands.press(page, 'Not on the list')
    await hands.write(page, 'Name', kwame.name)
    await hands.press(page, /^(Add and sign in|Sign in|Sign them in)/)
    await expect.poll(() => printsOf(page)).toBe(8)
    expect((await printedWords(page, 7)).join(' ')).toContain('Kwame')
    expect(errors).toEqual([])
  })
})
