/** The one window: what its page may do, how it looks, and what happens to keys and closing while the tablet is locked. */
import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron'
import { isShutOut } from './shortcuts.ts'

type WindowWishes = {
  /** The preload’s path. */
  preload: string
  packaged: boolean
  kiosk: boolean
  alwaysOnTop: boolean
}

/** Every preference that Electron’s security checklist names is written out, also where it is Electron’s own default. */
export function windowOptions({
  preload,
  packaged,
  kiosk,
  alwaysOnTop,
}: WindowWishes): BrowserWindowConstructorOptions & { webPreferences: Electron.WebPreferences } {
  return {
    title: 'Pledge Kiosk',
    fullscreen: true,
    kiosk,
    alwaysOnTop,
    backgroundColor: '#fbf7ef',
    autoHideMenuBar: true,
    show: false,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      plugins: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      devTools: !packaged,
      spellcheck: false,
      zoomMode: 'disabled',
      // `alert` and its kin would stop the page until somebody answers.
      disableDialogs: true,
    },
  }
}

/** While the tablet is locked, keys that lead out are not heard, and the window closes only when staff have said so. */
export function lockWindow(
  window: BrowserWindow,
  { mayClose, refused }: { mayClose: () => boolean; refused: (what: string) => void },
): void {
  window.webContents.on('before-input-event', (event, input) => {
    if (!isShutOut(input)) return
    event.preventDefault()
    if (input.type === 'keyDown' && !input.isAutoRepeat) refused('shortcut')
  })
  window.on('close', (event) => {
    if (mayClose()) return
    event.preventDefault()
    refused('close')
  })
}
