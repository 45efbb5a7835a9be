/** The desktop shell: one window on the station, and everything else refused. Thin; what it decides is in rules.ts. */
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { RPCHandler } from '@orpc/server/message-port'
import { app, BrowserWindow, ipcMain, Menu, powerSaveBlocker, protocol, safeStorage, session } from 'electron'
import { createPages } from '../pages.ts'
import { defaultDataFolder } from '../places.ts'
import { openKiosk } from '../station/kiosk.ts'
import { router } from '../station/router.ts'
import { PORT_CHANNEL } from './channel.ts'
import { openKeychain } from './keychain.ts'
import { answerPage, APP_ORIGIN, APP_SCHEME, isOwnPage, mayTakePort } from './rules.ts'

const { values } = parseArgs({
  args: process.argv.slice(app.isPackaged ? 1 : 2),
  options: { data: { type: 'string' } },
  strict: false,
})
const folder = resolve(typeof values.data === 'string' ? values.data : defaultDataFolder())

protocol.registerSchemesAsPrivileged([
  { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
])

async function start(): Promise<void> {
  const root = app.getAppPath()
  const { keeper } = await openKeychain(folder, safeStorage)
  const kiosk = openKiosk(folder, { resources: join(root, 'resources'), keeper })
  const page = createPages(join(root, 'dist', 'renderer'))
  protocol.handle(APP_SCHEME, (request) => answerPage(request.url, page))

  session.defaultSession.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(permission === 'media' && isOwnPage(details.requestingUrl)),
  )
  session.defaultSession.setPermissionCheckHandler(
    (_contents, permission, origin) => permission === 'media' && isOwnPage(origin),
  )
  Menu.setApplicationMenu(null)
  powerSaveBlocker.start('prevent-display-sleep')

  const window = new BrowserWindow({
    fullscreen: true,
    backgroundColor: '#fbf7ef',
    autoHideMenuBar: true,
    show: false,
    webPreferences: {
      preload: join(root, 'dist', 'desktop', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      devTools: !app.isPackaged,
      spellcheck: false,
    },
  })
  const { webContents } = window
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
  webContents.on('will-navigate', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault()
  })
  webContents.on('will-attach-webview', (event) => event.preventDefault())
  webContents.on('render-process-gone', () => window.reload())
  window.once('ready-to-show', () => window.show())

  const handler = new RPCHandler(router)
  ipcMain.on(PORT_CHANNEL, (event) => {
    const [port] = event.ports
    if (
      port === undefined ||
      !mayTakePort({ frame: event.senderFrame, top: webContents.mainFrame, url: event.senderFrame?.url })
    )
      return
    // A page that was loaded again brings a new port and is a new screen: locked, and nobody's sitting.
    handler.upgrade(port, { context: { kiosk, screen: kiosk.createScreen() } })
    port.start()
  })

  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  app.on('before-quit', () => kiosk.close())
  await window.loadURL(`${APP_ORIGIN}/`)
}

app.on('window-all-closed', () => app.quit())
if (app.requestSingleInstanceLock()) void app.whenReady().then(start)
else app.quit()
