/** The desktop shell: puts its parts together. Windows on the station, which has a process of its own, and everything else refused. */
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import {
  app,
  BrowserWindow,
  ipcMain,
  Menu,
  MessageChannelMain,
  net,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  session,
  utilityProcess,
} from 'electron'
import { createPages } from '../pages.ts'
import { defaultDataFolder, logFolder, machineSettingsFile } from '../places.ts'
import { systemSticks } from '../files/drives/index.ts'
import { createAppWindows } from './app-windows.ts'
import { ownProgram, setAutostart } from './autostart.ts'
import { guardDownloads } from './downloads.ts'
import { fenceAll } from './fence.ts'
import { withHelp } from './help-page.ts'
import { createLifecycle } from './lifecycle.ts'
import { createLog } from './log.ts'
import { guardPermissions } from './permissions.ts'
import { takePorts } from './port.ts'
import { createPrinting } from './printing.ts'
import { needsReload } from './recovery.ts'
import { createRelaunch } from './relaunch.ts'
import { answerPage, APP_SCHEME } from './rules.ts'
import { createSecondScreen } from './second-screen.ts'
import { readSettings } from './settings.ts'
import { WINDOWS } from './station/messages.ts'
import { runStation, type StationRun } from './station/run-station.ts'
import { installationOf, readDebianFiles } from './updates/installation.ts'
import { createUpdates } from './updates/updates.ts'
import { lockWindow, wallOptions, windowOptions } from './window.ts'

/** The same as electron-builder gives the installer, so that Windows knows the window and its shortcut for one. */
const APP_ID = 'uk.pledgekiosk.app'
/** The name of the station’s process, also in the task manager. */
const STATION = 'Pledge Kiosk station'
/** How long the station may take to close before the app starts afresh all the same. Milliseconds. */
const HURRY = 2000

const settings = readSettings(machineSettingsFile(), process.argv.slice(app.isPackaged ? 1 : 2))
const folder = resolve(settings.data ?? defaultDataFolder())
const log = createLog({ folder: logFolder(folder) })
const refused = (what: string) => log.event(`refused ${what}`)
const wait = (milliseconds: number, then: () => void) => void setTimeout(then, milliseconds)
const waitUnless = (milliseconds: number, then: () => void) => {
  const timer = setTimeout(then, milliseconds)
  return () => clearTimeout(timer)
}
const now = Date.now

/** What must be closed, once it runs, before the app starts afresh. */
const running: { work?: StationRun } = {}

function afresh(): void {
  const program = ownProgram(process.env, process.execPath)
  if (!settings.restartedBySystem)
    app.relaunch(program === process.execPath ? undefined : { execPath: program, args: process.argv.slice(1) })
  app.exit(1)
}

const relaunch = createRelaunch({
  now,
  wait,
  file: join(app.getPath('userData'), 'relaunched'),
  log: log.event,
  again: () => {
    // What was committed is on disk, whether or not the station can still be closed; the next start finds it.
    void (running.work?.close(HURRY) ?? Promise.resolve()).then(afresh, afresh)
  },
})

function failed(error: unknown): void {
  // Before the station runs nothing that anybody wrote can be in it, and whoever started it must see what is missing.
  if (running.work === undefined && error instanceof Error) process.stderr.write(`${error.stack ?? error.message}\n`)
  relaunch(error)
}

async function start(): Promise<void> {
  const root = app.getAppPath()
  const windows = createAppWindows({ make: (options) => new BrowserWindow(options), now, wait, log: log.event })
  const lifecycle = createLifecycle({
    app,
    close: async (patience) => running.work?.close(patience),
    locked: settings.kiosk,
    log: log.event,
  })

  const installation = installationOf({
    platform: process.platform,
    env: process.env,
    packaged: app.isPackaged,
    program: process.execPath,
    debianFiles: readDebianFiles,
  })
  const { key, online } = settings.updates
  const updates = createUpdates({
    key,
    sticks: systemSticks(),
    // Only here: without an address nothing that could ask a network is even loaded.
    server:
      online === null
        ? null
        : async () =>
            (await import('./updates/server.ts')).onServer({
              address: online,
              request: (options) => net.request(options),
              wait: waitUnless,
            }),
    running: app.getVersion(),
    platform: process.platform,
    arch: process.arch,
    installation,
    folder: join(app.getPath('userData'), 'updates'),
    systemRoot: process.env['SystemRoot'] ?? 'C:\\Windows',
    closeFor: lifecycle.leaveFor,
    again: afresh,
    end: () => app.exit(0),
    log: log.event,
  })

  const page = withHelp(createPages(join(root, 'dist', 'renderer')))
  protocol.handle(APP_SCHEME, (request) => answerPage(request.url, page))
  guardPermissions(session.defaultSession, (permission) => refused(permission))
  guardDownloads({
    session: session.defaultSession,
    folder: app.getPath('downloads'),
    asks: !settings.kiosk,
    refused,
  })
  fenceAll(app, refused)
  Menu.setApplicationMenu(null)
  powerSaveBlocker.start('prevent-display-sleep')

  const printing = createPrinting({ windowOf: windows.find, wait, log: log.event })

  const wishes = {
    preload: join(root, 'dist', 'desktop', 'preload.cjs'),
    packaged: app.isPackaged,
    kiosk: settings.kiosk,
    alwaysOnTop: settings.alwaysOnTop,
  }
  const locks = { mayClose: lifecycle.mayClose, refused }
  const wall = createSecondScreen({
    screen,
    first: () => windows.find(WINDOWS.first),
    open: (bounds) => {
      const options = wallOptions(wishes, { bounds, platform: process.platform })
      const beside = windows.open(WINDOWS.wall, '/wall', options, { quietly: true })
      if (settings.kiosk) lockWindow(beside, locks)
      return beside
    },
    changed: () => station.platformChanged(),
    log: log.event,
  })
  const station = runStation({
    fork: () =>
      utilityProcess.fork(join(root, 'dist', 'desktop', 'station-process.js'), [], {
        serviceName: STATION,
        stdio: ['ignore', 'ignore', 'inherit'],
      }),
    channel: () => new MessageChannelMain(),
    opening: {
      folder,
      resources: join(root, 'resources'),
      locked: settings.kiosk,
      updates: key !== null,
    },
    platform: { leave: lifecycle.leave, support: log.files, keychain: safeStorage, printing, wall, updates },
    called: log.call,
    log: log.event,
    gone: (why) => windows.lost('station', why),
  })
  running.work = station
  station.begin()
  takePorts({ ipcMain, windowOf: windows.of, take: station.take, refused })

  const window = windows.open(WINDOWS.first, '/', windowOptions(wishes))
  if (settings.kiosk) lockWindow(window, locks)
  window.on('move', wall.settle)
  window.on('closed', wall.end)
  app.on('child-process-gone', (_event, details) => {
    // The station’s own end is heard from its process.
    if (details.name === STATION) return
    if (needsReload(details)) windows.lost(details.type, details.reason)
    else log.event(`${details.type}-gone`, details.reason)
  })

  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  window.on('session-end', lifecycle.endNow)
  powerMonitor.on('shutdown', lifecycle.systemEnds)
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, lifecycle.systemEnds)
  if (process.platform === 'win32') app.setAppUserModelId(APP_ID)
  if (settings.startAtLogin !== null)
    setAutostart(settings.startAtLogin, {
      app,
      platform: process.platform,
      env: process.env,
      home: homedir(),
      program: process.execPath,
    })
  if (online !== null && key === null) log.event('online update', 'no key')
  log.event('started', settings.fileSound ? (settings.kiosk ? 'locked' : 'open') : 'settings unreadable')
}

protocol.registerSchemesAsPrivileged([
  { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
])
app.enableSandbox()
if (app.requestSingleInstanceLock()) {
  process.on('uncaughtException', failed)
  process.on('unhandledRejection', failed)
  void app.whenReady().then(start)
} else app.quit()
