/** The station behind the main process’s messages: opens it, gives every page’s port a screen, and closes it in order. */
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { RPCHandler } from '@orpc/server/message-port'
import type { MessagePortMain } from 'electron'
import { type Kiosk, openKiosk } from '../../station/app/kiosk.ts'
import { router } from '../../station/app/router.ts'
import { describeError } from '../relaunch.ts'
import { type PlatformCalls, platformOver, keychainOver } from './platform-calls.ts'
import { openKeychain, refusingKeyStore } from './keychain.ts'
import { type FromStation, type Opening, type ToStation, WINDOWS } from './messages.ts'
import { createRunningCalls } from './running-calls.ts'

type ServeDeps = {
  tell: (said: FromStation) => void
  /** Ends this process. */
  end: (code: number) => void
  /** How a kiosk is opened; a test hands in its clock and its chance. */
  openWith?: typeof openKiosk
  /** What a PIN or a passphrase costs to try, where it is not the usual: tests ask for less. */
  secretCost?: number
}

/** Hears one message after the other, with the ports that came with it. */
export function serveStation({
  tell,
  end,
  openWith = openKiosk,
  secretCost,
}: ServeDeps): (said: ToStation, ports: readonly MessagePortMain[]) => void {
  const happened = (event: string, outcome = 'ok') => tell({ say: 'happened', event, outcome })
  const calls = createRunningCalls()
  const handler = new RPCHandler(router, { interceptors: [({ next }) => calls.run(next)] })
  /** The port of each window’s page. */
  const held = new Map<number, MessagePortMain>()
  const opened = Promise.withResolvers<Kiosk>()

  const open = async ({ folder, resources, locked, updates }: Opening, port: MessagePortMain): Promise<Kiosk> => {
    const platform: PlatformCalls = createORPCClient(new RPCLink({ port }))
    port.start()
    const memory = {
      held: await platform.key.held(),
      onKey: (key: string) => void platform.key.keep(key),
      cost: secretCost,
    }
    const { keyStore, wrapped } = await openKeychain(folder, keychainOver(platform), memory).catch(refusingKeyStore)
    happened('keychain', wrapped ? 'ok' : 'none')
    const kiosk = openWith(folder, {
      resources,
      keyStore,
      staffCost: secretCost,
      log: (line) => tell({ say: 'called', line }),
      platform: platformOver(platform, { locked, updates }),
    })
    happened('station', 'opened')
    return kiosk
  }
  const show = async (window: number, port: MessagePortMain): Promise<void> => {
    // The page was loaded again: nothing of the one before goes on.
    held.get(window)?.close()
    held.set(window, port)
    const kiosk = await opened.promise
    // A new port is a new screen: locked, and nobody's visit.
    const session = kiosk.createSession(window, { isWall: window === WINDOWS.wall })
    handler.upgrade(port, { context: { kiosk, session } })
    port.start()
  }
  const close = async (patience: number): Promise<void> => {
    if (!(await calls.drain(patience))) happened('drain', 'too slow')
    try {
      ;(await opened.promise).close()
      happened('closed')
    } catch (error) {
      // What was committed is on disk. A station that cannot close must not look like one that crashed.
      happened('closed', describeError(error))
    }
    end(0)
  }

  return (said, [port]) => {
    switch (said.say) {
      case 'open':
        // What cannot be opened for a reason of its own is a fault, which whoever runs this process hears.
        if (port !== undefined) void open(said.opening, port).then(opened.resolve)
        return
      case 'screen':
        if (port !== undefined) void show(said.window, port)
        return
      case 'ping':
        tell({ say: 'pong' })
        return
      case 'host-changed':
        void opened.promise.then((kiosk) => kiosk.platformChanged())
        return
      case 'close':
        void close(said.patience)
    }
  }
}
