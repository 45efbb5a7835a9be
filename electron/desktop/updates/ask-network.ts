/** Asks the network as Chromium does, with the system’s certificates and proxy, and leaves nothing behind. */
import { Readable } from 'node:stream'
import type { ClientRequest, ClientRequestConstructorOptions } from 'electron'

/** `net.request`: Electron’s in the app. */
export type Request = (options: ClientRequestConstructorOptions) => ClientRequest

/** What a server says before the file itself. */
export type Answer = {
  status: number
  /** Bytes; null where it is not said, or says nothing about what arrives. */
  size: number | null
  /** Rejects where it breaks off. */
  body: AsyncIterable<Buffer>
}

/** Asks for one address, and follows nothing. Rejects where there is no answer; gives up for good once `stop` is aborted. */
export const askNetwork = (request: Request, url: string, stop: AbortSignal): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const asking = request({
      url,
      // In memory only, and shared with no page.
      partition: 'updates',
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'manual',
      // The bytes as they were signed, so that their number means something. No system, no version: it is nobody’s business.
      headers: { 'accept-encoding': 'identity', 'user-agent': 'Pledge Kiosk' },
    })
    asking.on('redirect', (status) => resolve({ status, size: null, body: Readable.from([]) }))
    asking.on('response', (response) => {
      // Electron’s types do not say what its documentation does.
      if (!(response instanceof Readable)) return reject(new Error('The answer cannot be read'))
      // Whoever reads it hears of a fault there; where nobody does, it is nobody’s.
      response.on('error', () => undefined)
      resolve({ status: response.statusCode, size: sizeOf(response.headers), body: response })
    })
    asking.on('error', reject)
    stop.addEventListener('abort', () => asking.abort())
    asking.end()
  })

/** What is said of a file that comes packed is not said of what arrives. */
function sizeOf(headers: Record<string, string | string[]>): number | null {
  const said = headers['content-length']
  if (typeof said !== 'string' || !/^\d{1,15}$/.test(said)) return null
  return headers['content-encoding'] === undefined || headers['content-encoding'] === 'identity' ? Number(said) : null
}
