/** The windows of the double, in the main process: what a shell can do to one, and what it hears from it. */
import { EventEmitter } from 'node:events'
import type {
  BrowserWindow,
  BrowserWindowConstructorOptions,
  Display,
  HandlerDetails,
  Session,
  WebContents,
  WebFrameMain,
  WindowOpenHandlerResponse,
} from 'electron'
import { strict } from './strict.ts'
import type { createPrinters } from './printers.ts'
import type { News, Recorded } from './talk.ts'

type DoubleWindow = {
  window: EventEmitter
  contents: EventEmitter
  contentsMembers: object
  top: { url: string }
  inner: { url: string }
  isOpen(): boolean
  close(): void
  loaded(url: string): void
  wantWindow(url: string): string
  finish(): void
}

export function createWindows(
  recorded: Recorded,
  tell: (news: News) => void,
  getSession: () => object,
  { created, allClosed }: { created: (contents: object) => void; allClosed: () => void },
  printers: ReturnType<typeof createPrinters>,
  primary: () => Display,
) {
  const all: DoubleWindow[] = []
  const note = (name: string, ...given: unknown[]) => void recorded.calls.push({ name, given })

  const create = (options: BrowserWindowConstructorOptions): object => {
    const id = all.length
    const record = { options: structuredClone(options), loaded: [] as string[], hears: [] as string[], shown: false }
    recorded.windows.push(record)
    let state = { minimized: false, destroyed: false, full: options.fullscreen ?? false, kiosk: options.kiosk ?? false }
    const { x, y, width, height } = options
    // As full screen does where nothing else is said.
    const bounds = () =>
      x === undefined || y === undefined ? primary().bounds : { x, y, width: width ?? 800, height: height ?? 600 }
    let address = ''
    let openHandler: ((details: HandlerDetails) => WindowOpenHandlerResponse) | null = null
    let loading = Promise.withResolvers<void>()

    const frame = (url: string, parent: object | null) => {
      const members = {
        url,
        get origin(): string {
          return this.url === '' ? '' : new URL(this.url).origin
        },
        parent: parent as WebFrameMain | null,
        name: '',
        isDestroyed: () => state.destroyed,
      } satisfies Pick<WebFrameMain, 'url' | 'origin' | 'parent' | 'name' | 'isDestroyed'>
      return strict('WebFrameMain', members)
    }
    const top = frame('', null)
    const inner = frame('', top)
    const events = new EventEmitter()
    const window = new EventEmitter()
    window.on('newListener', (name) => record.hears.push(`window ${String(name)}`))
    events.on('newListener', (name) => record.hears.push(`contents ${String(name)}`))

    const load = (url: string): Promise<void> => {
      address = url
      record.loaded.push(url)
      loading = Promise.withResolvers<void>()
      tell({ kind: 'load', window: id, url })
      return loading.promise
    }
    const finish = () => {
      if (state.destroyed) return
      state = { ...state, destroyed: true }
      tell({ kind: 'close', window: id })
      window.emit('closed')
      if (all.every((one) => !one.isOpen())) allClosed()
    }
    const contents = strict(
      'WebContents',
      Object.assign(events, {
        id,
        mainFrame: top as unknown as WebFrameMain,
        session: getSession() as Session,
        setWindowOpenHandler: (handler: typeof openHandler) => void (openHandler = handler),
        getURL: () => top.url,
        isDestroyed: () => state.destroyed,
        isCrashed: () => false,
        loadURL: load,
        reload: () => void load(address),
        reloadIgnoringCache: () => void load(address),
        openDevTools: () => void (recorded.devToolsOpened += 1),
        closeDevTools: () => note('webContents.closeDevTools'),
        isDevToolsOpened: () => false,
        setIgnoreMenuShortcuts: (ignore: boolean) => note('webContents.setIgnoreMenuShortcuts', ignore),
        setZoomFactor: (factor: number) => note('webContents.setZoomFactor', factor),
        setVisualZoomLevelLimits: async (least: number, most: number) =>
          note('webContents.setVisualZoomLevelLimits', least, most),
        forcefullyCrashRenderer: () => note('webContents.forcefullyCrashRenderer'),
        ...printers.contentsOf(id),
      } satisfies Partial<WebContents>),
    )
    const members = {
      id,
      webContents: contents as unknown as WebContents,
      loadURL: load,
      reload: () => void load(address),
      show: () => {
        record.shown = true
        window.emit('show')
      },
      showInactive: () => {
        note('window.showInactive', id)
        record.shown = true
        window.emit('show')
      },
      getBounds: bounds,
      hide: () => void (record.shown = false),
      focus: () => note('window.focus', id),
      moveTop: () => note('window.moveTop'),
      isVisible: () => record.shown,
      isFocused: () => record.shown,
      minimize: () => void (state = { ...state, minimized: true }),
      restore: () => void (state = { ...state, minimized: false }),
      isMinimized: () => state.minimized,
      isDestroyed: () => state.destroyed,
      setFullScreen: (full: boolean) => void (state = { ...state, full }),
      isFullScreen: () => state.full,
      setKiosk: (kiosk: boolean) => {
        note('window.setKiosk', kiosk)
        state = { ...state, kiosk }
      },
      isKiosk: () => state.kiosk,
      setAlwaysOnTop: (on: boolean) => note('window.setAlwaysOnTop', on),
      setMenuBarVisibility: (visible: boolean) => note('window.setMenuBarVisibility', visible),
      setMenu: (menu: object | null) => note('window.setMenu', menu === null ? 'none' : 'a menu'),
      removeMenu: () => note('window.removeMenu'),
      setClosable: (closable: boolean) => note('window.setClosable', closable),
      setMinimizable: (minimizable: boolean) => note('window.setMinimizable', minimizable),
      destroy: finish,
      close: () => {
        let prevented = false
        window.emit('close', { preventDefault: () => void (prevented = true) })
        if (!prevented) finish()
      },
    } satisfies Partial<BrowserWindow>
    const windowObject = strict('BrowserWindow', Object.assign(window, members))
    all.push({
      window,
      contents: events,
      contentsMembers: contents,
      top,
      inner,
      isOpen: () => !state.destroyed,
      close: () => members.close(),
      loaded: (url) => {
        top.url = url
        address = url
        for (const name of ['dom-ready', 'did-finish-load']) events.emit(name)
        events.emit('did-navigate', {}, url, 200, 'OK')
        window.emit('ready-to-show')
        loading.resolve()
      },
      wantWindow: (url) => {
        if (openHandler === null) return 'allow'
        return openHandler({
          url,
          frameName: '',
          features: '',
          disposition: 'new-window',
          referrer: { url: '', policy: 'no-referrer' },
        }).action
      },
      finish,
    })
    objects.push(windowObject)
    created(contents)
    tell({ kind: 'window', window: id, options: record.options })
    return windowObject
  }
  const objects: object[] = []
  const open = () => objects.filter((_, index) => !(objects[index] as BrowserWindow).isDestroyed())

  // A plain function, because only such a one can be called with `new` and answer with what it likes.
  function BrowserWindowDouble(options: BrowserWindowConstructorOptions = {}) {
    return create(options)
  }
  const constructor = strict(
    'BrowserWindow',
    Object.assign(BrowserWindowDouble, {
      getAllWindows: () => open() as BrowserWindow[],
      getFocusedWindow: () => (open()[0] ?? null) as BrowserWindow | null,
      fromWebContents: (contents: WebContents) =>
        (objects.find((_, index) => all[index]?.contentsMembers === contents) ?? null) as BrowserWindow | null,
    } satisfies Partial<typeof BrowserWindow>),
  )
  return { all, constructor }
}
