/** Keeps the station’s process: starts it, hands it every page’s port, hears its end, and closes it. */
import { RPCHandler } from '@orpc/server/message-port'
import type { MessageChannelMain, MessagePortMain, UtilityProcess } from 'electron'
import type { LogLine } from '../../station/app/background-jobs.ts'
import { platformRouter } from './platform-calls.ts'
import type { FromStation, Opening, ToStation } from './messages.ts'

type RunDeps = {
  /** Starts a process with nothing in it but `station-process.ts`. */
  fork: () => UtilityProcess
  channel: () => MessageChannelMain
  opening: Opening
  platform: Parameters<typeof platformRouter>[0]
  called: (line: LogLine) => void
  log: (event: string, outcome?: string) => void
  /** It has ended without having been asked to; the next port starts it again. */
  gone: (why: string) => void
}

/** How long calls may take to finish once closing has begun, and how long the process may take to end after that. Milliseconds. */
const PATIENCE = 10_000
const MORE = 3000
/** How often it is asked whether it is there, in milliseconds; and after how many times without an answer it is given up. */
const PING_EVERY = 15_000
const UNANSWERED = 8

export type StationRun = ReturnType<typeof runStation>

export function runStation({ fork, channel, opening, platform, called, log, gone }: RunDeps) {
  const handler = new RPCHandler(platformRouter(platform))
  let running: { child: UtilityProcess; ended: Promise<void> } | null = null
  let closing = false

  const say = (child: UtilityProcess, said: ToStation, ports: MessagePortMain[] = []) => child.postMessage(said, ports)
  const start = () => {
    const child = fork()
    const ended = Promise.withResolvers<void>()
    let unanswered = 0
    // A long import may keep it busy for seconds, never for minutes; counted, so that a tablet that slept loses nothing.
    const pinging = setInterval(() => {
      unanswered += 1
      if (unanswered <= UNANSWERED) return say(child, { say: 'ping' })
      log('station', 'hangs')
      child.kill()
    }, PING_EVERY)
    child.on('message', (said: FromStation) => {
      if (said.say === 'pong') unanswered = 0
      else if (said.say === 'called') called(said.line)
      else log(said.event, said.outcome)
    })
    child.on('exit', (code) => {
      clearInterval(pinging)
      ended.resolve()
      if (running?.child === child) running = null
      if (!closing) gone(String(code))
    })
    const { port1, port2 } = channel()
    handler.upgrade(port1)
    port1.start()
    say(child, { say: 'open', opening }, [port2])
    return { child, ended: ended.promise }
  }

  return {
    /** Starts the process where there is none, so that it is at work before any page asks. */
    begin(): void {
      if (!closing) running ??= start()
    },
    /** Hands the port of a page on; the page talks to the station’s process from then on, and not through this one. */
    take(window: number, port: MessagePortMain): void {
      if (closing) return port.close()
      running ??= start()
      say(running.child, { say: 'screen', window }, [port])
    },
    /** What `host` can do, or has, is not what it was. */
    platformChanged(): void {
      if (running !== null && !closing) say(running.child, { say: 'host-changed' })
    },
    /** Lets calls finish, closes the station, and resolves once its process has ended, or will not. `patience` in milliseconds. */
    async close(patience = PATIENCE): Promise<void> {
      closing = true
      if (running === null) return
      const { child, ended } = running
      say(child, { say: 'close', patience })
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<'late'>((resolve) => {
        timer = setTimeout(resolve, patience + MORE, 'late')
      })
      if ((await Promise.race([ended, late])) === 'late') {
        log('close', 'too slow')
        child.kill()
      }
      clearTimeout(timer)
    },
  }
}
