/** Starts the browser host on this machine's own address, on the first free port. */
import { createAdaptorServer } from '@hono/node-server'
import type { Kiosk } from '../station/app/kiosk.ts'
import { createApp } from './app.ts'
import { linkSecret } from './link.ts'

const FIRST_PORT = 4170
const TRIES = 30

export type Serving = {
  /** What to open; the secret is behind the hash, so it is never sent or logged. */ link: string
  port: number
  close(): Promise<void>
}

/** `port`: the one to use, or the first to try. 0 lets the system choose. Throws where none is free. */
export async function serve(
  kiosk: Kiosk,
  {
    folder,
    pages,
    port = FIRST_PORT,
    exact = false,
  }: { folder: string; pages: string; port?: number; exact?: boolean },
): Promise<Serving> {
  const secret = linkSecret(folder)
  let taken = port
  const app = createApp({ kiosk, pages, secret, port: () => taken })
  const server = createAdaptorServer({ fetch: app.fetch })
  const listen = (wanted: number): Promise<boolean> =>
    new Promise((resolve, reject) => {
      server.once('error', (error: NodeJS.ErrnoException) =>
        error.code === 'EADDRINUSE' && !exact ? resolve(false) : reject(error),
      )
      server.listen(wanted, '127.0.0.1', () => resolve(true))
    })
  for (let wanted = port; ; wanted += 1) {
    if (wanted >= port + TRIES)
      throw new Error(
        `No free port from ${port} to ${port + TRIES - 1}. Close another program, or choose a port with --port.`,
      )
    if (await listen(wanted)) break
  }
  const address = server.address()
  if (address !== null && typeof address === 'object') taken = address.port
  return {
    link: `http://127.0.0.1:${taken}/#key=${secret}`,
    port: taken,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}
