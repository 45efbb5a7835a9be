/**
 * Electron's security checklist (electronjs.org/docs/latest/tutorial/security), walked against what the built shell does under
 * the Electron double. Each item says what is wrong in a line that starts with the item's name.
 */
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { PORT_CHANNEL } from '../../electron/desktop/channel.ts'
import type { KioskClient } from '../../shared/contract/index.ts'
import { readClone, writeClone } from './electron-double/clone.ts'
import { type Shell, startShell } from './electron-double/shell.ts'
import type { Frame, Start } from './electron-double/talk.ts'

const HOME = 'app://kiosk/'

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

/** A window with no picture: every page is there as soon as it is asked for, and ports are met by name. */
async function startUnseen(folder: string, start: Partial<Start>) {
  const heard = new Map<string, (text: string) => void>()
  const shown = Promise.withResolvers<void>()
  const shell = await startShell(
    folder,
    (news, asked) => {
      if (news.kind === 'load') asked.loaded(news.window, news.url).then(shown.resolve, shown.reject)
      if (news.kind === 'port-text') heard.get(news.port)?.(news.text)
      if (news.kind === 'failed' || news.kind === 'quit') shown.resolve()
    },
    start,
  )
  await shown.promise
  return { shell, heard }
}

/** What is wrong with the shell, one line a fault; empty where every item of the list holds. */
export async function findSecurityFaults(folder: string, start: Partial<Start> = {}): Promise<string[]> {
  const { shell, heard } = await startUnseen(folder, start)
  try {
    if (shell.failures.length > 0) return shell.failures.map((failure) => `does not start: ${failure}`)
    return [
      ...(await whatWasAsked(shell)),
      ...(await pages(shell)),
      ...(await wayOut(shell)),
      ...(await permissions(shell)),
      ...(await senders(shell, heard)),
      ...shell.failures.map((failure) => `fails: ${failure}`),
    ]
  } finally {
    await shell.close()
  }
}

/** Preferences, scheme, switches, menu: what the shell gave Electron to begin with. */
async function whatWasAsked(shell: Shell): Promise<string[]> {
  const { windows, schemes, handled, switches, menus, devToolsOpened, opened, singleInstance, calls } =
    await shell.recorded()
  const faults: string[] = []
  if (windows.length !== 1) faults.push(`windows: there are ${windows.length}`)
  for (const { options, loaded } of windows) {
    const given = (options.webPreferences ?? {}) as Record<string, unknown>
    for (const [name, { wanted, byDefault }] of Object.entries(PREFERENCES))
      if ((given[name] ?? byDefault) !== wanted) faults.push(`webPreferences: ${name} is not ${wanted}`)
    for (const name of ['enableBlinkFeatures', 'additionalArguments', 'session', 'partition'])
      if (given[name] !== undefined) faults.push(`webPreferences: ${name} is set`)
    for (const url of loaded) if (!url.startsWith(HOME)) faults.push(`content: ${url} is loaded`)
  }
  for (const { scheme, privileges } of schemes) {
    const given = Object.entries(privileges ?? {}).flatMap(([name, on]) => (on === true ? [name] : []))
    if (scheme !== 'app') faults.push(`scheme: ${scheme} has privileges`)
    for (const name of given)
      if (!['standard', 'secure', 'supportFetchAPI'].includes(name)) faults.push(`scheme: ${scheme} may ${name}`)
  }
  for (const scheme of handled) if (scheme !== 'app') faults.push(`scheme: ${scheme} is answered`)
  for (const name of switches) if (BAD_SWITCHES.has(name.split('=')[0] ?? '')) faults.push(`switch: ${name}`)
  if (!calls.some(({ name }) => name === 'app.enableSandbox')) faults.push('sandbox: not every renderer has one')
  if (menus.at(-1) !== 'none') faults.push('menu: there is one')
  if (devToolsOpened > 0) faults.push('DevTools: they were opened')
  if (opened.length > 0) faults.push(`shell.openExternal: ${opened.join(' ')}`)
  if (!singleInstance) faults.push('single instance: the lock is not asked for')
  return faults
}

/** The headers of every kind of answer, and that nothing outside of the built pages is one. */
async function pages(shell: Shell): Promise<string[]> {
  const get = (path: string, method = 'GET') => shell.serve({ url: path.includes('://') ? path : HOME + path, method })
  const text = async (path: string) => new TextDecoder().decode((await get(path)).body)
  const assets = [...(await text('')).matchAll(/(?:src|href)="\/([^"]+)"/g)].map(([, path]) => path ?? '')
  const faults: string[] = []
  if (!assets.some((path) => path.startsWith('assets/'))) faults.push('pages: the first page has no script')
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
    if (refused ? status !== 404 && !isFirst : status !== 200) faults.push(`pages: ${path} is answered with ${status}`)
    if (path.startsWith('app://other') && status !== 404) faults.push(`pages: ${path} is answered with ${status}`)
    faults.push(...headerFaults(new Headers(headers)).map((fault) => `${fault} at ${path === '' ? '/' : path}`))
  }
  return faults
}

function headerFaults(headers: Headers): string[] {
  const faults: string[] = []
  const policy = Object.fromEntries(
    (headers.get('content-security-policy') ?? '').split(';').map((part) => {
      const [name = '', ...sources] = part.trim().split(/\s+/)
      return [name, sources.join(' ')]
    }),
  )
  for (const name of ['default-src', 'base-uri', 'form-action', 'frame-ancestors'])
    if (policy[name] !== "'none'") faults.push(`CSP: ${name} is ${policy[name] ?? 'missing'}`)
  for (const [name, sources] of Object.entries(policy))
    if (
      /unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)|\*|https?:|wss?:|file:/.test(sources) ||
      (name.startsWith('script') && /data:|blob:/.test(sources))
    )
      faults.push(`CSP: ${name} is ${sources}`)
  const wanted: Record<string, RegExp> = {
    'x-content-type-options': /^nosniff$/,
    'referrer-policy': /^no-referrer$/,
    'cross-origin-opener-policy': /^same-origin$/,
    'cross-origin-resource-policy': /^same-origin$/,
    'permissions-policy': /camera=\(self\).*microphone=\(\)/,
    'content-type': /^[\w.+/-]+(; charset=utf-8)?$/,
  }
  for (const [name, pattern] of Object.entries(wanted))
    if (!pattern.test(headers.get(name) ?? '')) faults.push(`header: ${name} is ${headers.get(name) ?? 'missing'}`)
  return faults
}

/** Navigation, redirects, frames, windows, downloads and webviews. */
async function wayOut(shell: Shell): Promise<string[]> {
  const faults: string[] = []
  const prevented = (name: string, url: string, isMainFrame = true) =>
    shell.happen({ to: 'contents', name, details: { url, isMainFrame, isSameDocument: false } })
  for (const url of ELSEWHERE) {
    for (const name of ['will-navigate', 'will-redirect'])
      if (!(await prevented(name, url))) faults.push(`${name}: ${url} is let through`)
    if (!(await prevented('will-frame-navigate', url, false))) faults.push(`will-frame-navigate: ${url} is let through`)
    if ((await shell.wantWindow(0, url)) !== 'deny') faults.push(`window: ${url} may open`)
  }
  if (await prevented('will-navigate', `${HOME}staff`)) faults.push('will-navigate: the app’s own page is refused')
  if ((await shell.wantWindow(0, HOME)) !== 'deny') faults.push('window: the app’s own page may open')
  for (const url of ['https://elsewhere.example/a.exe', 'blob:https://elsewhere.example/1', 'file:///etc/passwd'])
    if ((await shell.download({ url, name: 'a.exe' })) !== 'refused') faults.push(`download: ${url} is taken`)
  if ((await shell.download({ url: 'blob:app://kiosk/1', name: 'plan.xlsx' })) === 'refused')
    faults.push('download: the app’s own file is refused')
  if (!(await shell.happen({ to: 'contents', name: 'will-attach-webview', more: [{}, {}] })))
    faults.push('webview: it may be attached')
  return faults
}

/** The camera on the app's own page, and nothing else to anybody. */
async function permissions(shell: Shell): Promise<string[]> {
  const faults: string[] = []
  const never = async (what: string, asked: Parameters<Shell['mayUse']>[0]) => {
    const { request, check } = await shell.mayUse(asked)
    if (request) faults.push(`permission: ${what} is given when it is asked for`)
    if (check) faults.push(`permission: ${what} is given when it is looked up`)
  }
  const camera = { permission: 'media', url: HOME, media: ['video' as const] }
  const own = await shell.mayUse(camera)
  if (!own.request || !own.check) faults.push('permission: the camera is refused to the app’s own page')
  for (const permission of PERMISSIONS) await never(permission, { permission, url: HOME })
  await never('the microphone', { ...camera, media: ['audio'] })
  await never('the microphone beside the camera', { ...camera, media: ['video', 'audio'] })
  await never('the camera in a frame', { ...camera, isMainFrame: false })
  for (const url of ['https://elsewhere.example/', 'app://other/', 'http://kiosk/'])
    await never(`the camera at ${url}`, { ...camera, url })
  if (await shell.mayHold(HOME)) faults.push('permission: a USB device is handed out')
  return faults
}

/** A port is answered where the window's own top frame offers it from the app's own page, and nowhere else. */
async function senders(shell: Shell, heard: Map<string, (text: string) => void>): Promise<string[]> {
  const faults: string[] = []
  let offers = 0
  const isAnswered = async (frame: Frame, channel = PORT_CHANNEL): Promise<boolean> => {
    offers += 1
    const name = `offer ${offers}`
    const { port1, port2 } = new MessageChannel()
    heard.set(name, (text) => port2.postMessage(readClone(text)))
    await shell.offer({ window: 0, channel, message: await writeClone(null), ports: [name], frame })
    port2.on('message', (message: unknown) => void writeClone(message).then((text) => shell.portText(name, text)))
    port1.start()
    const client: KioskClient = createORPCClient(new RPCLink({ port: port1 }))
    const answer = client.station.state().then(
      () => true,
      () => false,
    )
    const patience = new Promise<boolean>((resolve) => void setTimeout(resolve, 40, false))
    const answered = await Promise.race([answer, patience])
    port1.close()
    return answered
  }
  for (const [who, frame] of Object.entries<Frame>({
    'a frame inside the page': { of: 'inner', url: HOME },
    'a page elsewhere': { of: 'top', url: 'https://elsewhere.example/' },
    'a page of another host of the scheme': { of: 'top', url: 'app://other/' },
    'a page without an address': { of: 'top', url: '' },
    'a frame that has gone': { of: 'none', url: '' },
  }))
    if (await isAnswered(frame)) faults.push(`sender: the port of ${who} is answered`)
  if (await isAnswered({ of: 'top', url: HOME }, 'another-channel')) faults.push('sender: another channel is answered')
  if (!(await isAnswered({ of: 'top', url: HOME }))) faults.push('sender: the app’s own page is not answered')
  await shell.offer({
    window: 0,
    channel: PORT_CHANNEL,
    message: await writeClone(null),
    ports: [],
    frame: { of: 'top', url: HOME },
  })
  return faults
}

/** Whether a shell that finds another one running opens nothing and quits. */
export async function yieldsToTheFirst(folder: string, start: Partial<Start> = {}): Promise<boolean> {
  const shell = await startShell(join(folder, 'station'), () => undefined, { ...start, isSecond: true })
  const patience = new Promise<null>((resolve) => void setTimeout(resolve, 2000, null))
  const code = await Promise.race([shell.quit, patience])
  const { windows } = await shell.recorded()
  await shell.close()
  return code === 0 && windows.length === 0
}
