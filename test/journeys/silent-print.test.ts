/** Badges without a dialog: a steward chooses a printer, and every badge goes straight to it; or does not, and nobody waits. */
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Kiosk } from '../../electron/station/app/kiosk.ts'
import type { Station } from '../../electron/station/app/station.ts'
import { openBrowser, takePicture } from '../support/browser.ts'
import { openDesktopHall, type PrintJob } from '../support/desktop-hall.ts'
import { openHall } from '../support/hall.ts'
import { readPaper } from '../support/paper.ts'
import { keepPrintsHere, printsOf } from '../support/printing.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { openTestKiosk, setUpAnswers } from '../support/test-client.ts'
import { ewa, kwame, shippedPack, steward } from '../support/test-station.ts'
import { expectAccessible } from '../support/look.ts'
import { keyboard, pointer, scan, unlock } from './steps.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const hands = pointer()
const labels = { name: 'Brother_QL_820NWB', displayName: 'Brother QL-820NWB', description: '', options: {} }
const office = { name: 'office', displayName: 'Office upstairs', description: '', options: {} }

/** After how long without an answer a printing is given up (electron/desktop/printing.ts). Milliseconds. */
const PRINTING = 60_000

const stationOf = (kiosk: Kiosk) => {
  const station = kiosk.station()
  if (station === null) throw new Error('The tablet is not set up')
  return station
}
const invite = (kiosk: Kiosk, name: string) => {
  const { signIn } = stationOf(kiosk)
  return signIn.badge(signIn.add(steward, { ...ewa, name }))
}

/** A door where everybody's badge goes to the label printer. */
async function openDoor({
  door = {},
  ...options
}: Parameters<typeof openDesktopHall>[1] & { door?: Parameters<Station['changeDoor']>[0] } = {}) {
  const folder = join(tempFolder(), 'station')
  const before = openTestKiosk(folder)
  await before.setUp({ ...setUpAnswers, pack: shippedPack(), duty: 'sign-in' })
  stationOf(before).changeDoor({ badges: { layout: 'roll-62', onSignIn: true, printer: labels.name }, ...door })
  before.close()
  const hall = await openDesktopHall(browser, {
    folder,
    ...options,
    start: { printers: [office, labels], ...options.start },
  })
  await keepPrintsHere(hall.page)
  return { ...hall, station: stationOf(hall.kiosk) }
}

/** The code and the words of the one badge that stands on the page while it is being printed. */
async function badgeOn({ page }: PrintJob) {
  const [sheet, ...more] = await readPaper(await page.pdf({ preferCSSPageSize: true }))
  expect(more).toEqual([])
  const codes = (await sheet?.zxing()) ?? []
  return {
    codes: codes.map(({ text }) => text),
    words: sheet?.text.replaceAll(/\s+/g, ' ') ?? '',
    size: [Math.round(sheet?.width ?? 0), Math.round(sheet?.height ?? 0)],
  }
}

async function openDoorPage(page: Page): Promise<void> {
  await unlock(page, keyboard, 'steward')
  await keyboard.press(page, 'More', 'link')
  await keyboard.press(page, /^How this desk works/, 'link')
  await page.getByRole('heading', { name: 'How this desk works' }).waitFor()
}

const failedPrintings = (kiosk: Kiosk) =>
  stationOf(kiosk)
    .badges.log({ search: '', offset: 0, limit: 20 })
    .items.map(({ failed }) => failed)

describe('a printer for badges', () => {
  test('Badges print without a dialog where a printer is chosen: the right badge, at its size, one after the other', async () => {
    const { page, kiosk, errors, nextPrint, shell } = await openDesktopHall(browser, {
      duty: 'sign-in',
      start: { printers: [office, labels] },
    })
    const [ann, bea] = [invite(kiosk, 'Ann One'), invite(kiosk, 'Bea Two')]
    await keepPrintsHere(page)
    await openDoorPage(page)
    await keyboard.pick(page, 'Badges are printed on', 'Label roll')
    await keyboard.pick(page, 'Printer for badges', 'Brother')
    await keyboard.choose(page, 'Print a badge when somebody signs in', 'checkbox')
    await expectAccessible(page, 'the door, with printers')
    await takePicture(page, 'door-printer')
    await keyboard.press(page, 'Keep it so')
    await page.getByLabel('Find by name or organisation').waitFor()
    expect(stationOf(kiosk).door().badges.printer).toBe(labels.name)

    await scan(page, ann)
    await scan(page, bea)
    for (const [name, code] of [
      ['Ann One', ann],
      ['Bea Two', bea],
    ] as const) {
      const job = await nextPrint()
      expect(job.options).toMatchObject({
        silent: true,
        deviceName: labels.name,
        pageSize: { width: 62_000, height: 100_000 },
      })
      const badge = await badgeOn(job)
      expect(badge).toMatchObject({ codes: [code], size: [62, 100] })
      expect(badge.words).toContain(name)
      // The desk goes on meanwhile: what people see is the desk.
      expect(await page.getByLabel('Find by name or organisation').isVisible()).toBe(true)
      await job.answer(true)
    }
    await expect.poll(() => failedPrintings(kiosk)).toEqual([0, 0])
    expect(await printsOf(page)).toBe(0)
    expect((await shell.recorded()).windows).toHaveLength(1)
    expect(errors).toEqual([])
  })

  test('Before the day a sheet of labels goes to it as well; what is no badge keeps the dialog', async () => {
    const { page, kiosk, nextPrint, station, errors } = await openDoor()
    const codes = ['Ann One', 'Bea Two', 'Cat Three'].map((name) => invite(kiosk, name))
    await unlock(page, hands, 'steward')
    await hands.press(page, 'More', 'link')
    await hands.press(page, /^Badges/, 'link')
    await hands.choose(page, /^A4 sheets of 8/)
    await hands.press(page, 'Print 3 badges')
    const job = await nextPrint()
    expect(job.options.pageSize).toEqual({ width: 210_000, height: 297_000 })
    const badge = await badgeOn(job)
    expect(badge).toMatchObject({ size: [210, 297] })
    expect(badge.codes.toSorted()).toEqual(codes.toSorted())
    await job.answer(true)
    await page.getByText('3 badges went to the printer.').waitFor()
    expect(await printsOf(page)).toBe(0)

    station.signIn.scan(steward, codes[0] ?? '')
    await hands.press(page, /^Back/)
    await hands.press(page, 'More', 'link')
    await hands.press(page, /^Paper/, 'link')
    await hands.press(page, /^Print/)
    await expect.poll(() => printsOf(page)).toBe(1)
    expect(errors).toEqual([])
  })

  test('Two printings asked for at once come one after the other, each badge alone on its paper', async () => {
    const { page, kiosk, nextPrint, errors } = await openDoor()
    const [ann, bea] = [invite(kiosk, 'Ann One'), invite(kiosk, 'Bea Two')]
    await unlock(page, hands, 'steward')
    await page.getByLabel('Find by name or organisation').waitFor()
    await scan(page, bea)
    await (await nextPrint()).answer(true)
    await scan(page, ann)
    const first = await nextPrint()
    await page
      .getByRole('button', { name: /Bea Two/ })
      .first()
      .click()
    await hands.press(page, /^Print (the |a )?badge/)
    // The other sheet is whole, as the page waits for it to be, and waits.
    await expect.poll(() => page.locator('.print-sheet').count()).toBe(2)
    await page.evaluate(async () => {
      await Promise.allSettled(
        [...document.querySelectorAll<HTMLImageElement>('.print-sheet img')].map((image) => image.decode()),
      )
      await document.fonts.ready
      for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame)
    })
    expect((await badgeOn(first)).codes).toEqual([ann])
    await first.answer(true)
    const second = await nextPrint()
    expect((await badgeOn(second)).codes).toEqual([bea])
    await second.answer(true)
    await expect.poll(() => failedPrintings(kiosk)).toEqual([0, 0, 0])
    expect(errors).toEqual([])
  })

  test('Whoever signs themselves in has their badge printed without a dialog, and nobody else’s', async () => {
    const { page, kiosk, nextPrint, errors } = await openDoor({
      size: 'portrait',
      touch: true,
      door: { mode: 'self-service' },
    })
    const code = invite(kiosk, 'Ewa Kaur')
    invite(kiosk, 'Ann One')
    await page.getByRole('button', { name: 'Type my name' }).waitFor()
    await scan(page, code)
    await pointer(true).press(page, 'Yes, sign me in')
    const job = await nextPrint()
    expect(await badgeOn(job)).toMatchObject({ codes: [code] })
    await job.answer(true)
    await page.getByText('Your badge is on its way out of the printer.').waitFor()
    expect(await printsOf(page)).toBe(0)
    expect(errors).toEqual([])
  })
})

describe('the printer for badges does not print', () => {
  test('It jams, it is unplugged, it never answers: nobody is held up, and each badge can be printed again', async () => {
    const { page, kiosk, nextPrint, shell, errors } = await openDoor()
    const [ann, bea, cat] = ['Ann One', 'Bea Two', 'Cat Three'].map((name) => invite(kiosk, name))
    await unlock(page, hands, 'steward')
    await page.getByLabel('Find by name or organisation').waitFor()
    const notice = page.getByRole('region', { name: 'Badges that did not print' })

    await scan(page, ann ?? '')
    const jammed = await nextPrint()
    // The next is signed in while the printer thinks.
    await scan(page, bea ?? '')
    await page.getByRole('heading', { name: 'Bea Two' }).waitFor()
    await jammed.answer(false, 'Print job failed')
    await notice.getByText('The badge of Ann One did not print.').waitFor()
    const never = await nextPrint()
    expect((await badgeOn(never)).codes).toEqual([bea])
    await shell.timeIsUp(PRINTING)
    await notice.getByText('2 badges did not print.').waitFor()

    await shell.connectPrinters([office])
    await scan(page, cat ?? '')
    await notice.getByText('3 badges did not print.').waitFor()
    expect(failedPrintings(kiosk)).toEqual([1, 1, 1])
    expect(stationOf(kiosk).signIn.counts().here).toBe(3)

    // One badge by itself says what to do.
    await hands.press(page, 'Leave it')
    await page
      .getByRole('button', { name: /Cat Three/ })
      .first()
      .click()
    await hands.press(page, /^Print (the |a )?badge/)
    await page.getByText(/^The printer for badges is not connected. Nothing is lost/).waitFor()
    await takePicture(page, 'badge-printer-missing')

    await shell.connectPrinters([office, labels])
    await hands.press(page, /^Print (the |a )?badge/)
    const again = await nextPrint()
    expect((await badgeOn(again)).codes).toEqual([cat])
    await again.answer(true)
    await expect.poll(() => failedPrintings(kiosk)[0]).toBe(0)
    expect(await printsOf(page)).toBe(0)
    expect(errors).toEqual([])
  })

  test('A printer that was chosen and is not there any more is shown as missing, and asking can be chosen again', async () => {
    const { page, kiosk, errors } = await openDoor({ start: { printers: [office] } })
    await openDoorPage(page)
    const list = page.getByLabel('Printer for badges', { exact: true })
    expect(await list.locator('option:checked').innerText()).toBe('Brother_QL_820NWB (not connected)')
    await expectAccessible(page, 'the door, a printer is missing')
    await hands.pick(page, 'Printer for badges', 'Ask each time')
    await hands.press(page, 'Keep it so')
    await page.getByLabel('Find by name or organisation').waitFor()
    const { signIn } = stationOf(kiosk)
    await scan(page, signIn.badge(signIn.add(steward, kwame)))
    await expect.poll(() => printsOf(page)).toBe(1)
    expect(errors).toEqual([])
  })

  test('In a browser every printing asks, and there is no printer to choose', async () => {
    const { page, kiosk } = await openHall(browser, { duty: 'sign-in' })
    stationOf(kiosk).changeDoor({ badges: { layout: 'a6', onSignIn: false, printer: labels.name } })
    await openDoorPage(page)
    await page.getByLabel('Badges are printed on').waitFor()
    expect(await page.getByLabel('Printer for badges').count()).toBe(0)
  })
})
