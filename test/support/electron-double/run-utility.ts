/** The other side of the double of `utilityProcess`: gives the built file the `process.parentPort` that it expects, and runs it. */
import { EventEmitter } from 'node:events'
import { flushCompileCache } from 'node:module'
import { pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { ParentPort } from 'electron'
import { changeBuilt } from './change-built.ts'
import { readClone, writeClone } from './clone.ts'
import { strict } from './strict.ts'
import type { Start } from './talk.ts'
import { createPortTable, type Memory, type UtilityTalk } from './utility.ts'

const [, , modulePath = ''] = process.argv
const say = (told: UtilityTalk) => void process.send?.(told)
Object.assign(globalThis, { electronDoubleLacks: (error: string) => say({ kind: 'failed', error }) })

const ports = createPortTable(say)
const events = new EventEmitter()
let line: Promise<unknown> = Promise.resolve()
const waiting: Extract<UtilityTalk, { kind: 'message' }>[] = []
const tell = ({ text, ports: names }: Extract<UtilityTalk, { kind: 'message' }>) =>
  events.emit('message', { data: readClone(text), ports: names.map((name) => ports.receive(name)) })
// As in Electron: what is said before somebody listens waits for them.
events.on('newListener', (name) => {
  if (name !== 'message') return
  process.nextTick(() => {
    for (const one of waiting.splice(0)) tell(one)
  })
})
process.on('message', (told: UtilityTalk) => {
  if (told.kind === 'measure') say({ kind: 'measured', memory: measure() })
  else if (told.kind !== 'message') ports.hear(told)
  else if (events.listenerCount('message') === 0 || waiting.length > 0) waiting.push(told)
  else tell(told)
})
/** After a collection, so that what is left is what is really held. */
function measure(): Memory {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  collect()
  const { heapUsed, external, rss } = process.memoryUsage()
  return { heap: heapUsed / 1e6, external: external / 1e6, resident: rss / 1e6 }
}
// The main process has gone, and takes this one with it.
process.on('disconnect', () => process.exit(0))

Object.defineProperty(process, 'parentPort', {
  value: strict(
    'parentPort',
    Object.assign(events, {
      postMessage(message: unknown): void {
        const text = writeClone(structuredClone(message))
        line = line.then(async () => say({ kind: 'message', text: await text, ports: [] }))
      },
    } satisfies Pick<ParentPort, 'postMessage'>),
  ),
})
const changes = JSON.parse(process.env['ELECTRON_DOUBLE_CHANGES'] ?? '[]') as Start['stationChanges']
const missed = changeBuilt(modulePath, changes)
process.argv.splice(1, 2, modulePath)
await import(pathToFileURL(modulePath).href)
// It will be killed, and then keeps nothing by itself.
if (changes.length === 0) flushCompileCache()
if (missed.size > 0)
  say({ kind: 'failed', error: `Not found once in the built text: ${[...missed].map(({ from }) => from).join(' | ')}` })
