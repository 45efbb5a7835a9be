/** At the door with a camera: badges and tickets held before it, moving, in poor light, and everything that can be wrong with it. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { eventbriteCsv, eventbritePeople } from '../fixtures/delegates/eventbrite.ts'
import { openBrowser, takePicture } from '../support/browser.ts'
import { type CameraBrowser, openCameraBrowser } from '../support/camera-browser.ts'
import { PICTURE } from '../support/fake-camera.ts'
import { type Hall, type Launcher, openHall } from '../support/hall.ts'
import { ewa, kwame, organiser } from '../support/test-station.ts'
import { expectAccessible } from '../support/look.ts'
import { holdBack, pointer, unlock, unlockAgain } from './steps.ts'

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

/** Ewa and Kwame are expected, and have badges. */
async function openDoor(browser: Browser, launcher: Launcher = 'browser') {
  const hall = await openHall(browser, { duty: 'sign-in', launcher, listens: true })
  const station = hall.kiosk.station()
  if (station === null) throw new Error('It is not set up')
  const [ewas, kwames] = [ewa, kwame].map((person) => station.signIn.badge(station.signIn.add(organiser, person)))
  if (ewas === undefined || kwames === undefined) throw new Error('They have no badges')
  return { ...hall, station, ewas, kwames }
}

/** A desk, unlocked, its camera off. */
async function openDesk(browser: Browser, launcher?: Launcher) {
  const door = await openDoor(browser, launcher)
  await unlock(door.page, hands, 'steward')
  await door.page.getByRole('button', { name: 'Use the camera' }).waitFor()
  return door
}

const signIns = ({ kiosk }: Pick<Hall, 'kiosk'>) => kiosk.station()?.signIn.counts().here

describe('the camera at the door', () => {
  // In the desktop app, which asks nobody whether it may use the camera.
  test('badges held before it are signed in, in the order they are held up, and each bad one leaves the next to be read', async () => {
    const { camera } = withCamera
    camera.show()
    const desk = await openDesk(withCamera.browser, 'desktop')
    const { page, errors, answers, station, ewas, kwames } = desk
    station.signIn.importer.run(organiser, 'report.csv', Buffer.from(eventbriteCsv(LIST)), {
      encoding: null,
      sheet: null,
      mapping: null,
    })
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    const loaded = () =>
      page.evaluate(
        () =>
          performance.getEntriesByType('resource').filter(({ name }) => /camera-view|qr-worker|wasm/.test(name)).length,
      )
    expect(await loaded()).toBe(0)
    await page.clock.install()
    await page.evaluate(keepAnswers)

    // The reader is one of our own files, and is not there before it is wanted.
    await hands.press(page, 'Use the camera')
    await on(page).waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Turn off')
    await page.waitForFunction(() => (document.querySelector('video')?.readyState ?? 0) >= 2)
    await expectAccessible(page, 'sign-in, camera on')
    await takePicture(page, 'camera-on')

    // What is held out is what is within the four corners as they are drawn: by this little, and no further.
    const frame = await page.evaluate(findCorners)
    const little = 8 / PICTURE.width
    const far = 40 / PICTURE.width
    const poster = { size: 0.3, still: true }
    camera.show({ ...poster, text: 'https://example.org/inside', x: frame.right - little })
    await answer(page).getByText('https://example.org/inside').waitFor()
    camera.show(
      { ...poster, text: 'https://example.org/outside', x: frame.right + little },
      // Further from the middle than that poster, and within a corner of the frame.
      { text: ewas, x: frame.left + far, y: frame.top + far, size: 0.35, still: true },
    )
    await answer(page).getByText('Ewa Kaur').waitFor()
    await takePicture(page, 'camera-signed-in')
    expect(asked.filter((url) => url.endsWith('.wasm')).map((url) => new URL(url).origin)).toEqual([
      new URL(page.url()).origin,
    ])

    // Another code hangs on her lanyard, nearer the middle than her badge. It is asked for, and nobody is told of it.
    camera.show(
      { text: ewas, y: 0.27, size: 0.35, still: true },
      { text: 'https://example.org/lanyard', y: 0.65, size: 0.35, still: true },
    )
    await expect.poll(answers).toContain('https://example.org/lanyard')

    // Another badge is a scan at once. Five seconds after hers was last seen it is a new one.
    camera.show(kwames)
    await answer(page).getByText('Kwame Okonkwo-Bell').waitFor()
    await page.clock.fastForward(5000)
    camera.show(ewas)
    await answer(page).getByText('Ewa Kaur').waitFor()
    expect(signIns(desk)).toBe(2)

    // Whatever else is held up in its place is answered, and the next is read.
    camera.show('PK1-WOLV-0123456789ABCDEF')
    await answer(page)
      .getByText(/This badge is for WOLV/)
      .waitFor()
    camera.show('https://example.org/menu')
    await answer(page).getByText('https://example.org/menu').waitFor()
    camera.show({ text: Uint8Array.from({ length: 60 }, (_, index) => (index * 37) % 256), size: 0.8 })
    await answer(page).getByText('example.org').waitFor({ state: 'detached' })
    camera.show({ text: new Uint8Array(2953).fill(120), size: 0.99, still: true })
    await answer(page)
      .getByText(/“x{60}/)
      .waitFor()

    const ticket = eventbritePeople(LIST)[3]
    camera.show({ text: ticket?.barcode ?? '', size: 0.4, x: 0.4 })
    await answer(page).getByText(`${ticket?.firstName} ${ticket?.lastName}`).waitFor()
    expect(await page.evaluate(readAnswers)).toEqual([
      'Unknown badge: https://example.org/inside',
      'Signed in: Ewa Kaur',
      'Signed in: Kwame Okonkwo-Bell',
      'Already signed in: Ewa Kaur',
      'Another event’s badge: This badge is for WOLV',
      'Unknown badge: https://example.org/menu',
      expect.stringContaining('Unknown badge: '),
      `Unknown badge: ${'x'.repeat(60)}`,
      `Signed in: ${ticket?.firstName} ${ticket?.lastName}`,
    ])
    expect(await answers()).not.toContain('https://example.org/outside')
    expect(signIns(desk)).toBe(3)

    // It is off when it is turned off, and on again when the desk is opened again.
    await hands.press(page, 'Turn off the camera')
    await page.getByRole('button', { name: 'Use the camera' }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Use the camera')
    await hands.press(page, 'Use the camera')
    await on(page).waitFor()
    await page.reload()
    await unlockAgain(page, hands)
    await on(page).waitFor()
    expect(errors).toEqual([])
  })

  test('without a steward: whoever was found stays found, whatever else was read before the station had answered', async () => {
    const { camera } = withCamera
    camera.show()
    const { page, errors, station, ewas } = await openDoor(withCamera.browser)
    station.changeDoor({ mode: 'self-service' })
    await page.reload()
    await hands.press(page, 'Scan my badge or code')
    await on(page).waitFor()
    await page.evaluate(countScans)
    const hers = await holdBack(page, 'selfService/scan', { words: ewas, answered: true })
    camera.show(ewas)
    await hers.asked
    camera.show('https://example.org/lanyard')
    await page.waitForFunction(() => (globalThis as { scans?: number }).scans === 2)
    await hers.release()
    await page.getByRole('heading', { name: 'Is this you?' }).waitFor()
    await page.getByText('Ewa Kaur').waitFor()
    await hands.press(page, 'Yes, sign me in')
    await page.getByRole('heading', { name: 'You are signed in' }).waitFor()
    expect(errors).toEqual([])
  })

  test('where it is refused the page says how to allow it', async () => {
    const refusing = await openCameraBrowser({ refused: true })
    onTestFinished(() => refusing.close())
    const { page, errors } = await openDesk(refusing.browser)
    await hands.press(page, 'Use the camera')
    await told(page, 'The camera is not allowed').waitFor()
    await expectAccessible(page, 'sign-in, camera refused')
    await takePicture(page, 'camera-refused')
    await hands.press(page, 'Try again')
    await told(page, 'The camera is not allowed').waitFor()
    expect(errors).toEqual([])
  })

  test('where there is none the page says so, and the scanner and the search still work', async () => {
    const { page, errors } = await openDesk(without)
    await hands.press(page, 'Use the camera')
    await told(page, 'No camera was found').waitFor()
    await expectAccessible(page, 'sign-in, no camera')
    await takePicture(page, 'camera-none')
    await hands.press(page, 'Turn off the camera')
    await page.getByRole('button', { name: 'Use the camera' }).waitFor()
    expect(errors).toEqual([])
  })

  test('rested, unplugged, taken by another program, allowed at last: it goes on by itself, reads the next badge, and is let go with its page', async () => {
    withCamera.camera.show()
    const { page, errors, ewas, kwames } = await openDesk(withCamera.browser)
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
    await page.clock.runFor(3000)
    await on(page).waitFor()

    await unplug('NotAllowedError')
    await told(page, 'The camera is not allowed').waitFor()
    await page.evaluate(() => Reflect.deleteProperty(navigator.mediaDevices, 'getUserMedia'))
    await page.context().grantPermissions(['camera'])
    await on(page).waitFor()
    withCamera.camera.show(kwames)
    await answer(page).getByText('Kwame Okonkwo-Bell').waitFor()

    await page.evaluate(keepTrack)
    await hands.press(page, 'Not on the list')
    await page.getByRole('heading', { name: 'Who is not on the list?' }).waitFor()
    expect(await live()).toBe('ended')
    expect(errors).toEqual([])
  })
})

/** In the page: keeps every answer that is shown from now on. */
function keepAnswers(): void {
  const kept: Element[] = []
  Object.assign(globalThis, { kept })
  const look = () => {
    const card = document.querySelector('section[aria-label="Answer"].sign-in-answer')
    if (card !== null && !kept.includes(card)) kept.push(card)
  }
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true })
}

/** In the page: those answers, in order and without their times. The same again, because a machine was slow or time was moved on, is left out. */
function readAnswers(): string[] {
  const { kept } = globalThis as unknown as { kept: Element[] }
  const said = kept.map((card) => {
    const words = (of: string) => card.querySelector(of)?.textContent ?? ''
    const read = /“(.*)”/.exec(words('.sign-in-more'))?.[1]
    return { state: words('.sign-in-state').replace(/ at .*/, ''), about: read ?? words('h2') }
  })
  return said
    .filter(({ about }, index) => about !== said[index - 1]?.about)
    .map(({ state, about }) => `${state}: ${about}`)
}

/** In the page: where the four corners lie in the picture that the camera sends, from 0 to 1, with the line that they are drawn with. */
function findCorners(): { left: number; right: number; top: number } {
  const [video, corners] = [
    document.querySelector('video'),
    document.querySelector<SVGPathElement>('.scan-camera-corners path'),
  ]
  if (video === null || corners === null) throw new Error('No picture is shown')
  const [shown, drawn] = [video.getBoundingClientRect(), corners.getBoundingClientRect()]
  const line = (Number.parseFloat(getComputedStyle(corners).strokeWidth) / 2) * (corners.getScreenCTM()?.a ?? 0)
  const zoom = Math.max(shown.width / video.videoWidth, shown.height / video.videoHeight)
  const across = (x: number) => 0.5 + (x - shown.left - shown.width / 2) / zoom / video.videoWidth
  const down = (y: number) => 0.5 + (y - shown.top - shown.height / 2) / zoom / video.videoHeight
  return { left: across(drawn.left - line), right: across(drawn.right + line), top: down(drawn.top - line) }
}

/** In the page: counts what the camera has scanned from now on, whether or not it is answered. */
function countScans(): void {
  const counted = { scans: 0 }
  Object.assign(globalThis, counted)
  addEventListener('scan', () => Object.assign(globalThis, { scans: (counted.scans += 1) }))
}

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
