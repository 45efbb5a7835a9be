/** What the thread that runs the main process and the test that started it say to each other. */
import type {
  BrowserWindowConstructorOptions,
  CustomScheme,
  PrinterInfo,
  Rectangle,
  WebContentsPrintOptions,
} from 'electron'
import type { Memory } from './utility.ts'

export type ConnectedDisplay = { id: number; bounds: Rectangle }

/** What the shell asked of Electron so far. */
export type Recorded = {
  switches: string[]
  schemes: CustomScheme[]
  handled: string[]
  windows: { options: BrowserWindowConstructorOptions; loaded: string[]; hears: string[]; shown: boolean }[]
  menus: ('none' | 'a menu')[]
  powerSave: string[]
  singleInstance: boolean
  devToolsOpened: number
  opened: string[]
  hears: string[]
  /** The files of the built shell that were loaded, by name. */
  loaded: string[]
  /** Anything else that was called, by its name, with what it was given. */
  calls: { name: string; given: unknown[] }[]
}

export type Frame = { of: 'top' | 'inner' | 'none'; url: string }

/** What a test can do to the shell, as the system, the page or a person would. */
export type Controls = {
  recorded(): Recorded
  /** The answer to a request under the app's scheme, exactly as the shell gave it. */
  serve(asked: { url: string; method: string }): Promise<Served>
  /** The page that was asked for is there. */
  loaded(window: number, url: string): void
  /** Something was sent over `ipcRenderer.postMessage`; ports go by names, their messages as clones in text. */
  offer(sent: { window: number; channel: string; message: string; ports: string[]; frame: Frame }): void
  portText(port: string, text: string): void
  portEnd(port: string): void
  /** An event of the app, a window or its contents; true where the shell prevented what would follow. */
  happen(event: {
    to: 'app' | 'window' | 'contents' | 'session' | 'power'
    window?: number
    name: string
    /** What the event carries, and what its listeners are given after it. */
    details?: object
    more?: unknown[]
  }): boolean
  /** The page wants to open a window: `allow` or `deny`. */
  wantWindow(window: number, url: string): string
  /** Whether a page may use something: as it asks for it, and as it only looks whether it may. */
  mayUse(asked: {
    permission: string
    url: string
    media?: ('video' | 'audio')[]
    isMainFrame?: boolean
  }): Promise<{ request: boolean; check: boolean }>
  /** Where a file that the page hands out goes: `refused`, `asked` where the system asks, or its path. */
  download(file: { url: string; name: string }): string
  /** Kills the station’s process at once, as a fault of the system would; resolves when it is gone. */
  killStation(): Promise<void>
  /** What the station’s process holds after a collection. */
  stationMemory(): Promise<Memory>
  /** The processes that the shell has started and that still run. */
  stationPids(): number[]
  /** What came of printing `print`; one that is never answered hangs. */
  printed(print: number, success: boolean, failureReason?: string): void
  /** The printers that the system has from now on. */
  connectPrinters(printers: PrinterInfo[]): void
  /** The displays from now on; the first is the primary one. */
  connectDisplays(displays: ConnectedDisplay[]): void
  /** Somebody closes this window, as by the task bar. */
  closeWindow(window: number): void
  /** For all that waits exactly so long in the main process, the time is over now. Milliseconds. */
  timeIsUp(milliseconds: number): void
  /** Whether a page at this address is handed a USB device that it asks for. */
  mayHold(url: string): boolean
}

type Served = { status: number; headers: [string, string][]; body: Uint8Array }

export type Ask = { ask: number; name: keyof Controls; given: unknown[] }

export type News =
  | { kind: 'answer'; ask: number; value?: unknown; error?: string }
  | { kind: 'window'; window: number; options: BrowserWindowConstructorOptions }
  | { kind: 'load'; window: number; url: string }
  | { kind: 'close'; window: number }
  /** The page in `window` goes to a printer; the shell hears what came of it by `printed`. */
  | { kind: 'print'; window: number; print: number; options: WebContentsPrintOptions }
  | { kind: 'port-text'; port: string; text: string }
  | { kind: 'port-end'; port: string }
  | { kind: 'quit'; code: number }
  | { kind: 'running' }
  | { kind: 'failed'; error: string }

/** How the shell is started. */
export type Start = {
  /** The built house: `dist/` and `resources/` are in it. */
  root: string
  /** What comes after the program's name on its command line. */
  args: string[]
  isPackaged: boolean
  /** A folder for what Electron itself would keep. */
  ownFolder: string
  /** Another shell is there already and holds the lock. */
  isSecond: boolean
  /** The printers that the system has. */
  printers: PrinterInfo[]
  /** The displays that are connected; the first is the primary one. */
  displays: ConnectedDisplay[]
  /** Changes to the built text of the main process, to see a test fail: each must be found exactly once. */
  changes: { from: string; to: string }[]
  /** The same for the built text of the station’s process. */
  stationChanges: { from: string; to: string }[]
}
