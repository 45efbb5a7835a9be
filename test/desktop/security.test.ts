/** Electron's security checklist against the built shell; and of each item, that the check would notice. */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isLong } from '../support/lane.ts'
import { findSecurityErrors, yieldsToTheFirst } from '../support/security-check.ts'
import { tempFolder } from '../support/temp-folder.ts'

type Change = { from: string; to: string }

const check = (changes: Change[] = [], isPackaged = true, stationChanges: Change[] = []) =>
  findSecurityErrors(join(tempFolder(), 'station'), { changes, isPackaged, stationChanges })

/** Does `work` when it is first asked for, and not again. */
function once<T>(work: () => T): () => T {
  let done: { answer: T } | null = null
  return () => (done ??= { answer: work() }).answer
}

const mutated = (mutations: Mutation[]) =>
  check(
    mutations.flatMap(({ changes }) => changes),
    true,
    mutations.flatMap(({ station = [] }) => station),
  )

/** The wrong value of a preference, in the built text. */
const turn = (name: string, from: boolean | string, to = String(!from)) => ({
  from: `${name}: ${from}`,
  to: `${name}: ${to}`,
})

describe('the desktop shell and Electron’s security checklist', () => {
  test('the packaged shell keeps every item', async () => {
    expect(await check()).toEqual([])
  })

  test('where it is not packaged, DevTools may be opened, and nothing else is different', async () => {
    expect(await check([], false)).toEqual([
      'webPreferences: devTools is not false',
      'webPreferences: devTools is not false (the wall)',
    ])
  })

  test('a second start opens no window and quits', async () => {
    expect(await yieldsToTheFirst(tempFolder())).toBe(true)
    const changes = [
      { from: 'if (app.requestSingleInstanceLock())', to: 'if (app.requestSingleInstanceLock() || true)' },
    ]
    expect(await yieldsToTheFirst(tempFolder(), { changes })).toBe(false)
  })
})

/** A fault somebody could make, in the text of the built shell, and what the check then says. */
type Mutation = { what: string; changes: Change[]; station?: Change[]; told: string[] }

/** What is changed at one start does not hide the other, and of what each must bring about the other brings about nothing. */
const STARTS: Mutation[][] = [
  [
    {
      what: 'preferences',
      changes: [
        turn('sandbox', true),
        turn('contextIsolation', true),
        turn('webSecurity', true),
        turn('nodeIntegration', false),
        turn('nodeIntegrationInSubFrames', false),
        turn('nodeIntegrationInWorker', false),
        turn('allowRunningInsecureContent', false),
        turn('experimentalFeatures', false),
        turn('plugins', false),
        turn('webviewTag', false),
        turn('navigateOnDragDrop', false),
        turn('devTools', '!packaged', 'true'),
      ],
      told: [
        'webPreferences: sandbox is not true',
        'webPreferences: contextIsolation is not true',
        'webPreferences: webSecurity is not true',
        'webPreferences: nodeIntegration is not false',
        'webPreferences: nodeIntegrationInSubFrames is not false',
        'webPreferences: nodeIntegrationInWorker is not false',
        'webPreferences: allowRunningInsecureContent is not false',
        'webPreferences: experimentalFeatures is not false',
        'webPreferences: plugins is not false',
        'webPreferences: webviewTag is not false',
        'webPreferences: navigateOnDragDrop is not false',
        'webPreferences: devTools is not false',
      ],
    },
    {
      what: 'the scheme, the sandbox of all, the menu, the lock, a switch, DevTools and another program',
      changes: [
        { from: 'supportFetchAPI: true', to: 'supportFetchAPI: true, bypassCSP: true' },
        {
          from: 'app.enableSandbox();',
          to: 'app.commandLine.appendSwitch("no-sandbox");protocol.handle("file", () => new Response(""));',
        },
        { from: 'Menu.setApplicationMenu(null);', to: 'Menu.setApplicationMenu({});' },
        { from: 'if (app.requestSingleInstanceLock())', to: 'if (true)' },
      ],
      told: [
        'scheme: app may bypassCSP',
        'scheme: file is answered',
        'switch: no-sandbox',
        'sandbox: not every renderer has one',
        'menu: there is one',
        'single instance: the lock is not asked for',
      ],
    },
    {
      what: 'a page from elsewhere',
      changes: [{ from: 'window.loadURL(APP_ORIGIN + wanted)', to: 'window.loadURL("https://elsewhere.example/")' }],
      told: ['content: https://elsewhere.example/ is loaded'],
    },
    {
      what: 'headers',
      changes: [
        { from: "script-src 'self' 'wasm-unsafe-eval'", to: "script-src 'self' 'unsafe-inline' 'unsafe-eval'" },
        { from: "connect-src 'self'", to: 'connect-src https:' },
        { from: "default-src 'none'", to: "default-src 'self'" },
        { from: "frame-ancestors 'none'", to: "frame-ancestors 'self'" },
        { from: '"x-content-type-options": "nosniff"', to: '"x-none": "none"' },
        { from: '"cross-origin-opener-policy": "same-origin"', to: '"cross-origin-opener-policy": "unsafe-none"' },
        { from: 'microphone=()', to: 'microphone=*' },
      ],
      told: [
        "CSP: script-src is 'self' 'unsafe-inline' 'unsafe-eval' at /",
        'CSP: connect-src is https: at /',
        "CSP: default-src is 'self' at none.js",
        "CSP: frame-ancestors is 'self' at needs-help",
        'header: x-content-type-options is missing at app://other/',
        'header: cross-origin-opener-policy is unsafe-none at /',
        'header: permissions-policy is camera=(self), microphone=*, geolocation=(), payment=(), usb=() at /',
      ],
    },
    {
      what: 'paths that climb',
      changes: [
        { from: '"/index.html" : path;', to: '"/index.html" : decodeURIComponent(path);' },
        { from: 'if (!built.has(wanted)) return null;', to: 'if (!existsSync(join(folder, wanted))) return null;' },
      ],
      told: ['pages: app://kiosk/..%2f..%2fpackage.json is answered with 200'],
    },
    {
      what: 'every address for its own',
      changes: [{ from: '.host === "kiosk"', to: '.host !== ""' }],
      told: [
        'pages: app://other/ is answered with 200',
        'will-navigate: app://other/ is let through',
        'will-redirect: app://kiosk.elsewhere.example/ is let through',
        'permission: the camera at app://other/ is given when it is asked for',
        'sender: the port of a page of another host of the scheme is answered',
      ],
    },
    {
      what: 'permissions for whatever is asked, and devices',
      changes: [
        { from: 'permission === "media" &&', to: '' },
        { from: 'setDevicePermissionHandler(() => false)', to: 'setDevicePermissionHandler(() => true)' },
        { from: 'media.every((kind) => kind === "video")', to: 'true' },
      ],
      told: [
        'permission: the microphone is given when it is asked for',
        'permission: the microphone beside the camera is given when it is looked up',
        'permission: a USB device is handed out',
      ],
    },
    {
      what: 'the camera in a frame',
      changes: [{ from: 'isMainFrame && url !== void 0', to: 'url !== void 0' }],
      told: ['permission: the camera in a frame is given when it is asked for'],
    },
    {
      what: 'a port from any frame',
      changes: [{ from: ' && frame === top', to: '' }],
      told: ['sender: the port of a frame inside the page is answered'],
    },
    {
      what: 'a fence round the first window only',
      changes: [{ from: 'app.on("web-contents-created"', to: 'app.once("web-contents-created"' }],
      told: [
        'will-navigate: https://elsewhere.example/ is let through (the wall)',
        'window: https://elsewhere.example/ may open (the wall)',
        'webview: it may be attached (the wall)',
      ],
    },
  ],
  [
    {
      what: 'headers of refusals alone',
      changes: [
        {
          from: '...SAFE_HEADERS,\n\t\t\t"content-type": "text/plain; charset=utf-8"',
          to: '"content-type": "text/plain"',
        },
      ],
      told: ['CSP: default-src is missing at none.js'],
    },
    {
      what: 'the ways out',
      changes: [
        { from: '"will-navigate"', to: '"never-navigate"' },
        { from: '"will-redirect"', to: '"never-redirect"' },
        { from: '"will-frame-navigate"', to: '"never-frame-navigate"' },
        { from: '"will-attach-webview"', to: '"never-attach-webview"' },
        { from: 'action: "deny"', to: 'action: "allow"' },
        { from: '"will-download"', to: '"never-download"' },
      ],
      told: [
        'will-navigate: https://elsewhere.example/ is let through',
        'will-redirect: file:///etc/passwd is let through',
        'will-frame-navigate: data:text/html,there is let through',
        'webview: it may be attached',
        'window: https://elsewhere.example/ may open',
        'download: https://elsewhere.example/a.exe is taken',
      ],
    },
    {
      what: 'no handlers for permissions',
      changes: [{ from: 'guardPermissions(session.defaultSession, (permission) => refused(permission));', to: '' }],
      told: ['permission: geolocation is given when it is asked for', 'permission: usb is given when it is looked up'],
    },
    {
      what: 'a port from any address',
      changes: [{ from: 'url !== void 0 && isOwnPage(url);', to: 'true;' }],
      told: [
        'sender: the port of a page elsewhere is answered',
        'sender: the port of a page without an address is answered',
      ],
    },
    {
      what: 'a port from nobody',
      changes: [
        {
          from: 'return frame !== null && frame !== void 0 && frame === top',
          to: 'return frame === null || frame === top',
        },
      ],
      told: ['sender: the port of a frame that has gone is answered'],
    },
    {
      what: 'a wall whose page may do more',
      changes: [{ from: 'title: "Pledge Kiosk wall",', to: 'title: "", webPreferences: { nodeIntegration: true },' }],
      told: [
        'webPreferences: nodeIntegration is not false (the wall)',
        'webPreferences: devTools is not false (the wall)',
      ],
    },
    {
      what: 'a wall in the hands of a facilitator, or of whoever knows the PIN',
      changes: [],
      station: [{ from: 'if (this.#isWall) return "delegate";', to: '' }],
      told: ['sender: the wall’s page is steward’s'],
    },
  ],
  [
    {
      what: 'a wall that does not come, and cannot be looked at',
      changes: [{ from: 'const window = open(place.bounds);', to: 'return;' }],
      told: ['windows: there are 1'],
    },
  ],
]

describe('the check of the security checklist would notice', () => {
  for (const together of STARTS) {
    const atOnce = once(() => mutated(together))
    test.each(together)('$what', async (mutation) => {
      // The long lane starts for each alone, and so sees whose fault is whose.
      const errors = await (isLong ? mutated([mutation]) : atOnce())
      expect(errors).toEqual(expect.arrayContaining(mutation.told))
      if (!isLong) return
      const others = new Set(together.flatMap((one) => (one === mutation ? [] : one.told)))
      expect(errors.filter((error) => others.has(error))).toEqual([])
    })
  }
})
