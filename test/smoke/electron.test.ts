/** The desktop app in a real Electron: what no double can prove. Runs wherever Electron’s program is; skips with the reason where not. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { spawn } from 'node:child_process'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { describe, expect, onTestFinished, test } from 'vitest'
import { logFolder, OWN_FOLDERS } from '../../electron/places.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { PIN, readyStation } from '../support/test-station.ts'
import { findElectron } from './find-electron.ts'
import { REPORT_FOLDER } from './report.ts'

const found = findElectron()
const program = 'path' in found ? found.path : ''
const skipped = 'why' in found ? found.why : ''
/** Chromium’s own sandbox needs rights that root in a container has not. */
const UNSANDBOXED = process.getuid?.() === 0 ? ['--no-sandbox'] : []

type App = { app: ElectronApplication; page: Page; folder: string; started: number }

/** The app with a folder of its own, set up for pledges unless it is to be new. */
async function openApp({
  args = [] as string[],
  folder = join(tempFolder(), 'station'),
  setUp = true,
} = {}): Promise<App> {
  if (setUp && !existsSync(folder)) {
    const station = await readyStation({}, folder)
    station.changeDuty('pledges')
    station.close()
  }
  const started = Date.now()
  const app = await _electron.launch({
    executablePath: program,
    args: [
      ...UNSANDBOXED,
      OWN_FOLDERS.root,
      `--user-data-dir=${join(folder, '..', 'electron')}`,
      '--data',
      folder,
      ...args,
    ],
  })
  onTestFinished(() => app.close().catch(() => undefined))
  const page = await app.firstWindow()
  // Called before the closing above: the last first. A page that is gone by then leaves no picture.
  onTestFinished(async ({ task }) => {
    const path = join(REPORT_FOLDER, `${pictureName(task.name)}.png`)
    await page.screenshot({ path, timeout: 5000 }).catch(() => undefined)
    const versions = await app.evaluate(() => process.versions).catch(() => null)
    if (versions === null) return
    const { electron, chrome, node } = versions
    task.meta.versions = { Electron: electron, Chromium: chrome, Node: node }
  })
  return { app, page, folder, started }
}
/** The words of the test, short, as a file may be called. */
const pictureName = (name: string) => name.replaceAll(/[^\w]+/g, '-').slice(0, 60)
const log = (folder: string) => readFileSync(join(logFolder(folder), 'shell.log'), 'utf8')
const stationPid = (app: ElectronApplication) =>
  app.evaluate(
    ({ app: electron }) => electron.getAppMetrics().find(({ name }) => name === 'Pledge Kiosk station')?.pid ?? 0,
  )
const begin = (page: Page) => page.getByRole('button', { name: 'Make your pledge' })
const words = (page: Page) => page.getByLabel('Your promise, in your own words')

async function typeHalf(page: Page): Promise<void> {
  await begin(page).click()
  await page.getByRole('button', { name: /^Without giving a name/ }).click()
  await page.locator('label', { has: page.getByRole('radio', { name: /^Work experience/ }) }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await words(page).fill('Two weeks in our workshop')
}

// The reason stands in the name, so that a report of skipped tests says it.
describe.skipIf(skipped !== '')(`in a real Electron${skipped === '' ? '' : ` (skipped: ${skipped})`}`, () => {
  test('it opens on the first screen at app://kiosk, full screen, and the page knows neither Node nor Electron', async () => {
    const { app, page } = await openApp({ setUp: false })
    await page.getByRole('heading', { name: 'Which event is this tablet for?' }).waitFor()
    expect(page.url()).toBe('app://kiosk/')
    expect(await page.evaluate(() => ['require', 'process', 'ipcRenderer'].filter((name) => name in window))).toEqual(
      [],
    )
    expect(
      await app.evaluate(({ BrowserWindow, Menu }) => ({
        full: BrowserWindow.getAllWindows()[0]?.isFullScreen(),
        menu: Menu.getApplicationMenu() === null,
      })),
    ).toEqual({ full: true, menu: true })
  })

  test('every answer has the strict headers, and nothing beside the built pages is answered', async () => {
    const { page } = await openApp()
    await begin(page).waitFor()
    const ask = (path: string) =>
      page.evaluate(async (at) => {
        const answer = await fetch(at)
        return { status: answer.status, policy: answer.headers.get('content-security-policy') ?? '' }
      }, path)
    expect(await ask('/')).toMatchObject({
      status: 200,
      policy: expect.stringContaining("default-src 'none'") as string,
    })
    expect(await ask('/none.js')).toMatchObject({
      status: 404,
      policy: expect.stringContaining("default-src 'none'") as string,
    })
    const outside = await page.evaluate(() =>
      Promise.allSettled(['https://elsewhere.example/', 'file:///etc/passwd'].map((url) => fetch(url))),
    )
    expect(outside.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })

  test('it does not leave its page, opens no window, and gives no microphone, place or notification', async () => {
    const { app, page } = await openApp()
    await begin(page).waitFor()
    await page.evaluate(() => location.assign('https://elsewhere.example/'))
    await page.evaluate(() => window.open('https://elsewhere.example/') === null)
    await wait(500)
    expect(page.url()).toBe('app://kiosk/')
    expect(app.windows()).toHaveLength(1)
    const refused = await page.evaluate(async () => {
      const outcome = (work: Promise<unknown>) =>
        work.then(
          () => 'given',
          () => 'refused',
        )
      return [
        await outcome(navigator.mediaDevices.getUserMedia({ audio: true })),
        await outcome(
          new Promise((resolve, reject) =>
            navigator.geolocation.getCurrentPosition(resolve, reject, { timeout: 2000 }),
          ),
        ),
        Notification.permission === 'granted' ? 'given' : 'refused',
      ]
    })
    expect(refused).toEqual(['refused', 'refused', 'refused'])
  })

  test('the station has a process of its own; killed, it is back within three seconds with what was being typed', async () => {
    const { app, page } = await openApp()
    await typeHalf(page)
    await wait(1500)
    const before = await stationPid(app)
    expect(before).toBeGreaterThan(0)
    const killed = performance.now()
    process.kill(before, 'SIGKILL')
    await page.getByRole('heading', { name: 'Were you in the middle of a pledge?' }).waitFor()
    expect(performance.now() - killed).toBeLessThan(3000)
    expect(await stationPid(app)).not.toBe(before)
  })

  test('the page’s process is gone: it is back within three seconds with what was being typed', async () => {
    const { app, page } = await openApp()
    await typeHalf(page)
    await wait(1500)
    const crashed = performance.now()
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer())
    // The crashed page is no page for Playwright any more, so the window itself is asked.
    await expect
      .poll(
        () =>
          app.evaluate(({ BrowserWindow }) =>
            BrowserWindow.getAllWindows()[0]
              ?.webContents.executeJavaScript('document.body.innerText')
              .catch(() => ''),
          ),
        { timeout: 10_000, interval: 50 },
      )
      .toContain('Were you in the middle of a pledge?')
    expect(performance.now() - crashed).toBeLessThan(3000)
  })

  test('a locked tablet does not hear the keys that lead out, and staff leave it with the PIN', async () => {
    const { app, page, folder } = await openApp({ args: ['--kiosk'] })
    await begin(page).waitFor()
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isKiosk())).toBe(true)
    for (const keys of ['Control+R', 'F5', 'F11', 'Alt+F4', 'Control+W', 'Control+Shift+I'])
      await page.keyboard.press(keys)
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    await wait(500)
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
    await page.evaluate(() => history.pushState(null, '', '/staff'))
    await page.getByLabel('Steward PIN').fill(PIN)
    await page.getByRole('button', { name: 'Unlock' }).click()
    await page.getByRole('button', { name: 'Close Pledge Kiosk' }).click()
    const closed = app.waitForEvent('close')
    await page.getByRole('button', { name: 'Close it' }).click()
    await closed
    expect(log(folder)).toMatch(/"event":"closed","outcome":"ok"/)
  })

  test('the key is kept as the log says, and the data opens again at the next start', async () => {
    const { app, page, folder } = await openApp({ setUp: false })
    await page.getByRole('heading', { name: 'Which event is this tablet for?' }).waitFor()
    const wrapped = /"event":"keychain","outcome":"ok"/.test(log(folder))
    expect(existsSync(join(folder, 'station.key.wrapped'))).toBe(wrapped)
    expect(existsSync(join(folder, 'station.key'))).toBe(!wrapped)
    await app.close()
    const again = await openApp({ folder, setUp: false })
    await again.page.getByRole('heading', { name: 'Which event is this tablet for?' }).waitFor()
  })

  test('a second start finds the first, and ends', async () => {
    const { page, folder } = await openApp()
    await begin(page).waitFor()
    const args = [
      ...UNSANDBOXED,
      OWN_FOLDERS.root,
      `--user-data-dir=${join(folder, '..', 'electron')}`,
      '--data',
      folder,
    ]
    const second = spawn(program, args, { stdio: 'ignore' })
    expect(await new Promise((resolve) => void second.once('exit', resolve))).toBe(0)
  })

  test('the system is asked for its printers and displays, and answers', async () => {
    const { app, page } = await openApp()
    await begin(page).waitFor()
    const answers = await app.evaluate(async ({ BrowserWindow, screen }) => ({
      displays: screen.getAllDisplays().length,
      printers: Array.isArray(await BrowserWindow.getAllWindows()[0]?.webContents.getPrintersAsync()),
    }))
    expect(answers.displays).toBeGreaterThan(0)
    expect(answers.printers).toBe(true)
  })

  test('how long it takes to start, and what its processes hold, is printed', async ({ task }) => {
    const { app, page, started } = await openApp()
    await begin(page).waitFor()
    const painted = await page.evaluate(
      () => performance.timeOrigin + (performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0),
    )
    await begin(page).click()
    await page.getByRole('heading', { name: 'Who is making this pledge?' }).waitFor()
    const touched = Date.now()
    const processes = await app.evaluate(({ app: electron }) =>
      electron
        .getAppMetrics()
        .map(({ type, name, memory }) => ({ what: name ?? type, mb: memory.workingSetSize / 1000 })),
    )
    const figures = { 'first-paint': painted - started, 'first-touch': touched - started }
    for (const [name, value] of Object.entries(figures))
      process.stdout.write(`${JSON.stringify({ name: `electron-${name}`, value: Math.round(value), unit: 'ms' })}\n`)
    for (const { what, mb } of processes)
      process.stdout.write(
        `${JSON.stringify({ name: `electron-memory ${what}`, value: Math.round(mb), unit: 'MB' })}\n`,
      )
    task.meta.figures = Object.fromEntries([
      ...Object.entries(figures).map(([name, value]) => [name, `${Math.round(value)} ms`]),
      ...processes.map(({ what, mb }) => [`memory of ${what}`, `${Math.round(mb)} MB`]),
    ])
    expect(figures['first-paint']).toBeGreaterThan(0)
    expect(processes.length).toBeGreaterThan(2)
  })
})
