/** Starts the built desktop shell under the Electron double, and lets a test act as the system, the page and a person. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { OWN_FOLDERS } from '../../../electron/places.ts'
import type { Controls, News, Start } from './talk.ts'

type Asked = { [K in keyof Controls]: (...given: Parameters<Controls[K]>) => Promise<Awaited<ReturnType<Controls[K]>>> }

export type Shell = Asked & {
  /** Calls `hear` with everything that the shell tells from now on. */
  listen(hear: (news: News) => void): void
  /** What went wrong in the main process: errors that nobody caught. */
  failures: string[]
  /** The exit code, once the shell has quit. */
  quit: Promise<number>
  close(): Promise<void>
}

const NAMES: readonly (keyof Controls)[] = [
  'recorded',
  'serve',
  'loaded',
  'offer',
  'portText',
  'portEnd',
  'happen',
  'wantWindow',
  'mayUse',
  'mayHold',
  'killStation',
  'stationPids',
  'stationMemory',
  'download',
  'printed',
  'connectPrinters',
  'connectDisplays',
  'closeWindow',
  'timeIsUp',
]

/** Where Node keeps what it has compiled, of the shell and of the double: every start compiles the same. */
const COMPILED = join(OWN_FOLDERS.root, 'node_modules', '.cache', 'pledge-kiosk-double')

/**
 * Starts the shell on the data in `folder`. Resolves once its main file has run; `onNews` hears what it tells from the very
 * beginning: windows and what is to be loaded in them.
 */
export async function startShell(
  folder: string,
  onNews: (news: News, shell: Asked) => void,
  options: Partial<Start> = {},
): Promise<Shell> {
  const ownFolder = mkdtempSync(join(tmpdir(), 'pledge-kiosk-electron-'))
  const start: Start = {
    root: OWN_FOLDERS.root,
    args: ['--data', folder],
    isPackaged: true,
    ownFolder,
    isSecond: false,
    printers: [],
    displays: [{ id: 1, bounds: { x: 0, y: 0, width: 1366, height: 768 } }],
    changes: [],
    stationChanges: [],
    ...options,
  }
  const thread = new Worker(new URL('run-main.ts', import.meta.url), {
    workerData: start,
    execArgv: [],
    env: { ...process.env, NODE_COMPILE_CACHE: COMPILED },
  })
  const failures: string[] = []
  const quit = Promise.withResolvers<number>()
  const running = Promise.withResolvers<void>()
  const listeners = new Set<(news: News) => void>()
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  let asks = 0
  let ending = false

  const asked = Object.fromEntries(
    NAMES.map((name) => [
      name,
      (...given: unknown[]) => {
        const answer = Promise.withResolvers<unknown>()
        asks += 1
        waiting.set(asks, answer)
        thread.postMessage({ ask: asks, name, given })
        return answer.promise
      },
    ]),
  ) as Asked

  thread.on('message', (news: News) => {
    if (news.kind === 'answer') {
      const answer = waiting.get(news.ask)
      waiting.delete(news.ask)
      if (news.error === undefined) answer?.resolve(news.value)
      else answer?.reject(new Error(news.error))
      return
    }
    if (news.kind === 'failed') failures.push(news.error)
    if (news.kind === 'quit') quit.resolve(news.code)
    if (news.kind === 'running') running.resolve()
    onNews(news, asked)
    for (const hear of listeners) hear(news)
  })
  thread.on('error', (error) => running.reject(error))
  thread.on('exit', (code) => {
    quit.resolve(code)
    running.reject(new Error('The main process ended before it had started'))
    for (const { promise, reject } of waiting.values()) {
      // A page asks to the last, and when the test itself ends the shell it may be left without an answer.
      if (ending) promise.catch(() => undefined)
      reject(new Error('The main process has ended'))
    }
  })
  // Nobody need ask whether it quit.
  running.promise.catch(() => undefined)

  let closing: Promise<void> | null = null
  const close = async () => {
    ending = true
    // Its files may only be taken away once nobody has them open.
    await asked.killStation().catch(() => undefined)
    await thread.terminate()
    rmSync(ownFolder, { recursive: true, force: true })
  }
  const shell: Shell = {
    ...asked,
    listen: (hear) => void listeners.add(hear),
    failures,
    quit: quit.promise,
    close: () => (closing ??= close()),
  }
  try {
    await running.promise
  } catch (error) {
    await shell.close()
    throw error
  }
  return shell
}
