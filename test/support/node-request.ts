/** Node’s own request in the place of Chromium’s: Electron’s `net.request`, as far as the app uses it. It asks this machine alone. */
import { EventEmitter } from 'node:events'
import { request } from 'node:http'
import type { ClientRequest, ClientRequestConstructorOptions } from 'electron'
import { strict } from './electron-double/strict.ts'

export function nodeRequest({ url = '', headers = {}, redirect }: ClientRequestConstructorOptions): ClientRequest {
  if (new URL(url).hostname !== '127.0.0.1') throw new Error('The Electron double asks 127.0.0.1 alone')
  if (redirect !== 'manual') throw new Error('The Electron double follows nothing')
  const heard = new EventEmitter()
  let aborted = false
  const asking = request(url, { headers, agent: false })
  asking.on('error', (error) => void (aborted || heard.emit('error', error)))
  asking.on('response', (response) => {
    const status = response.statusCode ?? 0
    if (status < 300 || status > 399) return void heard.emit('response', response)
    // As Electron: who does not follow at once is told, and then it is over.
    heard.emit('redirect', status, 'GET', response.headers.location, response.headers)
    heard.emit('error', new Error('Redirect was cancelled'))
    asking.destroy()
  })
  const members = {
    end: () => void asking.end(),
    abort: () => {
      aborted = true
      asking.destroy()
    },
  }
  return strict('ClientRequest', Object.assign(heard, members)) as unknown as ClientRequest
}
