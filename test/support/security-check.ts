/**
 * Electron's security checklist (electronjs.org/docs/latest/tutorial/security), walked against what the built shell does under
 * the Electron double. Each item says what is wrong in a line that starts with the item's name.
 */
import { join } from 'node:path'
import type { KioskClient } from '../../shared/contract/index.ts'
import { PORT_CHANNEL } from '../../electron/desktop/channel.ts'
import { writeClone } from './electron-double/clone.ts'
import { type Shell, startShell } from './electron-double/shell.ts'
import type { Frame, News, Start } from './electron-double/talk.ts'
import { startUnseen, type UnseenShell } from './electron-double/unseen.ts'
import { openTestKiosk, setUpAnswers } from './test-client.ts'
import { PIN, shippedPack } from './test-station.ts'

const HOME = 'app://kiosk/'

/** Both windows, and what a fault in them is called; both show the app’s own pages. */
const WINDOWS = [
  { window: 0, where: '' },
  { window: 1, where: ' (the wall)' },
]
const DISPLAYS = [
  { id: 1, bounds: { x: 0, y: 0, width: 1366, height: 768 } },
  { id: 2, bounds: { x: 1366, y: 0, width: 1920, height: 1080 } },
]

/** What each preference must be; where the shell leaves one out, Electron's own default counts. */
const PREFERENCES: Readonly<Record<string, { wanted: boolean; byDefault: boolean }>> = {
  sandbox: { wanted: true, byDefault: true },
  contextIsolation: { wanted: true, byDefault: true },
  webSecurity: { wanted: true, byDefault: true },
  nodeIntegration: { wanted: false, byDefault: false },
  nodeIntegrationInSubFrames: { wanted: false, byDefault: false },
  nodeIntegrationInWorker: { wanted: false, byDefault: false },
  allowRunningInsecureContent: { wanted: false, byDefault: false },
  experimentalFeatures: { wanted: false, byDefault: false },
  plugins: { wanted: false, byDefault: false },
  webviewTag: { wanted: false, byDefault: false },
  navigateOnDragDrop: { wanted: false, byDefault: false },
  devTools: { wanted: false, byDefault: true },
}

const ELSEWHERE = [
  'https://elsewhere.example/',
  'http://kiosk/',
  'https://kiosk/',
  'app://other/',
  'app://kiosk.elsewhere.example/',
  'app://kiosk:81/',
  'file:///etc/passwd',
  'data:text/html,there',
  'about:blank',
  'chrome://gpu/',
]

const CLIMBS = [
  '../package.json',
  '..%2f..%2fpackage.json',
  '%2e%2e/package.json',
  '..%2fpackage.json',
  '%2e%2e%2fpackage.json',
  '..%5cpackage.json',
  'assets/..%2f..%2f..%2fpackage.json',
  '/../../package.json',
  '//etc/passwd',
  'C:/Windows/win.ini',
]

/** Every permission that Electron 45 names, but for `media`. */
const PERMISSIONS = [
  'ar automatic-fullscreen background-fetch background-sync captured-surface-control clipboard-read clipboard-sanitized-write',
  'deprecated-sync-clipboard-read display-capture fileSystem fullscreen geolocation geolocation-approximate hand-tracking hid',
  'idle-detection keyboardLock local-fonts local-network local-network-access loopback-network mediaKeySystem midi midiSysex',
  'nfc notifications openExternal payment-handler periodic-background-sync persistent-storage pointerLock screen-wake-lock',
  'sensors serial smart-card speaker-selection storage-access system-wake-lock top-level-storage-access usb vr',
  'web-app-installation web-printing window-management unknown',
].flatMap((line) => line.split(' '))

const BAD_SWITCHES = new Set([
  'no-sandbox',
  'disable-web-security',
  'disable-site-isolation-trials',
  'ignore-certificate-errors',
  'remote-debugging-port',
  'remote-debugging-pipe',
  'js-flags',
  'allow-file-access-from-files',
])

/** What is wrong with the shell, one line a fault; empty where every item of the list holds. */
export async function findSecurityErrors(folder: string, start: Partial<Start> = {}): Promise<string[]> {
  await wantWall(folder)
  const unseen = await startUnseen(folder, { displays: DISPLAYS, ...start })
  const { shell } = unseen
  try {
    const opened = shell.failures.length > 0 ? 0 : await windowsOpened(unseen)
    if (shell.failures.length > 0) return shell.failures.map((failure) => `does not start: ${failure}`)
    if (opened < WINDOWS.length) return [`windows: there are ${opened}`]
    return [
      ...(await whatWasAsked(shell)),
      ...(await pages(shell)),
      ...(await wayOut(shell)),
      ...(await permissions(shell)),
      ...(await senders(unseen)),
      ...shell.failures.map((failure) => `fails: ${failure}`),
    ]
  } finally {
    await shell.close()
  }
}

/** A tablet on a workshop’s table, which is in a facilitator’s hands, with the wall on its second screen. */
async function wantWall(folder: string): Promise<void> {
  const kiosk = openTestKiosk(folder)
  await kiosk.setUp({ ...setUpAnswers, pack: shippedPack(), duty: 'workshop' })
  kiosk.station()?.showWallBeside(true)
  kiosk.close()
}

/** How many windows there are once the station’s process, which opens the wall, has said what it wants. */
async function windowsOpened({ shell, offer }: UnseenShell): Promise<number> {
  const failed = new Promise<void>((resolve) => {
    shell.listen(({ kind }) => void ((kind === 'failed' || kind === 'quit') && resolve()))
  })
  const { client, close } = await offer()
  // To answer this it asks the main process for its displays, on the way on which it has asked for the wall before.
  await Promise.race([client.wall.beside(), failed])
  close()
  return (await shell.recorded()).windows.length
}

/** Preferences, scheme, switches, menu: what the shell gave Electron to begin with. */
async function whatWasAsked(shell: Shell): Promise<string[]> {
  const { windows, schemes, handled, switches, menus, devToolsOpened, opened, singleInstance, calls } =
    await shell.recorded()
  const errors: string[] = []
  if (windows.length !== WINDOWS.length) errors.push(`windows: there are ${windows.length}`)
  for (const [index, { options, loaded }] of windows.entries()) {
    const where = WINDOWS[index]?.where ?? ` (window ${index})`
    const given = (options.webPreferences ?? {}) as Record<string, unknown>
    for (const [name, { wanted, byDefault }] of Object.entries(PREFERENCES))
      if ((given[name] ?? byDefault) !== wanted) errors.push(`webPreferences: ${name} is not ${wanted}${where}`)
    for (const name of ['enableBlinkFeatures', 'additionalArguments', 'session', 'partition'])
      if (given[name] !== undefined) errors.push(`webPreferences: ${name} is set${where}`)
    for (const url of loaded) if (!url.startsWith(HOME)) errors.push(`content: ${url} is loaded${where}`)
  }
  for (const { scheme, privileges } of schemes) {
    const given = Object.entries(privileges ?? {}).flatMap(([name, on]) => (on === true ? [name] : []))
    if (scheme !== 'app') errors.push(`scheme: ${scheme} has privileges`)
    for (const name of given)
      if (!['standard', 'secure', 'supportFetchAPI'].includes(name)) errors.push(`scheme: ${scheme} may ${name}`)
  }
  for (const scheme of handled) if (scheme !== 'app') errors.push(`scheme: ${scheme} is answered`)
  for (const name of switches) if (BAD_SWITCHES.has(name.split('=')[0] ?? '')) errors.push(`switch: ${name}`)
  if (!calls.some(({ name }) => name === 'app.enableSandbox')) errors.push('sandbox: not every renderer has one')
  if (menus.at(-1) !== 'none') errors.push('menu: there is one')
  if (devToolsOpened > 0) errors.push('DevTools: they were opened')
  if (opened.length > 0) errors.push(`shell.openExternal: ${opened.join(' ')}`)
  if (!singleInstance) errors.push('single instance: the lock is not asked for')
  return errors
}

/** The headers of every kind of answer, and that nothing outside of the built pages is one. */
async function pages(shell: Shell): Promise<string[]> {
  const get = (path: string, method = 'GET') => shell.serve({ url: path.includes('://') ? path : HOME + path, method })
  const text = async (path: string) => new TextDecoder().decode((await get(path)).body)
  const assets = [...(await text('')).matchAll(/(?:src|href)="\/([^"]+)"/g)].map(([, path]) => path ?? '')
  const errors: string[] = []
  if (!assets.some((path) => path.startsWith('assets/'))) errors.push('pages: the first page has no script')
  const climbs = CLIMBS.map((path) => HOME + path)
  for (const path of [
    '',
    'staff',
    'needs-help',
    ...assets,
    'none.js',
    ...climbs,
    'app://other/index.html',
    'app://other/',
  ]) {
    const { status, headers, body } = await get(path)
    const refused = path.includes('://') || path === 'none.js'
    // An address without an ending is one of the app's own, so a climb may lead back to the first page and to nothing else.
    const isFirst = new TextDecoder().decode(body).includes('<div id="app">')
    if (refused ? status !== 404 && !isFirst : status !== 200) errors.push(`pages: ${path} is answered with ${status}`)
    if (path.startsWith('app://other') && status !== 404) errors.push(`pages: ${path} is answered with ${status}`)
    errors.push(...headerErrors(new Headers(headers)).map((error) => `${error} at ${path === '' ? '/' : path}`))
  }
  return errors
}

function headerErrors(headers: Headers): string[] {
  const errors: string[] = []
  const policy = Object.fromEntries(
    (headers.get('content-security-policy') ?? '').split(';').map((part) => {
      const [name = '', ...sources] = part.trim().split(/\s+/)
      return [name, sources.join(' ')]
    }),
  )
  for (const name of ['default-src', 'base-uri', 'form-action', 'frame-ancestors'])
    if (policy[name] !== "'none'") errors.push(`CSP: ${name} is ${policy[name] ?? 'missing'}`)
  for (const [name, sources] of Object.entries(policy))
    if (
      /unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)|\*|https?:|wss?:|file:/.test(sources) ||
      (name.startsWith('script') && /data:|blob:/.test(sources))
    )
      errors.push(`CSP: ${name} is ${sources}`)
  const wanted: Record<string, RegExp> = {
    'x-content-type-options': /^nosniff$/,
    'referrer-policy': /^no-referrer$/,
    'cross-origin-opener-policy': /^same-origin$/,
    'cross-origin-resource-policy': /^same-origin$/,
    'permissions-policy': /camera=\(self\).*microphone=\(\)/,
    'content-type': /^[\w.+/-]+(; charset=utf-8)?$/,
  }
  for (const [name, pattern] of Object.entries(wanted))
    if (!pattern.test(headers.get(name) ?? '')) errors.push(`header: ${name} is ${headers.get(name) ?? 'missing'}`)
  return errors
}

/** Navigation, redirects, frames, windows, downloads and webviews. */
async function wayOut(shell: Shell): Promise<string[]> {
  const errors: string[] = []
  for (const { window, where } of WINDOWS) {
    const prevented = (name: string, url: string, isMainFrame = true) =>
      shell.happen({ to: 'contents', window, name, details: { url, isMainFrame, isSameDocument: false } })
    for (const url of ELSEWHERE) {
      for (const name of ['will-navigate', 'will-redirect'])
        if (!(await prevented(name, url))) errors.push(`${name}: ${url} is let through${where}`)
      if (!(await prevented('will-frame-navigate', url, false)))
        errors.push(`will-frame-navigate: ${url} is let through${where}`)
      if ((await shell.wantWindow(window, url)) !== 'deny') errors.push(`window: ${url} may open${where}`)
    }
    if (await prevented('will-navigate', `${HOME}staff`))
      errors.push(`will-navigate: the app’s own page is refused${where}`)
    if ((await shell.wantWindow(window, HOME)) !== 'deny') errors.push(`window: the app’s own page may open${where}`)
    if (!(await shell.happen({ to: 'contents', window, name: 'will-attach-webview', more: [{}, {}] })))
      errors.push(`webview: it may be attached${where}`)
  }
  for (const url of ['https://elsewhere.example/a.exe', 'blob:https://elsewhere.example/1', 'file:///etc/passwd'])
    if ((await shell.download({ url, name: 'a.exe' })) !== 'refused') errors.push(`download: ${url} is taken`)
  if ((await shell.download({ url: 'blob:app://kiosk/1', name: 'plan.xlsx' })) === 'refused')
    errors.push('download: the app’s own file is refused')
  return errors
}

/** The camera on the app's own page, and nothing else to anybody. */
async function permissions(shell: Shell): Promise<string[]> {
  const errors: string[] = []
  const never = async (what: string, asked: Parameters<Shell['mayUse']>[0]) => {
    const { request, check } = await shell.mayUse(asked)
    if (request) errors.push(`permission: ${what} is given when it is asked for`)
    if (check) errors.push(`permission: ${what} is given when it is looked up`)
  }
  const camera = { permission: 'media', url: HOME, media: ['video' as const] }
  const own = await shell.mayUse(camera)
  if (!own.request || !own.check) errors.push('permission: the camera is refused to the app’s own page')
  for (const permission of PERMISSIONS) await never(permission, { permission, url: HOME })
  await never('the microphone', { ...camera, media: ['audio'] })
  await never('the microphone beside the camera', { ...camera, media: ['video', 'audio'] })
  await never('the camera in a frame', { ...camera, isMainFrame: false })
  for (const url of ['https://elsewhere.example/', 'app://other/', 'http://kiosk/'])
    await never(`the camera at ${url}`, { ...camera, url })
  if (await shell.mayHold(HOME)) errors.push('permission: a USB device is handed out')
  return errors
}

/** A port is answered where a window's own top frame offers it from the app's own page, and nowhere else; on the wall as anybody’s. */
async function senders({ shell, offer }: UnseenShell): Promise<string[]> {
  const errors: string[] = []
  const own: Frame = { of: 'top', url: HOME }
  /** Whether `window` answers whoever asks there so; at the other window somebody asks as well, later and twice, and is answered. */
  const isAnswered = async (beside: KioskClient, frame: Frame, window: number, channel = PORT_CHANNEL) => {
    const { client, asked, close } = await offer(frame, { channel, window })
    let answered = false
    client.station.state().then(
      () => void (answered = true),
      () => undefined,
    )
    await asked
    await beside.station.state()
    await beside.station.state()
    close()
    return answered
  }
  for (const { window, where } of WINDOWS) {
    const beside = WINDOWS.find((other) => other.window !== window)
    const { client, close } = await offer(own, { window: beside?.window ?? 0 })
    if (!(await isAnswered(client, own, window))) errors.push(`sender: the app’s own page is not answered${where}`)
    for (const [who, frame] of Object.entries<Frame>({
      'a frame inside the page': { of: 'inner', url: HOME },
      'a page elsewhere': { of: 'top', url: 'https://elsewhere.example/' },
      'a page of another host of the scheme': { of: 'top', url: 'app://other/' },
      'a page without an address': { of: 'top', url: '' },
      'a frame that has gone': { of: 'none', url: '' },
    }))
      if (await isAnswered(client, frame, window)) errors.push(`sender: the port of ${who} is answered${where}`)
    if (await isAnswered(client, own, window, 'another-channel'))
      errors.push(`sender: another channel is answered${where}`)
    close()
  }
  const wall = await offer(own, { window: 1 })
  await wall.client.staff.unlock({ role: 'steward', pin: PIN }).catch(() => undefined)
  const role = await wall.client.station.state().then(
    (state) => state.role,
    () => 'delegate',
  )
  if (role !== 'delegate') errors.push(`sender: the wall’s page is ${role}’s`)
  wall.close()
  await shell.offer({
    window: 0,
    channel: PORT_CHANNEL,
    message: await writeClone(null),
    ports: [],
    frame: own,
  })
  return errors
}

/** Whether a shell that finds another one running opens nothing and quits. */
export async function yieldsToTheFirst(folder: string, start: Partial<Start> = {}): Promise<boolean> {
  const opened = Promise.withResolvers<null>()
  const hear = ({ kind }: News) => void (kind === 'window' && opened.resolve(null))
  const shell = await startShell(join(folder, 'station'), hear, { ...start, isSecond: true })
  const code = await Promise.race([shell.quit, opened.promise])
  const { windows } = await shell.recorded()
  await shell.close()
  return code === 0 && windows.length === 0
}
