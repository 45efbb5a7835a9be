import { EventEmitter } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import type { ClientRequest, ClientRequestConstructorOptions } from 'electron'
import { describe, expect, onTestFinished, test } from 'vitest'
import { nodeRequest } from '../../../test/support/node-request.ts'
import { settled } from '../../../test/support/settled.ts'
import { askNetwork } from './ask-network.ts'

/** What Chromium would be asked, and its side of it. */
function open() {
  const given: ClientRequestConstructorOptions[] = []
  const did: string[] = []
  const asking = Object.assign(new EventEmitter(), { end: () => did.push('end'), abort: () => did.push('abort') })
  const stop = new AbortController()
  const request = (options: ClientRequestConstructorOptions) => {
    given.push(options)
    return asking as unknown as ClientRequest
  }
  const answer = askNetwork(request, 'https://updates.solihull.example/kiosk/update.json', stop.signal)
  return { given, did, asking, stop, answer }
}
const responding = (headers: Record<string, string> = {}, statusCode = 200) =>
  Object.assign(new Readable({ read: () => undefined }), { statusCode, headers })

describe('asking Chromium’s network', () => {
  test('by itself, without a cookie, a cache or a word of which tablet it is; and nothing is followed', async () => {
    const { given, did, asking, answer } = open()
    asking.emit('redirect', 302, 'GET', 'https://elsewhere.example/')
    asking.emit('error', new Error('Redirect was cancelled'))
    expect((await answer).status).toBe(302)
    expect(given).toEqual([
      {
        url: 'https://updates.solihull.example/kiosk/update.json',
        partition: 'updates',
        credentials: 'omit',
        cache: 'no-store',
        redirect: 'manual',
        headers: { 'accept-encoding': 'identity', 'user-agent': 'Pledge Kiosk' },
      },
    ])
    expect(did).toEqual(['end'])
  })

  test('no answer, one that cannot be read, and one that nobody waits for any more', async () => {
    const refused = open()
    refused.asking.emit('error', new Error('net::ERR_CONNECTION_REFUSED'))
    await expect(refused.answer).rejects.toThrow('ERR_CONNECTION_REFUSED')
    const odd = open()
    odd.asking.emit('response', new EventEmitter())
    await expect(odd.answer).rejects.toThrow('cannot be read')
    const late = open()
    late.stop.abort()
    expect(late.did).toEqual(['end', 'abort'])
  })

  test('an answer that breaks off is heard of by whoever reads it, and where nobody does it is no fault of the app', async () => {
    const [read, unread] = [open(), open()]
    const [body, left] = [responding(), responding({}, 500)]
    read.asking.emit('response', body)
    unread.asking.emit('response', left)
    const { body: pieces } = await read.answer
    const first = pieces[Symbol.asyncIterator]()
    body.push(Buffer.from('half'))
    expect((await first.next()).value).toEqual(Buffer.from('half'))
    for (const one of [body, left]) one.destroy(new Error('net::ERR_CONTENT_LENGTH_MISMATCH'))
    await expect(first.next()).rejects.toThrow('MISMATCH')
    await settled()
  })

  test('what is said of its size counts only where it is said of what arrives', async () => {
    for (const [headers, size] of [
      [{ 'content-length': '2500000' }, 2_500_000],
      [{ 'content-length': '2500000', 'content-encoding': 'identity' }, 2_500_000],
      [{ 'content-length': '2500000', 'content-encoding': 'gzip' }, null],
      [{ 'content-length': '-1' }, null],
      [{ 'content-length': '1e9' }, null],
      [{ 'content-length': '' }, null],
      [{}, null],
    ] as const) {
      const { asking, answer } = open()
      asking.emit('response', responding(headers))
      expect([headers, (await answer).size]).toEqual([headers, size])
    }
  })
})

describe('what stands in for it in tests', () => {
  test('asks a real server, tells of a redirection as Electron does, and breaks off when it is told to', async () => {
    const asked: string[] = []
    const closed = Promise.withResolvers<void>()
    const answers: Record<string, RequestListener> = {
      '/file': (_request, response) => void response.end('the file'),
      '/there': (_request, response) => void response.writeHead(302, { location: '/file' }).end(),
      '/held': (request) => void request.on('close', closed.resolve),
    }
    const server = createServer((request, response) => {
      asked.push(request.url ?? '')
      answers[request.url ?? '']?.(request, response)
    })
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const at = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`
    const stop = new AbortController()
    const { status, size, body } = await askNetwork(nodeRequest, at('/file'), stop.signal)
    let read = ''
    for await (const piece of body) read += piece.toString()
    expect([status, size, read]).toEqual([200, 8, 'the file'])
    expect((await askNetwork(nodeRequest, at('/there'), stop.signal)).status).toBe(302)
    void askNetwork(nodeRequest, at('/held'), stop.signal)
    await expect.poll(() => asked).toEqual(['/file', '/there', '/held'])
    stop.abort()
    await closed.promise
  })
})
