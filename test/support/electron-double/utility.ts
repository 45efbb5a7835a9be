/** The double of `utilityProcess`: a real process of Node that runs the built file, so that it can really be killed. */
import { type ChildProcess, fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { ForkOptions, MessagePortMain, UtilityProcess } from 'electron'
import { readClone, writeClone } from './clone.ts'
import { createPortMain, endOf, type Wire } from './port-main.ts'
import { strict } from './strict.ts'

/** What the two processes say to each other. Ports go by names. */
export type UtilityTalk =
  | { kind: 'message'; text: string; ports: string[] }
  | { kind: 'port-text'; port: string; text: string }
  | { kind: 'port-end'; port: string }
  | { kind: 'failed'; error: string }
  /** Asked by the double itself, and answered: what the process holds after it has collected its rubbish. */
  | { kind: 'measure' }
  | { kind: 'measured'; memory: Memory }

/** In megabytes: what lives in the heap, what lies outside it, and what the process holds of the machine. */
export type Memory = { heap: number; external: number; resident: number }

/** Ports that lie in the other process, by name: what comes for one of them, and how what is posted here gets there. */
export function createPortTable(say: (told: UtilityTalk) => void) {
  const wires = new Map<string, Wire>()
  let names = 0
  return {
    /** Sends a port of this process there; answers with its name. */
    send(port: MessagePortMain): string {
      names += 1
      const name = `port ${names}`
      const there: Wire = {
        post: (text) => say({ kind: 'port-text', port: name, text }),
        close: () => say({ kind: 'port-end', port: name }),
      }
      wires.set(name, endOf(port).move(there))
      return name
    },
    /** Takes a port in that the other process has sent. */
    receive(name: string): MessagePortMain {
      const made = createPortMain({
        post: (text) => say({ kind: 'port-text', port: name, text }),
        close: () => say({ kind: 'port-end', port: name }),
      })
      wires.set(name, { post: made.hear, close: made.end })
      return made.port
    },
    hear(told: UtilityTalk): void {
      if (told.kind === 'port-text') wires.get(told.port)?.post(told.text)
      if (told.kind === 'port-end') {
        wires.get(told.port)?.close()
        wires.delete(told.port)
      }
    },
    /** The other process has gone, and every port with it. */
    endAll(): void {
      for (const wire of wires.values()) wire.close()
      wires.clear()
    },
  }
}

/** `running` holds the processes that have not ended yet; `failed` hears what went wrong in one of them. */
export function createUtility({
  changes,
  failed,
  forked,
}: {
  changes: readonly { from: string; to: string }[]
  failed: (error: string) => void
  forked: (options: { path: string; serviceName: string | undefined }) => void
}) {
  const running = new Set<{ process: ChildProcess; serviceName: string | undefined }>()
  let measured = Promise.withResolvers<Memory>()

  const start = (modulePath: string, args: string[] = [], options: ForkOptions = {}): UtilityProcess => {
    forked({ path: modulePath, serviceName: options.serviceName })
    const child = fork(fileURLToPath(new URL('run-utility.ts', import.meta.url)), [modulePath, ...args], {
      execArgv: [],
      env: { ...process.env, ELECTRON_DOUBLE_CHANGES: JSON.stringify(changes) },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    const one = { process: child, serviceName: options.serviceName }
    running.add(one)
    const say = (told: UtilityTalk) => {
      if (child.connected) child.send(told, () => undefined)
    }
    const events = new EventEmitter()
    const ports = createPortTable(say)
    let line: Promise<unknown> = Promise.resolve()
    child.stderr?.on('data', (text: Buffer) => failed(text.toString()))
    child.on('message', (told: UtilityTalk) => {
      if (told.kind === 'message') events.emit('message', readClone(told.text))
      else if (told.kind === 'failed') failed(told.error)
      else if (told.kind === 'measured') measured.resolve(told.memory)
      else ports.hear(told)
    })
    child.on('spawn', () => events.emit('spawn'))
    child.on('exit', (code, signal) => {
      running.delete(one)
      ports.endAll()
      events.emit('exit', code ?? (signal === 'SIGKILL' ? 9 : 15))
    })
    return strict(
      'UtilityProcess',
      Object.assign(events, {
        pid: child.pid,
        kill: () => child.kill(),
        postMessage(message: unknown, transfer: MessagePortMain[] = []): void {
          // In the order they are said, also where a file's bytes are waited for.
          const text = writeClone(structuredClone(message))
          const names = transfer.map((port) => ports.send(port))
          line = line.then(async () => say({ kind: 'message', text: await text, ports: names }))
        },
      } satisfies Pick<UtilityProcess, 'pid' | 'kill' | 'postMessage'>),
    ) as unknown as UtilityProcess
  }

  /** Kills every process at once, as a fault of the system would; resolves when they are gone. */
  const killAll = async (): Promise<void> => {
    await Promise.all(
      [...running].map(
        ({ process: child }) =>
          new Promise<void>((resolve) => {
            child.once('exit', () => resolve())
            child.kill('SIGKILL')
          }),
      ),
    )
  }
  /** Of the process that was started last. */
  const memory = (): Promise<Memory> => {
    measured = Promise.withResolvers<Memory>()
    ;[...running].at(-1)?.process.send({ kind: 'measure' } satisfies UtilityTalk)
    return measured.promise
  }
  return {
    fork: start,
    killAll,
    memory,
    pids: (): number[] => [...running].flatMap(({ process: { pid } }) => pid ?? []),
  }
}
