/** At the door with a camera: badges and tickets held before it, moving, in poor light, and everything that can be wrong with it. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { eventbriteCsv, eventbritePeople } from '../fixtures/delegates/eventbrite.ts'
import { openBrowser, takePicture } from '../support/browser.ts'
import { type CameraBrowser, openCameraBrowser } from '../support/camera-browser.ts'
import { type Hall, openHall } from '../support/hall.ts'
import { ewa, kwame, organiser } from '../support/test-station.ts'
import { expectAccessible } from '../support/look.ts'
import { pointer, unlock, unlockAgain } from './steps.ts'

let withCamera: CameraBrowser
let without: Browser
beforeAll(async () => {
  without = await openBrowser()
  withCamera = await openCameraBrowser()
})
afterAll(async () => {
  await withCamera?.close()
  await without?.close()
})

const hands = pointer()
const LIST = { rows: 30, seed: 5, tidy: true }
const on = (page: Page) => page.getByText('Hold a badge before it.', { exact: true })
/** Said to those who see the page and, once, to those who hear it. */
const told = (page: Page, words: string) =>
  page.getByRole('region', { name: 'Camera' }).getByRole('status').getByText(words)
const answer = (page: Page) => page.getByRole('region', { name: 'Answer' })

/** A desk, unlocked, with Ewa, Kwame and a list from Eventbrite expected. */
async function openDesk(browser: Browser) {
  const hall = await openHall(browser, { duty: 'sign-in' })
  const station = hall.kiosk.station()
  if (station === null) throw new Error('It is not set up')
  const [ewas, kwames] = [ewa, kwame].map((person) => station.signIn.badge(station.signIn.add(organiser, person)))
  if (ewas === undefined || kwames === undefined) throw new Error('They have no badges')
  station.signIn.importer.run(organiser, 'report.csv', Buffer.from(eventbriteCsv(LIST)), {
    encoding: null,
    sheet: null,
    mapping: null,
  })
  await unlock(hall.page, hands, 'steward')
  await hall.page.getByRole('button', { name: 'Use the camera' }).waitFor()
  return { ...hall, station, ewas, kwames }
}

const signIns = ({ kiosk }: Pick<Hall, 'kiosk'>) => kiosk.station()?.signIn.counts().here

describe('the camera at the door', () => {
  test('badges held before it are signed in, in the order they are held up, and each bad one leaves the next to be read', async () => {
    const { camera } = withCamera
    camera.show()
    const desk = await openDesk(withCamera.browser)
    const { page, faults, ewas, kwames } = desk
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))

    const loaded = () =>
      page.evaluate(
        () =>
          performance.getEntriesByType('resource').filter(({ name }) => /camera-view|qr-worker|wasm/.test(name)).length,
      )
    expect(await loaded()).toBe(0)
    await hands.press(page, 'Use the camera')
    await on(page).waitFor()
    expect(await loaded()).toBeGreaterThan(0)
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Turn off')
    await expectAccessible(page, 'sign-in, camera on')
    await page.waitForTimeout(500)
    await takePicture(page, 'camera-on')

    // The reader is one of our own files, and was not there before it was wanted.
    const reader = asked.filter((url) => url.endsWith('.wasm'))
    expect(reader.map((url) => new URL(url).origin)).toEqual([new URL(page.url()).origin])

    camera.show(ewas)
    const shown = performance.now()
    await answer(page).getByText('Ewa Kaur').waitFor()
    const took = performance.now() - shown
    expect(await answer(page).innerText()).toMatch(/Signed in at/i)
    await takePicture(page, 'camera-signed-in')

    // She holds it there, and lowers it, and holds it up again: within five seconds that is one scan.
    await page.waitForTimeout(1200)
    camera.show()
    await page.waitForTimeout(1500)
    camera.show(ewas)
    await page.waitForTimeout(1500)
    expect(await answer(page).innerText()).toMatch(/Signed in at/i)

    // Another badge is a scan at once.
    camera.show(kwames)
    await answer(page).getByText('Kwame Okonkwo-Bell').waitFor()
    expect(await answer(page).innerText()).toMatch(/Signed in at/i)

    const ticket = eventbritePeople(LIST)[3]
    camera.show({ text: ticket?.barcode ?? '', size: 0.4, x: 0.4 })
    await answer(page).getByText(`${ticket?.firstName} ${ticket?.lastName}`).waitFor()
    expect(signIns(desk)).toBe(3)

    // Whatever else is held up is answered, and the next badge is read.
    camera.show('PK1-WOLV-0123456789ABCDEF')
    await answer(page)
      .getByText(/This badge is for WOLV/)
      .waitFor()
    camera.show('https://example.org/menu')
    await answer(page).getByText('We do not know this badge').waitFor()
    await expectAccessible(page, 'sign-in, camera, unknown badge')
    camera.show({ text: Uint8Array.from({ length: 60 }, (_, index) => (index * 37) % 256), size: 0.8 })
    await answer(page).getByText('example.org').waitFor({ state: 'detached' })
    expect(await answer(page).innerText()).toContain('We do not know this badge')
    camera.show({ text: new Uint8Array(2953).fill(120), size: 0.99, still: true })
    await answer(page)
      .getByText(/“x{60}/)
      .waitFor()
    // Five seconds after it was last seen hers is a new scan, and it is held nearest the middle.
    await page.waitForTimeout(5000)
    camera.show({ text: ewas, x: 0.45 }, { text: 'https://example.org/menu', x: 0.85, y: 0.2, size: 0.3 })
    await answer(page)
      .getByText(/Already signed in at/i)
      .waitFor()
    expect(await answer(page).innerText()).toContain('Ewa Kaur')
    expect(signIns(desk)).toBe(3)

    const read = await page.evaluate(() =>
      performance.getEntriesByName('camera: picture read').map(({ duration }) => duration),
    )
    const sorted = read.toSorted((a, b) => a - b)
    process.stderr.write(
      `camera: ${read.length} pictures, ${sorted[Math.floor(read.length / 2)]?.toFixed(1)} ms each, p95 ${sorted[Math.floor(read.length * 0.95)]?.toFixed(1)} ms; shown to answered ${took.toFixed(0)} ms\n`,
    )

    // It is off when it is turned off, and on again when the desk is opened again.
    await hands.press(page, 'Turn off the camera')
    await page.getByRole('button', { name: 'Use the camera' }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Use the camera')
    await hands.press(page, 'Use the camera')
    await on(page).waitFor()
    await page.reload()
    await unlockAgain(page, hands)
    await on(page).waitFor()
    expect(faults).toEqual([])
  })

  test('where it is refused the page says how to allow it', async () => {
    const refusing = await openCameraBrowser({ refused: true })
    onTestFinished(() => refusing.close())
    const { page, faults } = await openDesk(refusing.browser)
    await hands.press(page, 'Use the camera')
    await told(page, 'The camera is not allowed').waitFor()
    await expectAccessible(page, 'sign-in, camera refused')
    await takePicture(page, 'camera-refused')
    await hands.press(page, 'Try again')
    await told(page, 'The camera is not allowed').waitFor()
    expect(faults).toEqual([])
  })

  test('where there is none the page says so, and the scanner and the search still work', async () => {
    const { page, faults } = await openDesk(without)
    await hands.press(page, 'Use the camera')
    await told(page, 'No camera was found').waitFor()
    await expectAccessible(page, 'sign-in, no camera')
    await takePicture(page, 'camera-none')
    await hands.press(page, 'Turn off the camera')
    await page.getByRole('button', { name: 'Use the camera' }).waitFor()
    expect(faults).toEqual([])
  })

  test('unplugged, taken by another program, allowed at last: it goes on by itself, and reads the next badge', async () => {
    withCamera.camera.show()
    const { page, faults, ewas, kwames } = await openDesk(withCamera.browser)
    await hands.press(page, 'Use the camera')
    await on(page).waitFor()

    const unplug = (name: string) => page.evaluate(takeAway, name)
    await unplug('NotFoundError')
    await told(page, 'The camera was unplugged').waitFor()
    await expectAccessible(page, 'sign-in, camera unplugged')
    await page.evaluate(giveBack)
    await on(page).waitFor()
    withCamera.camera.show(ewas)
    await answer(page).getByText('Ewa Kaur').waitFor()

    // Nobody tells the page when a video call ends; it asks again.
    await unplug('NotReadableError')
    await told(page, 'Another program is using the camera').waitFor()
    await page.evaluate(() => Reflect.deleteProperty(navigator.mediaDevices, 'getUserMedia'))
    await on(page).waitFor()

    await unplug('NotAllowedError')
    await told(page, 'The camera is not allowed').waitFor()
    await page.evaluate(() => Reflect.deleteProperty(navigator.mediaDevices, 'getUserMedia'))
    await page.context().grantPermissions(['camera'])
    await on(page).waitFor()
    withCamera.camera.show(kwames)
    await answer(page).getByText('Kwame Okonkwo-Bell').waitFor()
    expect(faults).toEqual([])
  })

  test('the camera is let go when its page is left, and when nobody has been about for a long time', async () => {
    withCamera.camera.show()
    const { page, faults } = await openDesk(withCamera.browser)
    await page.clock.install()
    await hands.press(page, 'Use the camera')
    await on(page).waitFor()
    await page.evaluate(keepTrack)
    const live = () => page.evaluate(() => (globalThis as { track?: MediaStreamTrack }).track?.readyState)
    expect(await live()).toBe('live')
    await page.clock.runFor(310_000)
    await told(page, 'The camera is resting').waitFor()
    await expectAccessible(page, 'sign-in, camera resting')
    expect(await live()).toBe('ended')
    await page.mouse.click(5, 500)
    await on(page).waitFor()
    await page.evaluate(keepTrack)
    await hands.press(page, 'Not on the list')
    await page.getByRole('heading', { name: 'Who is not on the list?' }).waitFor()
    expect(await live()).toBe('ended')
    expect(faults).toEqual([])
  })
})

/** In the page: the camera is gone, and asking for it fails so. */
function takeAway(name: string): void {
  const devices = navigator.mediaDevices
  devices.getUserMedia = () => Promise.reject(new DOMException('not now', name))
  const stream = document.querySelector('video')?.srcObject
  if (stream instanceof MediaStream) stream.getVideoTracks()[0]?.dispatchEvent(new Event('ended'))
}

/** In the page: it is there again, and the browser says so. */
function giveBack(): void {
  Reflect.deleteProperty(navigator.mediaDevices, 'getUserMedia')
  navigator.mediaDevices.dispatchEvent(new Event('devicechange'))
}

function keepTrack(): void {
  const stream = document.querySelector('video')?.srcObject
  Object.assign(globalThis, { track: stream instanceof MediaStream ? stream.getVideoTracks()[0] : undefined })
}
