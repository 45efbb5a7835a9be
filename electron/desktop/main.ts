/** The desktop shell: puts its parts together. One window on the station, and everything else refused. */
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import {
  app,
  BrowserWindow,
  ipcMain,
  Menu,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  session,
} from 'electron'
import { createPages } from '../pages.ts'
import { defaultDataFolder, logFolder, machineSettingsFile } from '../places.ts'
import { openKiosk } from '../station/kiosk.ts'
import { ownProgram, setAutostart } from './autostart.ts'
import { guardDownloads } from './downloads.ts'
import { fenceAll } from './fence.ts'
import { HELP_PATH, withHelp } from './help-page.ts'
import { openKeychain, refusingKeeper } from './keychain.ts'
import { createLifecycle } from './lifecycle.ts'
import { createLog } from './log.ts'
import { guardPermissions } from './permissions.ts'
import { takePorts } from './port.ts'
import { createRecovery, needsReload } from './recovery.ts'
import { createRelaunch } from './relaunch.ts'
import { answerPage, APP_ORIGIN, APP_SCHEME } from './rules.ts'
import { createRunningCalls } from './running-calls.ts'
import { readSettings } from './settings.ts'
import { watchPage } from './watch-page.ts'
import { lockWindow, windowOptions } from './window.ts'

/** The same as electron-builder gives the installer, so that Windows knows the window and its shortcut for one. */
const APP_ID = 'uk.pledgekiosk.app'

const settings = readSettings(machineSettingsFile(), process.argv.slice(app.isPackaged ? 1 : 2))
const folder = resolve(settings.data ?? defaultDataFolder())
const log = createLog({ folder: logFolder(folder) })
const refused = (what: string) => log.event(`refused ${what}`)
const wait = (milliseconds: number, then: () => void) => void setTimeout(then, milliseconds)
const now = Date.now

/** What must be closed, once it is open, before the app starts afresh. */
const open: { station?: { close(): void } } = {}

const relaunch = createRelaunch({
  now,
  wait,
  file: join(app.getPath('userData'), 'relaunched'),
  log: log.event,
  again: () => {
    try {
      open.station?.close()
    } catch {
      // What was committed is on disk; the next start finds it.
    }
    const program = ownProgram(process.env, process.execPath)
    if (!settings.restartedBySystem)
      app.relaunch(program === process.execPath ? undefined : { execPath: program, args: process.argv.slice(1) })
    app.exit(1)
  },
})

function fault(error: unknown): void {
  // Before the station is open nothing that anybody wrote can be in it, and whoever started it must see what is missing.
  if (open.station === undefined && error instanceof Error) process.stderr.write(`${error.stack ?? error.message}\n`)
  relaunch(error)
}

async function start(): Promise<void> {
  const root = app.getAppPath()
  const calls = createRunningCalls()
  const lifecycle = createLifecycle({
    app,
    calls,
    close: () => open.station?.close(),
    locked: settings.kiosk,
    log: log.event,
  })
  const { keeper, wrapped } = await openKeychain(folder, safeStorage).catch(refusingKeeper)
  log.event('keychain', wrapped ? 'ok' : 'none')
  const kiosk = openKiosk(folder, {
    resources: join(root, 'resources'),
    keeper,
    log: log.call,
    host: { leave: settings.kiosk ? lifecycle.leave : null, support: log.files },
  })
  open.station = kiosk

  const page = withHelp(createPages(join(root, 'dist', 'renderer')))
  protocol.handle(APP_SCHEME, (request) => answerPage(request.url, page))
  guardPermissions(session.defaultSession, (permission) => refused(permission))
  guardDownloads({
    session: session.defaultSession,
    folder: settings.kiosk ? app.getPath('downloads') : null,
    refused,
  })
  fenceAll(app, refused)
  Menu.setApplicationMenu(null)
  powerSaveBlocker.start('prevent-display-sleep')
  if (process.platform === 'win32') app.setAppUserModelId(APP_ID)
  if (settings.startAtLogin !== null)
    setAutostart(settings.startAtLogin, {
      app,
      platform: process.platform,
      env: process.env,
      home: homedir(),
      program: process.execPath,
    })

  const window = new BrowserWindow(
    windowOptions({
      preload: join(root, 'dist', 'desktop', 'preload.cjs'),
      packaged: app.isPackaged,
      kiosk: settings.kiosk,
      alwaysOnTop: settings.alwaysOnTop,
    }),
  )
  if (settings.kiosk) lockWindow(window, { mayClose: lifecycle.mayClose, refused })
  takePorts({ ipcMain, contents: window.webContents, kiosk, calls, refused })

  // What could not be loaded is heard by `watchPage`.
  const load = (path: string): Promise<void> => window.loadURL(APP_ORIGIN + path).catch(() => undefined)
  const loadAgain = (path: string) => {
    if (!window.isDestroyed()) void load(path)
  }
  const recovery = createRecovery({
    now,
    wait,
    log: log.event,
    load: () => loadAgain('/'),
    help: () => loadAgain(HELP_PATH),
  })
  watchPage(window, { lost: recovery.lost, log: log.event, wait })
  app.on('child-process-gone', (_event, details) => {
    if (needsReload(details)) recovery.lost(details.type, details.reason)
    else log.event(`${details.type}-gone`, details.reason)
  })

  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  window.on('session-end', lifecycle.endNow)
  powerMonitor.on('shutdown', lifecycle.systemEnds)
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, lifecycle.systemEnds)
  window.once('ready-to-show', () => window.show())
  log.event('started', settings.fileSound ? (settings.kiosk ? 'locked' : 'open') : 'settings unreadable')
  await load('/')
}

protocol.registerSchemesAsPrivileged([
  { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
])
app.enableSandbox()
if (app.requestSingleInstanceLock()) {
  process.on('uncaughtException', fault)
  process.on('unhandledRejection', fault)
  void app.whenReady().then(start)
} else app.quit()
