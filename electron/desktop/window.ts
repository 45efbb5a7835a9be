/** The app’s windows: what their pages may do, how they look, and what happens to keys and closing while the tablet is locked. */
import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle } from 'electron'
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

/** The wall on a second screen: the same strict page over the whole of that screen, which nobody touches. */
export function wallOptions(
  wishes: WindowWishes,
  { bounds, platform }: { bounds: Rectangle; platform: NodeJS.Platform },
): BrowserWindowConstructorOptions {
  return {
    ...windowOptions(wishes),
    ...bounds,
    title: 'Pledge Kiosk wall',
    frame: false,
    skipTaskbar: true,
    // On Linux such a window would be none of the desktop’s own, and on macOS it has no full screen: there the focus is handed back.
    focusable: platform !== 'win32',
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
