/** Pledge cards and action sheets: printed with codes that any reader reads, and entered afterwards by the keyboard alone. */
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Station } from '../../electron/station/app/station.ts'
import { readCard } from '../../shared/domain/paper-card.ts'
import { formatReference } from '../../shared/domain/reference.ts'
import { openBrowser, screenSizes, takePicture } from '../support/browser.ts'
import { openHall } from '../support/hall.ts'
import { expectAccessible } from '../support/look.ts'
import { readPaper, readWords } from '../support/paper.ts'
import { keepPrints, paperOfPrint, printsOf } from '../support/printing.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { openReadyKiosk } from '../support/test-client.ts'
import { A_CARD, A_SHEET, ewa, handClock, organiser } from '../support/test-station.ts'
import { keyboard, pointer, scan, unlock, visit } from './steps.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const hands = pointer()
const NOW = '2023-12-12T15:00:00.000Z'

/** A tablet at the pledges in the afternoon, or the organiser's, with Ewa on the list. */
async function openTablet(duty: 'pledges' | 'organiser' = 'pledges') {
  const folder = join(tempFolder(), 'station')
  const before = await openReadyKiosk(folder, duty, { now: handClock('2023-12-12T08:55:00.000Z') })
  before.station()?.signIn.add(organiser, ewa)
  before.close()
  const hall = await openHall(browser, { folder, now: NOW })
  const station: Station | null = hall.kiosk.station()
  if (station === null) throw new Error('The tablet is not set up')
  return { ...hall, station }
}

/** At the cards, by way of the staff room. */
async function goToCards(page: Page) {
  await page.getByRole('button', { name: 'Make your pledge' }).waitFor()
  await visit(page, '/staff')
  await unlock(page, hands, 'steward')
  await hands.press(page, 'Pledge cards and action sheets', 'link')
  await page.getByRole('heading', { name: 'Print cards and sheets' }).waitFor()
}

/** Every picture of the page at the four sizes; nothing reaches beyond the right edge. */
async function lookAtAllSizes(page: Page, name: string) {
  const before = page.viewportSize()
  for (const [size, box] of Object.entries(screenSizes)) {
    await page.setViewportSize(box)
    expect([
      name,
      size,
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ]).toEqual([name, size, 0])
    await takePicture(page, `${name}-${size}`)
  }
  if (before !== null) await page.setViewportSize(before)
}

describe('cards and sheets that are printed', () => {
  test('printed pledge cards and action sheets each have a code of their own, which any reader reads, with the event’s own words', async () => {
    const { page, station, errors } = await openTablet()
    await keepPrints(page)
    await goToCards(page)
    await expectAccessible(page, 'cards, print')
    await lookAtAllSizes(page, 'cards-print')
    await hands.pick(page, 'How many cards', '8 cards')
    await hands.press(page, 'Print the cards')
    await expect.poll(() => printsOf(page)).toBe(1)
    await page.getByText('2 pages went to the printer').waitFor()
    const four = await readPaper(await paperOfPrint(page, 0))
    expect(four).toHaveLength(2)
    const codes: string[] = []
    for (const sheet of four) {
      expect([Math.round(sheet.width), Math.round(sheet.height)]).toEqual([210, 297])
      const found = await sheet.zxing()
      expect(found).toHaveLength(4)
      const words = sheet.text.replaceAll(/\s+/g, ' ')
      for (const { text, area } of found) {
        const read = readCard(text, 'NEC')
        const code = read.kind === 'card' ? read.card : read.kind
        codes.push(code)
        // What is typed where no scanner is, is the same.
        expect(words).toContain(`NEC-${code.slice(0, 3)}-${code.slice(3)}`)
        expect(
          sheet.jsqr({ left: area.left - 3, top: area.top - 3, right: area.right + 3, bottom: area.bottom + 3 }),
        ).toBe(text)
      }
      for (const { title } of station.event().pack.pledgeTypes) expect(words.split(title).length).toBeGreaterThan(4)
      expect(words.split('You may show my name').length).toBe(5)
      const ink = sheet.ink()
      expect(ink?.left).toBeGreaterThan(9)
      expect(ink?.right).toBeLessThan(201)
      expect(ink?.bottom).toBeLessThan(288)
    }
    expect(new Set(codes).size).toBe(8)
    for (const code of codes) expect(station.cards.look(code)).toMatchObject({ code: 'card', entries: [] })

    // A printer with Letter in it gets as many pages, with everything on them.
    for (const sheet of await readPaper(await paperOfPrint(page, 0, 'Letter'))) {
      expect([Math.round(sheet.width), Math.round(sheet.height)]).toEqual([216, 279])
      expect(await sheet.zxing()).toHaveLength(4)
      expect(sheet.text.replaceAll(/\s+/g, ' ').split('the privacy notice is at the desk').length).toBe(5)
      expect(sheet.ink()?.bottom).toBeLessThan(271)
    }
    expect(await readWords(await paperOfPrint(page, 0, 'Letter'))).toHaveLength(2)

    // Nothing on a card is cut off, whichever size.
    await hands.pick(page, 'How large', 'Two on a page')
    await hands.press(page, 'Print the cards')
    await expect.poll(() => printsOf(page)).toBe(2)
    const two = await readPaper(await paperOfPrint(page, 1))
    expect(two).toHaveLength(4)
    expect(await two[0]?.zxing()).toHaveLength(2)

    await hands.choose(page, /Action sheets/)
    await page.getByText('24 pages').waitFor()
    await hands.pick(page, 'Table', 'Table 7')
    await page.getByText('2 pages').waitFor()
    await expectAccessible(page, 'cards, print a sheet')
    await takePicture(page, 'cards-print-sheet')
    await hands.press(page, 'Print the sheets')
    await expect.poll(() => printsOf(page)).toBe(3)
    const sheets = await readPaper(await paperOfPrint(page, 2))
    expect(sheets.map(({ width, height }) => `${Math.round(width)} × ${Math.round(height)}`)).toEqual([
      '297 × 210',
      '297 × 210',
    ])
    expect((await readWords(await paperOfPrint(page, 2, 'Letter'))).map(({ width }) => Math.round(width))).toEqual([
      279, 279,
    ])
    const [first, second] = sheets
    const [code] = (await first?.zxing()) ?? []
    expect(readCard(code?.text ?? '', 'NEC')).toMatchObject({
      kind: 'card',
      place: { session: 'workshop-1', table: 'table-7' },
    })
    expect((await second?.zxing())?.[0]?.text).toBe(code?.text)
    const words = sheets.map(({ text }) => text.replaceAll(/\s+/g, ' '))
    expect(words[0]).toContain('Table 7: our actions')
    expect(words[0]).toContain('page 1 of 2')
    for (const { words: question } of station.event().pack.programme.find(({ id }) => id === 'workshop-1')?.questions ??
      [])
      expect(words[1]).toContain(question)
    expect(errors).toEqual([])
  })

  test('a page of cards and a sheet of any session cut nothing off, at any size', async () => {
    const { page, station } = await openTablet()
    await keepPrints(page)
    await goToCards(page)
    const cutOff = async (printing: number) => {
      await expect.poll(() => printsOf(page)).toBe(printing + 1)
      await page.emulateMedia({ media: 'print' })
      const cut = await page.evaluate((which) => {
        const sheet = window.printedSheets[which]
        if (!(sheet instanceof Element)) return ['nothing was printed']
        document.body.append(sheet)
        sheet.classList.add('printing')
        const all = [...sheet.querySelectorAll('.cards-card, .cards-sheet')]
        const out = all.flatMap((card) =>
          card.scrollHeight > card.clientHeight + 1 || card.scrollWidth > card.clientWidth + 1
            ? [`${card.scrollHeight} of ${card.clientHeight}, ${card.scrollWidth} of ${card.clientWidth}`]
            : [],
        )
        // There is room for three lines of a promise at least.
        const narrow = [...sheet.querySelectorAll('.cards-words')].filter((words) => words.clientHeight < 3 * 26)
        sheet.remove()
        return all.length === 0 ? ['there is no card'] : [...out, ...narrow.map(() => 'too few lines')]
      }, printing)
      await page.emulateMedia({ media: null })
      return cut
    }
    let printing = 0
    for (const size of ['Four', 'Two', 'One']) {
      await hands.pick(page, 'How many cards', '8 cards')
      await hands.pick(page, 'How large', size)
      await hands.press(page, 'Print the cards')
      expect([size, await cutOff(printing)]).toEqual([size, []])
      printing += 1
    }
    await hands.choose(page, /Action sheets/)
    await hands.pick(page, 'Table', 'Table 7')
    for (const { title, kind } of station.event().pack.programme) {
      if (kind !== 'workshop') continue
      await hands.pick(page, 'Session', title)
      await hands.press(page, 'Print the sheets')
      expect([title, await cutOff(printing)]).toEqual([title, []])
      printing += 1
    }
  })
})

/** A person's keys: what comes faster is taken for a scanner. Milliseconds between two. */
const PERSON = { delay: 45 }

describe('entering them afterwards', () => {
  test('pledge cards are entered by the keyboard alone, dated to what stands on them, and a card is entered once', async () => {
    const { page, station, errors } = await openTablet()
    await goToCards(page)
    await keyboard.press(page, 'Enter cards', 'link')
    await page.getByRole('heading', { name: 'Enter pledge cards' }).waitFor()
    await expectAccessible(page, 'cards, enter, empty')
    const isAt = (id: string) => page.locator(`#card-${id}:focus`).waitFor()
    const type = async (text: string) => page.keyboard.type(text, PERSON)
    const enter = () => page.keyboard.press('Enter')

    // A card of nobody's: its code, the time on it, the first kind, the words, four of them, and Enter to the end.
    await isAt('code')
    await type('nec-2wb-s96d')
    await enter()
    await isAt('day')
    await enter()
    await isAt('time')
    await type('9.40')
    await enter()
    await isAt('type')
    await type('1')
    await enter()
    await isAt('wording')
    await type('Two weeks in our workshop')
    await enter()
    await isAt('quantity')
    await type('4')
    await enter()
    await type('by Easter')
    await page.getByText(/That is .*2024/).waitFor()
    await enter()
    await isAt('priority')
    await enter()
    await isAt('name')
    for (const field of ['organisation', 'sector', 'showName', 'mayContact', 'email']) {
      await enter()
      await isAt(field)
    }
    await enter()
    await page.getByText('2WB-S96D is entered.').waitFor()
    await page.getByRole('heading', { name: 'Entered so far: 1', exact: true }).waitFor()
    const [first] = station.cards.entered({ offset: 0, limit: 1 }).items
    expect(first).toMatchObject({
      kind: 'pledge',
      pledge: {
        reference: A_CARD,
        type: 'work-experience',
        wording: 'Two weeks in our workshop',
        quantity: 4,
        timescale: 'by Easter',
        made: '2023-12-12T09:40:00.000Z',
        byKind: 'anonymous',
        showName: false,
        mayContact: false,
        origin: 'paper',
      },
    })

    // The same card once more: it is noticed as soon as its code is there.
    await isAt('code')
    await type('2WBS96D')
    await page.getByText(/2WB-S96D was entered before, at West door: “Two weeks in our workshop”/).waitFor()
    await expectAccessible(page, 'cards, enter, entered before')
    await lookAtAllSizes(page, 'cards-before')
    await keyboard.press(page, 'Show it, to change it')
    await page.getByRole('form', { name: 'A card that is put right' }).waitFor()
    await keyboard.write(page, 'How many', '5')
    await keyboard.write(page, 'Name', 'Ewa')
    await page.getByRole('option', { name: /Ewa Kaur/ }).waitFor()
    await page.keyboard.press('ArrowDown')
    await enter()
    await page.getByText('On the list', { exact: true }).waitFor()
    await keyboard.choose(page, 'Ticked: show my name', 'checkbox')
    await takePicture(page, 'cards-change')
    await page.keyboard.press('Control+Enter')
    await page.getByText('2WB-S96D is entered.').waitFor()
    expect(station.cards.entered({ offset: 0, limit: 5 })).toMatchObject({
      total: 1,
      items: [{ pledge: { quantity: 5, name: 'Ewa Kaur', showName: true, mayContact: false } }],
    })

    // Undone at once, and brought back from the list.
    await keyboard.press(page, 'Undo')
    await page.getByText('2WB-S96D is taken back.').waitFor()
    await page.getByText('Taken back', { exact: true }).waitFor()
    await keyboard.press(page, 'Bring back: 2WB-S96D')
    await page.getByText('2WB-S96D stands again.').waitFor()

    // What is wrong is said at its field.
    await keyboard.write(page, 'Code on the card', '2WB-S69D')
    await keyboard.write(page, /^Time on it/, '16:30')
    await keyboard.write(page, 'Name', 'Somebody New')
    await page.keyboard.press('Control+Enter')
    await page.getByText('One letter or digit is not as on the card').first().waitFor()
    await page.getByText('That time has not come yet').first().waitFor()
    await page.getByText('Write where they work, or choose them from the list').first().waitFor()
    await expectAccessible(page, 'cards, enter, what is wrong')
    await takePicture(page, 'cards-wrong')
    expect(station.cards.entered({ offset: 0, limit: 5 }).total).toBe(1)
    expect(errors).toEqual([])
  })

  test('a sheet whose code is scanned knows its table; its lines become the table’s actions and ideas', async () => {
    const { page, station, errors } = await openTablet()
    await goToCards(page)
    await hands.press(page, 'Enter sheets', 'link')
    await page.getByRole('heading', { name: 'Enter action sheets' }).waitFor()
    await expectAccessible(page, 'cards, sheets, empty')
    await page.locator('#line-code:focus').waitFor()
    // A tablet that is busy has looked up what it has of the code while the scanner is still typing.
    const looked = page.waitForResponse((answer) => answer.url().includes('/cards/look'))
    await page.keyboard.type(`pledge-kiosk:NEC-${A_SHEET}:workshop-1:table-1`)
    await looked
    await page.keyboard.type('2')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByLabel('Table', { exact: true }).inputValue()).toBe('table-12')
    await expect.poll(() => page.getByLabel('Code on the sheet').inputValue()).toBe(`NEC-${formatReference(A_SHEET)}`)
    await keyboard.write(page, 'Code on the sheet', '')
    await scan(page, `pledge-kiosk:NEC-${A_SHEET}:workshop-1:table-7`)
    await expect.poll(() => page.getByLabel('Table', { exact: true }).inputValue()).toBe('table-7')
    // The session's time is offered.
    await expect.poll(() => page.getByLabel(/^Time on it/).inputValue()).toBe('11:45')
    await keyboard.write(page, 'What will happen', 'Free leisure passes')
    await keyboard.write(page, 'Who will see to it', 'Head of Sport')
    await page.keyboard.press('Control+Enter')
    await page.getByText('65X-5RQ2, action 1 is entered.').waitFor()
    await expect.poll(() => page.getByLabel('Line', { exact: true }).inputValue()).toBe('2')
    await keyboard.write(page, 'What will happen', 'A bus to the pool')
    await page.keyboard.press('Control+Enter')
    await page.getByText('65X-5RQ2, action 2 is entered.').waitFor()
    await page.getByLabel('Part of the sheet').selectOption({ index: 1 })
    await keyboard.write(page, 'The idea', 'A film')
    await expectAccessible(page, 'cards, sheets, an idea')
    await page.keyboard.press('Control+Enter')
    await page.getByText('65X-5RQ2, idea 1 is entered.').waitFor()
    await lookAtAllSizes(page, 'cards-sheets')
    const { actions, ideas } = station.workshops.table({ session: 'workshop-1', table: 'table-7' })
    expect(actions.map(({ title, made, origin }) => ({ title, made, origin }))).toEqual([
      { title: 'Free leisure passes', made: '2023-12-12T11:45:00.000Z', origin: 'paper' },
      { title: 'A bus to the pool', made: '2023-12-12T11:45:00.000Z', origin: 'paper' },
    ])
    expect(ideas).toMatchObject([{ text: 'A film', origin: 'paper' }])
    expect(errors).toEqual([])
  })

  test('a card from before a kind and a priority were closed is entered by the numbers on it, and one printed after offers neither', async () => {
    const { page, station, errors } = await openTablet()
    const { pack } = station.event()
    await keepPrints(page)
    await goToCards(page)
    const printCards = async (printing: number) => {
      await hands.pick(page, 'How many cards', '8 cards')
      await hands.press(page, 'Print the cards')
      await expect.poll(() => printsOf(page)).toBe(printing + 1)
      const [sheet] = await readPaper(await paperOfPrint(page, printing))
      return { sheet, words: sheet?.text.replaceAll(/\s+/g, ' ') ?? '' }
    }
    const [kind, other] = pack.pledgeTypes
    const [priority] = pack.priorities
    const session = pack.programme.find(({ id }) => id === 'workshop-1')
    const [question, asked] = session?.questions ?? []
    const table = pack.tables[6]
    if (kind === undefined || other === undefined || priority === undefined || table === undefined)
      throw new Error('The pack has them')
    const { sheet, words } = await printCards(0)
    expect(words).toContain(`1 ${kind.title}`)
    expect(words).toContain(`1 ${priority.label}`)
    const [code] = (await sheet?.zxing()) ?? []
    const read = readCard(code?.text ?? '', pack.code)
    const card = read.kind === 'card' ? read.card : ''
    await hands.choose(page, /Action sheets/)
    await hands.pick(page, 'Table', table.name)
    await hands.press(page, 'Print the sheets')
    await expect.poll(() => printsOf(page)).toBe(2)
    const [paper] = await readPaper(await paperOfPrint(page, 1))
    const onSheet = readCard((await paper?.zxing())?.[0]?.text ?? '', pack.code)
    const sheetCode = onSheet.kind === 'card' ? onSheet.card : ''

    // At half past ten the kind, the priority, the table and one of its questions are closed.
    const shut = <Part extends { id: string }>(parts: readonly Part[], id: string | undefined) =>
      parts.map((part) => (part.id === id ? { ...part, closed: true } : part))
    station.loadEvent(
      {
        ...pack,
        pledgeTypes: shut(pack.pledgeTypes, kind.id),
        priorities: shut(pack.priorities, priority.id),
        tables: shut(pack.tables, table.id),
        programme: pack.programme.map((one) => ({ ...one, questions: shut(one.questions, question?.id) })),
      },
      false,
    )
    await expect
      .poll(() => page.getByLabel('Table', { exact: true }).getByText(table.name, { exact: true }).count())
      .toBe(0)
    await hands.pick(page, 'Table', pack.tables[7]?.name ?? '')
    await hands.press(page, 'Print the sheets')
    await expect.poll(() => printsOf(page)).toBe(3)
    const later = (await readPaper(await paperOfPrint(page, 2)))
      .map(({ text }) => text.replaceAll(/\s+/g, ' '))
      .join(' ')
    expect(later).not.toContain(question?.words)
    expect(later).toContain(asked?.words)
    expect(later).not.toContain(priority.title)
    await hands.choose(page, /Pledge cards/)
    const { words: after } = await printCards(3)
    expect(after).not.toContain(kind.title)
    expect(after).toContain(`2 ${other.title}`)
    expect(after).not.toContain(`1 ${priority.label}`)

    // The card from before, by the numbers that stand on it.
    await hands.press(page, 'Enter cards', 'link')
    await hands.write(page, 'Code on the card', formatReference(card))
    await hands.write(page, /^Time on it/, '9:40')
    await page.locator('#card-type').focus()
    await page.keyboard.type('1', PERSON)
    await page.locator('#card-priority').focus()
    await page.keyboard.type('1', PERSON)
    await hands.write(page, 'What they promise', 'Two weeks in our workshop')
    await takePicture(page, 'cards-closed-kind')
    await hands.press(page, 'Enter this card')
    await page.getByText(`${formatReference(card)} is entered.`).waitFor()
    expect(station.cards.entered({ offset: 0, limit: 1 }).items[0]).toMatchObject({
      pledge: { type: kind.id, priority: priority.id, reference: card },
    })
    // And the sheet of the closed table: its code is typed, and says whose it is.
    await hands.press(page, 'Enter sheets', 'link')
    await hands.write(page, 'Code on the sheet', formatReference(sheetCode))
    await page.getByLabel('What will happen').focus()
    await expect.poll(() => page.getByLabel('Table', { exact: true }).inputValue()).toBe(table.id)
    expect(await page.getByLabel('Session', { exact: true }).inputValue()).toBe('workshop-1')
    await hands.write(page, 'What will happen', 'Free leisure passes')
    await page.locator('#line-priority').focus()
    await page.keyboard.type('1', PERSON)
    await takePicture(page, 'cards-closed-table')
    await hands.press(page, 'Enter this line')
    await page.getByText(`${formatReference(sheetCode)}, action 1 is entered.`).waitFor()
    expect(station.workshops.table({ session: 'workshop-1', table: table.id }).actions).toMatchObject([
      { title: 'Free leisure passes', priority: priority.id },
    ])
    expect(errors).toEqual([])
  })

  test('the organiser has them too, and sees in the lists and the history what came from paper', async () => {
    const { page, errors } = await openTablet('organiser')
    await unlock(page, hands, 'organiser')
    await hands.press(page, 'On paper', 'link')
    await page.getByRole('heading', { name: 'Print cards and sheets' }).waitFor()
    await expectAccessible(page, 'cards, organiser')
    await hands.press(page, 'Enter cards', 'link')
    await hands.write(page, 'Code on the card', A_CARD)
    await hands.write(page, /^Time on it/, '9:40')
    await hands.pick(page, 'Kind', '1 Work experience')
    await hands.write(page, 'What they promise', 'Two weeks in our workshop')
    await takePicture(page, 'cards-organiser')
    await hands.press(page, 'Enter this card')
    await page.getByText('2WB-S96D is entered.').waitFor()
    await hands.press(page, 'Pledges', 'link')
    await page.getByText('From paper', { exact: true }).waitFor()
    await hands.press(page, /^NEC-2WB-S96D/)
    await page.getByText('On paper, 2WB-S96D; entered').waitFor()
    await page.getByText('on a printed card or sheet').waitFor()
    await takePicture(page, 'cards-history')
    expect(errors).toEqual([])
  })
})
