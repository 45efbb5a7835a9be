/** A thread that runs the built main process unchanged, with the double where it imports `electron`. */
import { flushCompileCache, registerHooks } from 'node:module'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { changeBuilt } from './change-built.ts'
import { createElectronDouble } from './module.ts'
import { strict } from './strict.ts'
import type { Ask, News, Start } from './talk.ts'

/** What Electron's main process exports by its own documentation; what the double has not, throws when it is used. */
const EXPORTED = [
  'app autoUpdater BaseWindow BrowserView BrowserWindow clipboard contentTracing crashReporter desktopCapturer dialog',
  'globalShortcut inAppPurchase ipcMain Menu MenuItem MessageChannelMain nativeImage nativeTheme net netLog Notification',
  'powerMonitor powerSaveBlocker protocol pushNotifications safeStorage screen session ServiceWorkerMain sharedTexture',
  'shell systemPreferences TouchBar Tray utilityProcess View webContents WebContentsView webFrameMain',
].flatMap((line) => line.split(' '))

const address = 'double:electron'
const start = workerData as Start
const tell = (news: News) => parentPort?.postMessage(news)
const { module, controls, loaded } = createElectronDouble(start, tell)
const parts: Readonly<Record<string, object>> = module

/** A name that Electron has and the double has not: nothing can be done with it. */
const missing = (name: string): object => strict(name, function nothing() {})

Object.assign(globalThis, {
  electronDouble: (name: string) => parts[name] ?? missing(name),
  electronDoubleLacks: (error: string) => tell({ kind: 'failed', error }),
})
const main = join(start.root, 'dist/desktop/main.js')
const built = pathToFileURL(join(start.root, 'dist/desktop/')).href
registerHooks({
  resolve: (name, context, next) => (name === 'electron' ? { url: address, shortCircuit: true } : next(name, context)),
  load: (url, context, next) => {
    if (url.startsWith(built)) loaded(basename(url))
    return url === address
      ? {
          format: 'module',
          source: EXPORTED.map((name) => `export const ${name} = globalThis.electronDouble('${name}')`).join('\n'),
          shortCircuit: true,
        }
      : next(url, context)
  },
})
const waiting = changeBuilt(main, start.changes)

parentPort?.on('message', ({ ask, name, given }: Ask) => {
  void (async () => {
    try {
      const work = controls[name] as (...given: unknown[]) => unknown
      tell({ kind: 'answer', ask, value: await work(...given) })
    } catch (error) {
      tell({ kind: 'answer', ask, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    }
  })()
})
process.on('unhandledRejection', (error) =>
  tell({ kind: 'failed', error: String(error instanceof Error ? error.stack : error) }),
)
process.on('uncaughtException', (error) => tell({ kind: 'failed', error: String(error.stack) }))

process.argv = [process.execPath, ...(start.isPackaged ? [] : [start.root]), ...start.args]
await import(pathToFileURL(main).href)
// What was changed for one test is nothing that the next start can use.
if (start.changes.length === 0) flushCompileCache()
if (waiting.size > 0)
  tell({
    kind: 'failed',
    error: `Not found once in the built text: ${[...waiting].map(({ from }) => from).join(' | ')}`,
  })
tell({ kind: 'running' })
