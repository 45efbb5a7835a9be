/** Takes the port that a page offers and passes it straight on to the station; the main process hears nothing of what goes over it. */
import type { IpcMain, MessagePortMain, WebContents, WebFrameMain } from 'electron'
import { PORT_CHANNEL } from './channel.ts'
import { mayTakePort } from './rules.ts'

type PortDeps = {
  ipcMain: Pick<IpcMain, 'on'>
  /** The number and the top frame of one of the app’s own windows; null for whatever is none of them. */
  windowOf: (sender: WebContents) => { number: number; top: WebFrameMain } | null
  take: (window: number, port: MessagePortMain) => void
  /** Hears that a port was offered by somebody else. */
  refused: (what: string) => void
}

/** From the top frame of one of the app’s own windows only. */
export function takePorts({ ipcMain, windowOf, take, refused }: PortDeps): void {
  ipcMain.on(PORT_CHANNEL, (event) => {
    const [port] = event.ports
    const window = windowOf(event.sender)
    if (
      port === undefined ||
      window === null ||
      !mayTakePort({ frame: event.senderFrame, top: window.top, url: event.senderFrame?.url })
    ) {
      refused('port')
      return
    }
    take(window.number, port)
  })
}
