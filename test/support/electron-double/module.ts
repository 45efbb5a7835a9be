/** The double of the `electron` module, as the main process imports it: it notes what is asked, and does what a window needs. */
import { EventEmitter } from 'node:events'
import { join } from 'node:path'
import type {
  App,
  CommandLine,
  DownloadItem,
  IpcMain,
  Menu,
  MessageChannelMain,
  MessagePortMain,
  PowerSaveBlocker,
  Protocol,
  SafeStorage,
  Session,
} from 'electron'
import { nodeRequest } from '../node-request.ts'
import { readClone } from './clone.ts'
import { rememberWaits } from './long-waits.ts'
import { createChannel, createPortMain } from './port-main.ts'
import { createPrinters } from './printers.ts'
import { createScreens } from './screens.ts'
import { strict } from './strict.ts'
import type { Controls, News, Recorded, Start } from './talk.ts'
import { createUtility } from './utility.ts'
import { createWindows } from './windows.ts'

type Handler = Parameters<Protocol['handle']>[1]

type AskPermission = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>
type CheckPermission = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>

export function createElectronDouble(start: Start, tell: (news: News) => void) {
  const recorded: Recorded = {
    switches: [],
    schemes: [],
    handled: [],
    windows: [],
    menus: [],
    powerSave: [],
    singleInstance: false,
    devToolsOpened: 0,
    opened: [],
    hears: [],
    loaded: [],
    calls: [],
  }
  const note = (name: string, ...given: unknown[]) => void recorded.calls.push({ name, given })
  const handlers = new Map<string, Handler>()
  const ports = new Map<string, ReturnType<typeof createPortMain>>()
  let askPermission: AskPermission | null = null
  let checkPermission: CheckPermission | null = null
  let handedOut: ((details: never) => boolean) | null = null

  const sessionEvents = new EventEmitter()
  const session = strict(
    'Session',
    Object.assign(sessionEvents, {
      setPermissionRequestHandler: (handler) => void (askPermission = handler),
      setPermissionCheckHandler: (handler) => void (checkPermission = handler),
      setDevicePermissionHandler: (handler) => void (handedOut = handler),
      setDisplayMediaRequestHandler: (handler) => note('session.setDisplayMediaRequestHandler', handler === null),
      setSpellCheckerEnabled: (enabled) => note('session.setSpellCheckerEnabled', enabled),
    } satisfies Pick<
      Session,
      | 'setPermissionRequestHandler'
      | 'setPermissionCheckHandler'
      | 'setDevicePermissionHandler'
      | 'setDisplayMediaRequestHandler'
      | 'setSpellCheckerEnabled'
    >),
  )
  const appEvents = new EventEmitter()
  const printers = createPrinters(start.printers, tell)
  const screens = createScreens(start.displays)
  let quitting = false
  const windows = createWindows(
    recorded,
    tell,
    () => session,
    {
      created: (contents) => appEvents.emit('web-contents-created', {}, contents),
      // As Electron: an app that quits by itself does not hear of it.
      allClosed: () => void (quitting || appEvents.emit('window-all-closed')),
    },
    printers,
    screens.primary,
  )
  appEvents.on('newListener', (name) => recorded.hears.push(`app ${String(name)}`))
  const end = (code: number) => {
    appEvents.emit('quit', {}, code)
    tell({ kind: 'quit', code })
  }
  const quit = () => {
    let prevented = false
    const event = { preventDefault: () => void (prevented = true) }
    appEvents.emit('before-quit', event)
    if (prevented) return
    quitting = true
    for (const { window, isOpen, finish } of windows.all) {
      if (!isOpen()) continue
      window.emit('close', event)
      if (prevented) return void (quitting = false)
      finish()
    }
    appEvents.emit('will-quit', event)
    if (!prevented) end(0)
  }
  const app = strict(
    'app',
    Object.assign(appEvents, {
      isPackaged: start.isPackaged,
      name: 'pledge-kiosk',
      getAppPath: () => start.root,
      getPath: (name) => join(start.ownFolder, name),
      setPath: (name, path) => note('app.setPath', name, path),
      setAppLogsPath: (path) => note('app.setAppLogsPath', path),
      getVersion: () => '0.0.0-double',
      getName: () => 'pledge-kiosk',
      getLocale: () => 'en-GB',
      setAppUserModelId: (id) => note('app.setAppUserModelId', id),
      enableSandbox: () => note('app.enableSandbox'),
      setLoginItemSettings: (settings) => note('app.setLoginItemSettings', settings),
      relaunch: (options) => note('app.relaunch', options),
      requestSingleInstanceLock: () => {
        recorded.singleInstance = true
        return !start.isSecond
      },
      hasSingleInstanceLock: () => recorded.singleInstance && !start.isSecond,
      releaseSingleInstanceLock: () => note('app.releaseSingleInstanceLock'),
      whenReady: () => Promise.resolve(),
      isReady: () => true,
      focus: () => note('app.focus'),
      quit,
      exit: (code = 0) => end(code),
      commandLine: strict('app.commandLine', {
        appendSwitch: (name, value) => void recorded.switches.push(value === undefined ? name : `${name}=${value}`),
        hasSwitch: (name) => recorded.switches.some((one) => one.split('=')[0] === name),
      } satisfies Pick<CommandLine, 'appendSwitch' | 'hasSwitch'>) as CommandLine,
    } satisfies Partial<App>),
  )

  const powerEvents = new EventEmitter()
  const heard = new EventEmitter()
  heard.on('newListener', (name) => recorded.hears.push(`ipcMain ${String(name)}`))
  const ipcMain = strict('ipcMain', heard) satisfies Pick<IpcMain, 'eventNames'>

  const protocol = strict('protocol', {
    registerSchemesAsPrivileged: (schemes) => void recorded.schemes.push(...schemes),
    handle: (scheme, handler) => {
      recorded.handled.push(scheme)
      handlers.set(scheme, handler)
    },
    isProtocolHandled: (scheme) => handlers.has(scheme),
  } satisfies Pick<Protocol, 'registerSchemesAsPrivileged' | 'handle' | 'isProtocolHandled'>)

  const safeStorage = strict('safeStorage', {
    // As on a system without a keychain: the key lies in the data folder, where a test can open the same data.
    isAsyncEncryptionAvailable: () => Promise.resolve(false),
    encryptStringAsync: () => Promise.reject(new Error('there is no keychain')),
    decryptStringAsync: () => Promise.reject(new Error('there is no keychain')),
    getSelectedStorageBackend: () => 'basic_text',
  } satisfies Partial<SafeStorage>)

  const utility = createUtility({
    changes: start.stationChanges,
    failed: (error) => tell({ kind: 'failed', error }),
    forked: (given) => note('utilityProcess.fork', given),
  })
  // A plain function, because only such a one can be called with `new` and answer with what it likes.
  function MessageChannelDouble() {
    return createChannel()
  }

  const module = {
    app,
    BrowserWindow: windows.constructor,
    MessageChannelMain: MessageChannelDouble as unknown as typeof MessageChannelMain,
    utilityProcess: strict('utilityProcess', { fork: utility.fork } satisfies Pick<
      typeof Electron.utilityProcess,
      'fork'
    >),
    ipcMain,
    protocol,
    safeStorage,
    screen: screens.screen,
    session: strict('session', {
      defaultSession: session,
    }),
    net: strict('net', {
      request: (options) => {
        note('net.request', options)
        return nodeRequest(typeof options === 'string' ? { url: options } : options)
      },
    } satisfies Pick<typeof Electron.net, 'request'>),
    Menu: strict('Menu', {
      setApplicationMenu: (menu) => void recorded.menus.push(menu === null ? 'none' : 'a menu'),
    } satisfies Pick<typeof Menu, 'setApplicationMenu'>),
    powerMonitor: strict('powerMonitor', powerEvents),
    powerSaveBlocker: strict('powerSaveBlocker', {
      start: (type) => recorded.powerSave.push(type),
      stop: (id) => recorded.powerSave.splice(id - 1, 1, 'stopped').length > 0,
      isStarted: (id) => ![undefined, 'stopped'].includes(recorded.powerSave[id - 1]),
    } satisfies PowerSaveBlocker),
    shell: strict('shell', {
      openExternal: async (url: string) => void recorded.opened.push(url),
    } satisfies Pick<typeof Electron.shell, 'openExternal'>),
  }

  const windowOf = (id = 0) => {
    const found = windows.all[id]
    if (found === undefined) throw new Error(`The shell has opened no window ${id}`)
    return found
  }

  const controls: Controls = {
    recorded: () => recorded,
    async serve({ url, method }) {
      const handler = handlers.get(new URL(url).protocol.slice(0, -1))
      if (handler === undefined) throw new Error(`The shell answers nothing under ${url}`)
      const answer = await handler(new Request(url, { method }))
      return {
        status: answer.status,
        headers: [...answer.headers],
        body: new Uint8Array(await answer.arrayBuffer()),
      }
    },
    loaded: (window, url) => windowOf(window).loaded(url),
    offer({ window, channel, message, ports: names, frame }) {
      const { top, inner, contentsMembers } = windowOf(window)
      const sender = frame.of === 'none' ? null : frame.of === 'top' ? top : inner
      if (sender !== null) sender.url = frame.url
      const taken = names.map((name): MessagePortMain => {
        const made = createPortMain({
          post: (text) => tell({ kind: 'port-text', port: name, text }),
          close: () => tell({ kind: 'port-end', port: name }),
        })
        ports.set(name, made)
        return made.port
      })
      heard.emit(
        channel,
        strict('IpcMainEvent', {
          ports: taken,
          sender: contentsMembers,
          senderFrame: sender,
          type: 'frame',
        }),
        readClone(message),
      )
    },
    portText: (port, text) => ports.get(port)?.hear(text),
    portEnd(port) {
      ports.get(port)?.end()
      ports.delete(port)
    },
    happen({ to, window, name, details = {}, more = [] }) {
      let prevented = false
      const event = { ...details, preventDefault: () => void (prevented = true) }
      const target =
        to === 'app'
          ? appEvents
          : to === 'power'
            ? powerEvents
            : to === 'session'
              ? sessionEvents
              : windowOf(window)[to]
      target.emit(name, event, ...more)
      return prevented
    },
    wantWindow: (window, url) => windowOf(window).wantWindow(url),
    async mayUse({ permission, url, media, isMainFrame = true }) {
      const contents = windowOf().contentsMembers as never
      // Electron itself grants everything where the shell says nothing.
      const request = await new Promise<boolean>((resolve) => {
        if (askPermission === null) resolve(true)
        else
          askPermission(contents, permission as never, resolve, {
            requestingUrl: url,
            isMainFrame,
            ...(media === undefined ? {} : { mediaTypes: media, securityOrigin: new URL(url).origin }),
          })
      })
      const origin = `${new URL(url).protocol}//${new URL(url).host}/`
      const checks = (media ?? [undefined]).map(
        (mediaType) =>
          checkPermission === null ||
          checkPermission(contents, permission as never, origin, {
            requestingUrl: url,
            isMainFrame,
            ...(mediaType === undefined ? {} : { mediaType, securityOrigin: origin }),
          }),
      )
      return { request, check: checks.every(Boolean) }
    },
    download({ url, name }) {
      let outcome = 'asked'
      const item = strict('DownloadItem', {
        getURL: () => url,
        getFilename: () => name,
        setSavePath: (path: string) => void (outcome = path),
        // Electron asks where nothing is said as well; what the shell says of the question can be looked at.
        setSaveDialogOptions: (options) => note('DownloadItem.setSaveDialogOptions', options),
      } satisfies Pick<DownloadItem, 'getURL' | 'getFilename' | 'setSavePath' | 'setSaveDialogOptions'>)
      const event = { preventDefault: () => void (outcome = 'refused') }
      sessionEvents.emit('will-download', event, item, windowOf().contentsMembers)
      return outcome
    },
    killStation: utility.killAll,
    stationPids: utility.pids,
    stationMemory: utility.memory,
    printed: printers.printed,
    connectPrinters: printers.connect,
    connectDisplays: screens.connect,
    closeWindow: (window) => windowOf(window).close(),
    timeIsUp: rememberWaits(),
    mayHold: (url) => handedOut === null || handedOut({ deviceType: 'usb', origin: url, device: {} } as never),
  }
  return { module, controls, loaded: (name: string) => void recorded.loaded.push(name) }
}
