/** The shell with a window that nobody sees: every page is there as soon as it is asked for, and a test speaks in its place. */
import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { PORT_CHANNEL } from '../../../electron/desktop/channel.ts'
import type { KioskClient } from '../../../shared/contract/index.ts'
import { readClone, writeClone } from './clone.ts'
import { type Shell, startShell } from './shell.ts'
import type { Frame, Start } from './talk.ts'

/** The app's own page in the top frame of its window. */
const HOME: Frame = { of: 'top', url: 'app://kiosk/' }

export type UnseenShell = {
  shell: Shell
  /**
   * Offers a port to the shell, as the page in this frame would, and answers with the client behind it; `asked` resolves once the
   * shell has the first thing that is asked there, whatever it does with it.
   */
  offer(
    frame?: Frame,
    options?: { channel?: string; window?: number },
  ): Promise<{ client: KioskClient; asked: Promise<void>; close(): void }>
}

export async function startUnseen(folder: string, start: Partial<Start> = {}): Promise<UnseenShell> {
  /** What comes over a port that was offered, by its name; null where the port has ended. */
  const heard = new Map<string, (text: string | null) => void>()
  const shown = Promise.withResolvers<void>()
  const shell = await startShell(
    folder,
    (news, asked) => {
      if (news.kind === 'load') asked.loaded(news.window, news.url).then(shown.resolve, shown.reject)
      if (news.kind === 'port-text') heard.get(news.port)?.(news.text)
      if (news.kind === 'port-end') heard.get(news.port)?.(null)
      if (news.kind === 'failed' || news.kind === 'quit') shown.resolve()
    },
    start,
  )
  await shown.promise
  let offers = 0
  return {
    shell,
    async offer(frame = HOME, { channel = PORT_CHANNEL, window = 0 } = {}) {
      offers += 1
      const name = `offer ${offers}`
      const { port1, port2 } = new MessageChannel()
      heard.set(name, (text) => (text === null ? port2.close() : port2.postMessage(readClone(text))))
      await shell.offer({ window, channel, message: await writeClone(null), ports: [name], frame })
      const asked = Promise.withResolvers<void>()
      let line: Promise<unknown> = Promise.resolve()
      port2.on('message', (message: unknown) => {
        const text = writeClone(message)
        line = line
          .then(async () => shell.portText(name, await text))
          .catch(() => undefined)
          .finally(asked.resolve)
      })
      port1.start()
      return {
        client: createORPCClient(new RPCLink({ port: port1 })),
        asked: asked.promise,
        close: () => port1.close(),
      }
    },
  }
}
