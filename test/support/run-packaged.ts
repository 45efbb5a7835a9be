/**
 * Runs the packaged main file in Node, with a stand-in for Electron that agrees to everything and opens no window:
 * `node test/support/run-packaged.ts APP-FOLDER DATA-FOLDER`. Says in a line of JSON what the first screen finds.
 */
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { PORT_CHANNEL } from '../../electron/desktop/channel.ts'
import type { KioskClient } from '../../shared/contract/index.ts'

type Answer = (request: Request) => Response | Promise<Response>
type TakePort = (event: { ports: MessagePort[]; senderFrame: object }) => void

const [root = '', data = ''] = process.argv.slice(2)
const main = join(root, 'dist/desktop/main.js')
const page = 'app://kiosk/'
const frame = { url: page }
const shown = Promise.withResolvers<undefined>()
const answers = Promise.withResolvers<Answer>()
const takesPort = Promise.withResolvers<TakePort>()

/** Agrees to whatever is asked of it, but for what `known` does itself. */
function agreeable(known: Record<string, unknown> = {}): object {
  // A plain function, because only such a one can also be called with `new`.
  return new Proxy(function nothing() {}, {
    get: (_, name) => (typeof name === 'symbol' || name === 'then' ? undefined : (known[name] ?? agreeable())),
    apply: () => agreeable(),
    construct: () => agreeable(known),
  })
}

const standIn: Record<string, object> = {
  app: agreeable({
    isPackaged: true,
    getAppPath: () => root,
    getPath: () => data,
    requestSingleInstanceLock: () => true,
    whenReady: () => Promise.resolve(),
  }),
  BrowserWindow: agreeable({
    webContents: agreeable({ mainFrame: frame }),
    loadURL: () => Promise.resolve(shown.resolve(undefined)),
  }),
  ipcMain: agreeable({
    on: (channel: string, take: TakePort) => {
      if (channel === PORT_CHANNEL) takesPort.resolve(take)
    },
  }),
  protocol: agreeable({ handle: (_scheme: string, answer: Answer) => answers.resolve(answer) }),
  safeStorage: agreeable({ isAsyncEncryptionAvailable: () => Promise.resolve(false) }),
}

/** Electron's module, with whatever names the main file asks it for. */
function moduleText(): string {
  const asked = /import \{([^}]+)\} from "electron"/.exec(readFileSync(main, 'utf8'))?.[1] ?? ''
  const names = asked.split(',').map((name) => name.trim().split(' as ')[0])
  return names.map((name) => `export const ${name} = globalThis.standIn('${name}')`).join('\n')
}

const address = 'stand-in:electron'
Object.assign(globalThis, { standIn: (name: string) => standIn[name] ?? agreeable() })
registerHooks({
  resolve: (name, context, next) => (name === 'electron' ? { url: address, shortCircuit: true } : next(name, context)),
  load: (url, context, next) =>
    url === address ? { format: 'module', source: moduleText(), shortCircuit: true } : next(url, context),
})

process.argv = [process.argv[0] ?? 'node', '--data', data]
await import(pathToFileURL(main).href)
await shown.promise

const answer = await answers.promise
const first = await (await answer(new Request(page))).text()
const script = /src="(\/assets\/[^"]+)"/.exec(first)?.[1] ?? '/none'

const { port1, port2 } = new MessageChannel()
;(await takesPort.promise)({ ports: [port2], senderFrame: frame })
port1.start()
const client: KioskClient = createORPCClient(new RPCLink({ port: port1 }))
const setUp = await client.station.setUp({
  pack: { kind: 'shipped', id: 'solihull-nec' },
  name: 'West door',
  passphrase: 'an elm by the door',
  pin: '482913',
  duty: 'sign-in',
})

const thread = new Worker(join(root, 'dist/desktop/reading-thread.js'), {
  workerData: {
    name: 'list.csv',
    bytes: Buffer.from('Name\nEwa Kaur\n'),
    reading: { encoding: null, sheet: null, top: 'headings' },
  },
})
const [news] = (await once(thread, 'message')) as [{ kind: string; of?: number }]

process.stdout.write(
  JSON.stringify({
    page: first.includes('<div id="app">'),
    script: (await answer(new Request(new URL(script, page)))).status,
    packs: (await client.station.packs()).length,
    setUp: setUp.code,
    phase: (await client.station.state()).phase,
    readByThread: news.of ?? news.kind,
  }),
)
process.exit(0)
