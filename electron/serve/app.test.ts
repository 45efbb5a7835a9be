import { request } from 'node:http'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { httpClient, openTestKiosk, serveKiosk, setUpAnswers } from '../../test/support/test-client.ts'
import { tempFolder } from '../../test/support/temp-folder.ts'
import { aPledge, PIN } from '../../test/support/test-station.ts'

async function served() {
  const folder = join(tempFolder(), 'station')
  const kiosk = openTestKiosk(folder)
  return { folder, kiosk, ...(await serveKiosk(kiosk, folder)) }
}

/** A request with any headers one likes, which `fetch` would not send. */
function ask(
  port: number,
  path: string,
  headers: Record<string, string>,
  method = 'POST',
): Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let body = ''
      response.on('data', (piece: Buffer) => void (body += piece.toString()))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
    })
    asked.on('error', reject)
    asked.end(method === 'POST' ? '{}' : undefined)
  })
}

describe('The browser host answers only its own machine and only the page opened through its link', () => {
  test('a page with the link’s secret is answered, one without it or with another is not', async () => {
    const { origin, secret, port } = await served()
    expect((await httpClient(origin, secret).station.state()).phase).toBe('new')
    await expect(httpClient(origin, 'x'.repeat(32)).station.state()).rejects.toMatchObject({ status: 401 })
    const host = `127.0.0.1:${port}`
    expect(
      (
        await ask(port, '/rpc/station/state', {
          host,
          'x-screen': 'a-screen-of-a-test',
          'content-type': 'application/json',
        })
      ).status,
    ).toBe(401)
  })

  test('a name that was made to point at this machine, and a page of another site, are refused', async () => {
    const { secret, port } = await served()
    const good = {
      host: `127.0.0.1:${port}`,
      authorization: `Bearer ${secret}`,
      'x-screen': 'a-screen-of-a-test',
      'content-type': 'application/json',
    }
    expect((await ask(port, '/rpc/station/state', good)).status).toBe(200)
    expect((await ask(port, '/rpc/station/state', { ...good, host: 'evil.example' })).status).toBe(403)
    expect((await ask(port, '/rpc/station/state', { ...good, host: `evil.example:${port}` })).status).toBe(403)
    expect((await ask(port, '/rpc/station/state', { ...good, origin: 'https://evil.example' })).status).toBe(403)
    expect((await ask(port, '/rpc/station/state', { ...good, origin: 'null' })).status).toBe(403)
    expect((await ask(port, '/rpc/station/state', { ...good, origin: `http://127.0.0.1:${port}` })).status).toBe(200)
    expect((await ask(port, '/', { host: 'evil.example' }, 'GET')).status).toBe(403)
  })

  test('a body that does not say how long it is is read to its bound and no further', async () => {
    const { secret, port } = await served()
    const sent = await new Promise<{ status: number; bytes: number }>((resolve, reject) => {
      let bytes = 0
      const asked = request(
        {
          host: '127.0.0.1',
          port,
          path: '/rpc/station/checkPack',
          method: 'POST',
          headers: {
            host: `127.0.0.1:${port}`,
            authorization: `Bearer ${secret}`,
            'x-screen': 'a-screen-of-a-test',
            'content-type': 'application/json',
            'transfer-encoding': 'chunked',
          },
        },
        (response) => {
          response.resume()
          asked.destroy()
          resolve({ status: response.statusCode ?? 0, bytes })
        },
      )
      asked.on('error', reject)
      const piece = Buffer.alloc(1_000_000, ' ')
      // Half a gigabyte, if nobody said stop.
      const more = (): void => {
        if (bytes >= 500_000_000 || asked.destroyed) return
        bytes += piece.length
        asked.write(piece, () => setImmediate(more))
      }
      more()
    })
    expect(sent.status).toBe(413)
    expect(sent.bytes).toBeLessThan(100_000_000)
  })

  test('it does not listen to the network', async () => {
    const { kiosk, folder } = await served()
    const { createServer } = await import('node:net')
    const { serve } = await import('./serve.ts')
    const second = await serve(kiosk, { folder, pages: folder, port: 0 })
    // Another program may take the same port on another address, so ours has only 127.0.0.1.
    const other = createServer()
    const free = await new Promise<boolean>((resolve) => {
      other.once('error', () => resolve(false))
      other.listen(second.port, '127.0.0.2', () => resolve(true))
    })
    expect(free).toBe(true)
    other.close()
    await second.close()
  })

  test('every response carries a strict Content-Security-Policy, refusals too', async () => {
    const { port, secret } = await served()
    const host = `127.0.0.1:${port}`
    const answers = await Promise.all([
      ask(port, '/', { host }, 'GET'),
      ask(port, '/sign-in', { host }, 'GET'),
      ask(port, '/nothing.js', { host }, 'GET'),
      ask(port, '/../../package.json', { host }, 'GET'),
      ask(port, '/', { host: 'evil.example' }, 'GET'),
      ask(port, '/rpc/station/state', { host }),
      ask(port, '/rpc/station/state', {
        host,
        authorization: `Bearer ${secret}`,
        'x-screen': 'a-screen-of-a-test',
        'content-type': 'application/json',
      }),
      ask(port, '/rpc/no/such/call', {
        host,
        authorization: `Bearer ${secret}`,
        'x-screen': 'a-screen-of-a-test',
        'content-type': 'application/json',
      }),
      ask(port, '/', { host }, 'DELETE'),
    ])
    for (const { headers } of answers) {
      const policy = String(headers['content-security-policy'])
      expect(policy).toContain("default-src 'none'")
      // WebAssembly, for the camera; nothing else that is called unsafe.
      expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'; worker-src 'self';")
      expect(policy.replace("'wasm-unsafe-eval'", '')).not.toMatch(/unsafe|\*|https?:/)
      expect(headers['x-content-type-options']).toBe('nosniff')
    }
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 404, 404, 403, 401, 200, 404, 404])
  })

  test('the next free port is taken where the usual one is in use', async () => {
    const { kiosk, folder, port } = await served()
    const { serve } = await import('./serve.ts')
    const second = await serve(kiosk, { folder, pages: folder, port })
    // Another program may have that one as well.
    expect(second.port).toBeGreaterThan(port)
    await second.close()
    await expect(serve(kiosk, { folder, pages: folder, port, exact: true })).rejects.toThrow('EADDRINUSE')
  })

  test('the secret is kept for its owner alone and lasts over a restart, so that an open page goes on working', async () => {
    const { folder, secret, kiosk } = await served()
    expect(statSync(join(folder, 'link.key')).mode & 0o777).toBe(0o600)
    expect((await serveKiosk(kiosk, folder)).secret).toBe(secret)
  })

  test('a screen that one page unlocked stays locked for another page', async () => {
    const { origin, secret } = await served()
    const door = httpClient(origin, secret, 'the-screen-at-the-door')
    await door.station.setUp(setUpAnswers)
    await door.staff.unlock({ role: 'steward', pin: PIN })
    expect(await door.signIn.find({ query: 'ewa' })).toEqual([])
    await expect(httpClient(origin, secret, 'another-screen').signIn.find({ query: 'ewa' })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    })
  })

  test('more screens than anybody has, made up by one page, lock no steward out, nor slow down the PIN where they are known', async () => {
    const { origin, secret } = await served()
    const door = httpClient(origin, secret, 'the-screen-at-the-door')
    await door.station.setUp(setUpAnswers)
    await door.staff.unlock({ role: 'steward', pin: PIN })
    for (let made = 0; made < 201; made += 1)
      await httpClient(origin, secret, `a-made-up-screen-${made}`).staff.unlock({ role: 'steward', pin: '9071' })
    expect((await door.station.state()).role).toBe('steward')
    await door.staff.lock()
    expect(await door.staff.unlock({ role: 'steward', pin: '9071' })).toEqual({ code: 'wrong', left: 4 })
    expect(await door.staff.unlock({ role: 'steward', pin: PIN })).toEqual({ code: 'unlocked', role: 'steward' })
  })

  test('what a call is given is checked at the door, and a fault is named without anything being written', async () => {
    const { origin, secret, kiosk } = await served()
    const client = httpClient(origin, secret)
    await client.station.setUp(setUpAnswers)
    const facts = kiosk.station()?.journal.facts.count()
    await expect(client.pledges.make({ ...aPledge, wording: '   ' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(client.pledges.make({ ...aPledge, quantity: -1 })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(client.pledges.make({ ...aPledge, type: 'no-such-type' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(kiosk.station()?.journal.facts.count()).toBe(facts)
  })
})
