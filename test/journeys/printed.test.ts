/** What is printed of a full house: 250 people with names as people have them, on A4 and on Letter, without colours, read back from the paper. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Kiosk } from '../../electron/station/app/kiosk.ts'
import { nameOnLine } from '../../renderer/duties/sign-in/roll-call/roll-pages.ts'
import { inSurnameOrder } from '../../shared/domain/name-order.ts'
import { inventedPeople } from '../fixtures/people.ts'
import { REHEARSAL_SECRETS } from '../../shared/domain/rehearsal.ts'
import { openBrowser, takePicture } from '../support/browser.ts'
import { greyPng } from '../support/grey-png.ts'
import { openHall } from '../support/hall.ts'
import { expectAccessible } from '../support/look.ts'
import { readPaper, readWords, type Sheet } from '../support/paper.ts'
import { keepPrints, keepPrintsHere, paperOfPrint, placesOn, printsOf } from '../support/printing.ts'
import { ewa, organiser, shippedPack, steward } from '../support/test-station.ts'
import { changeDuty, pointer, unlock, visit } from './steps.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const hands = pointer()

const HARD = [
  'Featherstonehaugh-Cholmondeley-Warner-Majoribanks',
  `${'Anastasia Wilhelmina '.repeat(5)}Montague`,
  'Jan van der Berg',
  'Jill Gray OBE',
  'Siân O’Brien',
  'Łukasz Żółkiewski',
  'Nguyễn Thị Hương',
  'Oluwaseun Adébáyọ̀',
  '王小明',
  'فاطمة الزهراء',
  'Zoë 🎉 Zane',
  'Ng',
]
/** Black, three times as wide as it is high. */
const MARK = `data:image/png;base64,${Buffer.from(
  greyPng({ data: new Uint8ClampedArray(60 * 20 * 4), width: 60, height: 20 }),
).toString('base64')}`

/** In Vithkuqi and in Toto, which no tablet and no machine that tests has a font for. */
const RARE = ['\u{10570}\u{10571}\u{10572}', '\u{1e290}\u{1e291}'] as const

const NEEDS = [
  'Uses a wheelchair: needs the evacuation chair',
  'Does not hear alarms: please touch her on the shoulder and show her the way out; lip-reads, so do face her when you speak, and write it down if there is smoke',
  'Walks with two sticks',
  'Visually impaired, with a guide dog',
  'Anxious in crowds',
  'Carries an oxygen bottle',
]

function fill(kiosk: Kiosk) {
  const station = kiosk.station()
  if (station === null) throw new Error('It is not set up')
  const people = [
    ...inventedPeople({ count: 250 - HARD.length, seed: 16, tables: 24 }),
    ...HARD.map((name, index) => ({ ...ewa, name, table: index === 0 ? 'Blue Room, table 12' : `Table ${index + 1}` })),
  ]
  station.batch(() => {
    for (const [index, person] of people.entries()) {
      const id = station.signIn.add(organiser, { ...ewa, ...person, email: '' })
      station.signIn.signIn(steward, id)
      const need = index % 21 === 20 ? NEEDS[((index / 21) % NEEDS.length) | 0] : undefined
      if (need !== undefined) station.signIn.recordNeeds(steward, id, { access: need, dietary: '' })
    }
  })
  return { station, people }
}

async function save(name: string, sheets: readonly Sheet[]): Promise<void> {
  const folder = join(import.meta.dirname, '../../test-results/paper')
  await mkdir(folder, { recursive: true })
  for (const at of new Set([0, 1, sheets.length - 1])) {
    const sheet = sheets[at]
    if (sheet !== undefined) await writeFile(join(folder, `${name}-${at + 1}.png`), sheet.grey())
  }
}

const wordsOf = ({ text }: Sheet): string => text.replaceAll(/\s+/g, ' ')

async function openDoor(page: Page): Promise<void> {
  await keepPrints(page)
  await unlock(page, hands, 'steward')
  await page.getByRole('heading', { name: 'Sign-in desk' }).waitFor()
}

const ROLL = { sheet: '.roll-paper', margin: 12 }
const PAPERS = { A4: { width: 210, height: 297 }, Letter: { width: 216, height: 279 } } as const

/** Where each of these stands in the text, one after the other; -1 from the first on that does not come. */
function inTurn(text: string, wanted: readonly string[]): number[] {
  let from = 0
  return wanted.map((words) => {
    const at = from < 0 ? -1 : text.indexOf(words, from)
    from = at < 0 ? -1 : at + words.length
    return at
  })
}

const bare = (text: string): string => text.replaceAll(/[\s]/gu, '')

describe('a full house on paper', () => {
  test('who needs help stands first on the printed roll, everybody once by surname, and found people’s boxes are ticked', async () => {
    const { page, kiosk, errors } = await openHall(browser, { duty: 'sign-in' })
    const { station } = fill(kiosk)
    await openDoor(page)
    await visit(page, '/roll-call')
    // For the clipboard, before anything has happened: nothing is begun by it.
    await hands.press(page, 'Print for a clipboard')
    await expect.poll(() => printsOf(page)).toBe(1)
    expect(station.rollCalls.state().open).toBeNull()

    const { rollCall } = station.rollCalls.start(steward, 'Uma Warden', null)
    const roll = station.rollCalls.people({ rollCall: rollCall.id, cursor: null, from: null }).items
    for (const [index, { id }] of roll.entries()) {
      if (index % 3 === 0)
        station.rollCalls.tick(steward, { rollCall: rollCall.id, delegate: id, ticked: true, by: 'Uma Warden' })
      else if (index % 50 === 1) station.signIn.signOut(steward, id)
    }
    await hands.press(page, 'Print it')
    await expect.poll(() => printsOf(page)).toBe(2)

    const people = inSurnameOrder(
      station.rollCalls.people({ rollCall: rollCall.id, cursor: null, from: null }).items,
    ).map(({ person }) => person)
    for (const [printing, size] of [
      [0, 'Letter'],
      [1, 'A4'],
    ] as const) {
      const sheets = await readPaper(await paperOfPrint(page, printing, size))
      await save(`roll-${printing === 0 ? 'clipboard' : 'called'}-${size}`, sheets)
      expect(sheets).toHaveLength(6)
      for (const [index, sheet] of sheets.entries()) {
        const words = wordsOf(sheet)
        expect(Math.abs(sheet.width - PAPERS[size].width)).toBeLessThan(1)
        expect(Math.abs(sheet.height - PAPERS[size].height)).toBeLessThan(1)
        for (const always of [
          `Page ${index + 1} of 6`,
          'our partnership event at the NEC',
          'The NEC (National Exhibition Centre)',
          'Found on this page:',
          'Time:',
          'Signature:',
          'destroy this paper',
        ])
          expect(words).toContain(always)
        if (index > 0) expect(words).toMatch(/Roll call.* continued.*Everybody, by surname \(continued\)/)
        const ink = sheet.ink()
        expect(ink?.left).toBeGreaterThan(11)
        expect(ink?.right).toBeLessThan(199)
        expect(ink?.bottom).toBeLessThan(267)
      }
      const numbers = await placesOn(page, printing, { ...ROLL, part: '[data-person]' })
      const perPage = sheets.map((_, at) => numbers.filter((one) => one.page === at).length)
      for (const count of perPage.slice(1, -1)) {
        expect(count).toBeGreaterThanOrEqual(45)
        expect(count).toBeLessThanOrEqual(50)
      }

      // Who needs help: before everybody else, on the first page, with their table and all that they need.
      const [first = ''] = sheets.map((sheet) => bare(sheet.text))
      const [beforeList = ''] = first.split('Everybody,bysurname')
      const needing = people.filter(({ access, presence }) => access !== '' && (printing === 0 || presence === 'here'))
      expect(needing.length).toBeGreaterThan(5)
      expect(
        inTurn(
          beforeList,
          needing.flatMap(({ name, table, access }) => [bare(name), bare(table), bare(access)]),
        ),
      ).not.toContain(-1)
      // Everybody, in one order, over all the pages.
      const all = sheets.map((sheet) => bare(sheet.text)).join('')
      const list = all.slice(all.indexOf('Everybody,bysurname'))
      const legible = people.filter(({ name }) => /^[\p{Script=Latin}\p{P} ]+$/u.test(name))
      const asPrinted = legible.map(({ name }) => {
        const { before, word, after } = nameOnLine(name)
        return bare(before + word + after)
      })
      const found = inTurn(list, asPrinted)
      expect(asPrinted.find((_, at) => found[at] === -1)).toBeUndefined()
      // A long name of a table is there to its end, in a line as high as any.
      expect(list).toContain('BlueRoom,table12')
      for (const { area } of await placesOn(page, printing, { ...ROLL, part: '.roll-paper-line' }))
        expect(area.bottom - area.top).toBeLessThan(4.9)
      // Marked in their line by a word and by a bar at its edge, which no background colour has to be printed for.
      expect(list.split('HELP')).toHaveLength(people.filter(({ access }) => access !== '').length + 1)
      const inkAtEdge = (part: string) =>
        placesOn(page, printing, { ...ROLL, part }).then((places) =>
          places.map(({ page: at, area: { top, bottom } }) =>
            sheets[at]?.ink({ left: 11.5, top: top + 1, right: 12.6, bottom: bottom - 1 }),
          ),
        )
      expect(await inkAtEdge('.roll-paper-line.helped')).not.toContain(null)
      expect(new Set(await inkAtEdge('.roll-paper-line:not(.helped)'))).toEqual(new Set([null]))
      // A drawn tick for whoever was found, a stroke for whoever has left, and an empty box for whoever is missing.
      const boxes = await placesOn(page, printing, { ...ROLL, part: '.roll-paper-line .roll-paper-tick' })
      expect(boxes).toHaveLength(250)
      expect(boxes.filter(({ data }) => data['stands'] === 'accounted')).toHaveLength(printing === 0 ? 0 : 84)
      for (const { page: at, area, data } of boxes) {
        const inside = sheets[at]?.ink({
          left: area.left + 1.1,
          top: area.top + 1.1,
          right: area.right - 1.1,
          bottom: area.bottom - 1.1,
        })
        expect([data['stands'], inside === null]).toEqual([data['stands'], data['stands'] === 'to-find'])
      }
    }
    expect(errors).toEqual([])
  })

  test('everything that is printed in a rehearsal says so on every page and every badge', async () => {
    const { page, errors } = await openHall(browser)
    await hands.press(page, 'Try it with a rehearsal crowd')
    await page.getByRole('button', { name: 'Make your pledge' }).waitFor()
    await changeDuty(page, hands, /^Sign-in/, REHEARSAL_SECRETS.pin)
    await hands.write(page, 'Steward PIN', REHEARSAL_SECRETS.pin)
    await hands.press(page, 'Unlock')
    await page.getByRole('region', { name: 'Answer' }).waitFor()
    await keepPrintsHere(page)
    await visit(page, '/roll-call')
    await hands.press(page, 'Print for a clipboard')
    await expect.poll(() => printsOf(page)).toBe(1)
    await visit(page, '/paper')
    await hands.press(page, 'Print the sheet')
    await expect.poll(() => printsOf(page)).toBe(2)
    await visit(page, '/badges')
    await hands.choose(page, /^A4 sheets of 10/)
    await hands.press(page, /^Print (1 to|[0-9]+ badges)/)
    await expect.poll(() => printsOf(page)).toBe(3)
    for (const printing of [0, 1]) {
      const pages = await readWords(await paperOfPrint(page, printing, 'Letter'))
      expect(pages.length).toBeGreaterThan(2)
      for (const { text, width, height } of pages) {
        expect(text.replaceAll(/\s+/g, ' ')).toContain('REHEARSAL – nobody here is real')
        expect([Math.round(width), Math.round(height)]).toEqual([216, 279])
      }
    }
    for (const { text } of await readWords(await paperOfPrint(page, 2))) {
      const badges = text.split('REHEARSAL').length - 1
      expect(badges).toBeGreaterThan(0)
      expect(badges).toBe(bare(text).split('ourpartnershipevent').length - 1)
    }
    expect(errors).toEqual([])
  })

  test('a badge has the given name largest, the table and the host’s mark; who cannot be drawn is named first, with what to do', async () => {
    const { page, kiosk, errors } = await openHall(browser, { duty: 'sign-in' })
    const station = kiosk.station()
    if (station === null) throw new Error('It is not set up')
    station.loadEvent({ ...shippedPack(), mark: MARK }, false)
    const names = ['Ewa Kaur', 'Zoë 🎉 Zane', RARE[0], 'Anastasia Wilhelmina Majoribanks-Montague', RARE[1], 'Dr Bo Li']
    for (const [index, name] of names.entries())
      station.signIn.add(steward, { ...ewa, name, table: index === 3 ? 'Blue Room, table 12' : String(index + 1) })
    await openDoor(page)
    for (const [path, heading] of [
      ['/badges', 'Badges'],
      ['/paper', 'Print the sign-in sheet'],
    ] as const) {
      await visit(page, path)
      await page.getByRole('heading', { name: heading, exact: true }).waitFor()
      await page.getByText(/^This tablet cannot draw 2 names: it has no font for rare letters\./).waitFor()
      await page.getByText(/\[rare letters\], Elmdon House, Table 3/).waitFor()
      await page.getByText(/write it on by hand/).waitFor()
      await takePicture(page, `undrawn${path.replace('/', '-')}`)
    }
    await expectAccessible(page, 'paper, names that cannot be drawn')
    await visit(page, '/badges')
    for (const [index, choice] of [/^A6 cards/, /^62 mm label roll/, /^A4 sheets of 8/, /^A4 sheets of 10/].entries()) {
      await hands.choose(page, choice)
      await hands.pick(page, 'Whose badges?', 'Everybody')
      await hands.press(page, 'Print 6 badges')
      await expect.poll(() => printsOf(page)).toBe(index + 1)
      await page.getByText(/went to the printer/).waitFor()
      const lines = await page.evaluate((at) => {
        const sheet = window.printedSheets[at]
        return sheet instanceof Element
          ? [...sheet.querySelectorAll('text')].map((text) => ({
              part: text.dataset['part'] ?? '',
              size: Number(text.getAttribute('font-size')),
              words: text.textContent,
            }))
          : []
      }, index)
      const largest = Math.max(...lines.map(({ size }) => size))
      expect(lines.filter(({ size }) => size === largest).map(({ part }) => part)).toContain('given')
      for (const { part, size } of lines.filter((line) => line.words === 'Ewa'))
        expect([part, size > 6]).toEqual(['given', true])
      const sheets = await readPaper(await paperOfPrint(page, index))
      await save(`badges-${index}`, sheets)
      const all = bare(sheets.map(({ text }) => text).join(' '))
      for (const words of ['Table1', 'Table3', 'BlueRoom,table12', 'Majoribanks-Montague', 'ZoëZane', 'DrBoLi'])
        expect(all, words).toContain(words)
      // The mark is on the paper: nothing but it is at the upper left corner.
      const [first] = sheets
      if (index < 2) expect(first?.ink({ left: 3, top: 3.5, right: 12, bottom: 12 })).not.toBeNull()
    }
    await visit(page, '/paper')
    await hands.press(page, 'Print the sheet')
    await expect.poll(() => printsOf(page)).toBe(5)
    const [sheet] = await readWords(await paperOfPrint(page, 4, 'Letter'))
    expect(sheet?.text).toContain('[rare letters]')
    expect(sheet?.text).toMatch(/Zoë Zane/)
    expect(errors).toEqual([])
  })
})
