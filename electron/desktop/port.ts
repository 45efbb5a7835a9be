/** Takes the page’s message port and puts the station behind it. */
import { RPCHandler } from '@orpc/server/message-port'
import type { IpcMain, WebContents } from 'electron'
import type { Kiosk } from '../station/kiosk.ts'
import { router } from '../station/router.ts'
import { PORT_CHANNEL } from './channel.ts'
import { mayTakePort } from './rules.ts'
import type { RunningCalls } from './running-calls.ts'

type PortDeps = {
  ipcMain: Pick<IpcMain, 'on'>
  contents: Pick<WebContents, 'mainFrame'>
  kiosk: Kiosk
  calls: RunningCalls
  /** Hears that a port was offered by somebody else. */
  refused: (what: string) => void
}

/** From the window’s own top frame only. A page that was loaded again brings a new port, and the old one is closed. */
export function takePorts({ ipcMain, contents, kiosk, calls, refused }: PortDeps): void {
  const handler = new RPCHandler(router, { interceptors: [({ next }) => calls.run(next)] })
  let held: { close(): void } | null = null
  ipcMain.on(PORT_CHANNEL, (event) => {
    const [port] = event.ports
    if (
      port === undefined ||
      !mayTakePort({ frame: event.senderFrame, top: contents.mainFrame, url: event.senderFrame?.url })
    ) {
      refused('port')
      return
    }
    held?.close()
    held = port
    // A new port is a new screen: locked, and nobody's sitting.
    handler.upgrade(port, { context: { kiosk, screen: kiosk.createScreen() } })
    port.start()
  })
}
