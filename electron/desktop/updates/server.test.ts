import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { nodeRequest } from '../../../test/support/node-request.ts'
import { tempFolder } from '../../../test/support/temp-folder.ts'
import { handTime, serveUpdate } from '../../../test/support/update-server.ts'
import { createSigner, NOT_FOR_US, writeUpdate } from '../../../test/support/update-stick.ts'
import { LARGEST_MANIFEST, MANIFEST, SIGNATURE } from './manifest.ts'
import { onServer } from './server.ts'
import { createUpdates } from './updates.ts'

const signer = createSigner()
/** Large enough to come in many pieces. */
const installer = randomBytes(2_500_000)
const NAME = 'Pledge Kiosk-0.2.0.AppImage'
const HALF_A_MINUTE = 30_000
const HALF_AN_HOUR = 30 * 60_000

/** A tablet with 0.1.0 as an AppImage, whose IT has named this server. */
async function open(given: Partial<Parameters<typeof createUpdates>[0]> = {}) {
  const server = await serveUpdate(signer)
  const time = handTime()
  const folder = join(tempFolder(), 'updates')
  const place = join(tempFolder(), 'Pledge Kiosk.AppImage')
  writeFileSync(place, 'the program of 0.1.0')
  const log: string[] = []
  let last = (): Promise<void> => Promise.resolve()
  const updates = createUpdates({
    key: signer.publicKey,
    sticks: async () => [],
    server: async () => onServer({ address: server.address, request: nodeRequest, wait: time.wait }),
    running: '0.1.0',
    platform: 'linux',
    arch: 'x64',
    installation: { kind: 'AppImage', at: place },
    folder,
    systemRoot: '',
    closeFor: (then) => void (last = then),
    again: () => undefined,
    end: () => undefined,
    log: (event, outcome = 'ok') => void log.push(`${event}: ${outcome}`),
    ...given,
  })
  const found = async () => (await updates.look()).found
  const copies = () => (existsSync(join(folder, 'checked')) ? readdirSync(join(folder, 'checked')) : [])
  return {
    ...server,
    write: (contents: Parameters<typeof server.write>[0] = {}) => server.write({ installer, ...contents }),
    updates,
    found,
    copies,
    log,
    time,
    folder,
    program: () => readFileSync(place),
    closed: () => last(),
  }
}
/** What is asked for before it is known that there is something to install. */
const NO_INSTALLER = [MANIFEST, SIGNATURE]

describe('looking on the server that IT has named', () => {
  test('what the key has signed and is newer is downloaded, checked, offered and installed as from a stick', async () => {
    const { updates, found, write, asked, copies, folder, program, closed, log, time } = await open()
    write()
    const offered = await found()
    expect(offered).toEqual({ code: 'offered', stick: null, version: '0.2.0', id: expect.any(String), byHand: false })
    expect(asked).toEqual([MANIFEST, SIGNATURE, NAME])
    expect(statSync(join(folder, 'checked', copies()[0] ?? '')).mode & 0o777).toBe(0o600)
    expect(time.waiting()).toBe(0)
    expect(await updates.install((offered as { id: string }).id)).toEqual({ code: 'installing' })
    expect(program().toString()).toBe('the program of 0.1.0')
    await closed()
    expect(program().equals(installer)).toBe(true)
    expect(log).toEqual(['update looked for: offered', 'update: begins'])
  })

  test('the server learns that somebody looks, and nothing by which it could tell one tablet from another', async () => {
    const { found, write, headers, address } = await open()
    write()
    await found()
    const plain = { 'accept-encoding': 'identity', 'user-agent': 'Pledge Kiosk', connection: 'close' }
    const host = new URL(address).host
    expect(headers).toEqual([
      { ...plain, host },
      { ...plain, host },
      { ...plain, host },
    ])
  })

  test('an address that ends in a stroke, and one with a word for the server in it', async () => {
    const server = await serveUpdate(signer)
    server.write()
    for (const address of [`${server.address}/`, `${server.address}//?word=oak`]) {
      server.asked.length = 0
      const { found } = await open({
        server: async () => onServer({ address, request: nodeRequest, wait: handTime().wait }),
      })
      expect(await found()).toMatchObject({ code: 'offered' })
      const word = new URL(address).search
      expect(server.asked).toEqual([MANIFEST, SIGNATURE, NAME].map((name) => name + word))
    }
  })

  test('where IT trusts nobody, or the app was not installed, no network is asked', async () => {
    for (const [given, answer] of [
      [{ key: null }, { code: 'no-update', online: false }],
      [{ installation: { kind: 'portable' } }, { code: 'portable' }],
      [{ installation: { kind: 'not-installed' } }, { code: 'not-installed' }],
    ] as const) {
      const { found, write, asked } = await open(given)
      write()
      expect(await found()).toEqual(answer)
      expect(asked).toEqual([])
    }
  })

  test('what a stick has is installed without asking the server; where it has nothing to install, the server is asked', async () => {
    const stick = tempFolder()
    const { found, write, asked } = await open({ sticks: async () => [{ name: 'KINGSTON', path: stick }] })
    expect(await found()).toEqual({ code: 'no-update', online: true })
    write({ version: '0.3.0' })
    writeUpdate(stick, signer, { version: '0.0.9' })
    expect(await found()).toMatchObject({ code: 'offered', stick: null, version: '0.3.0' })
    asked.length = 0
    writeUpdate(stick, signer, { version: '0.2.0' })
    expect(await found()).toMatchObject({ code: 'offered', stick: 'KINGSTON', version: '0.2.0' })
    expect(asked).toEqual([])
  })

  test('a server without an update; the same version, an older one, and one for another machine: no installer is asked for', async () => {
    const { found, write, asked, copies } = await open()
    expect(await found()).toEqual({ code: 'no-update', online: true })
    for (const [contents, code] of NOT_FOR_US) {
      write(contents)
      asked.length = 0
      expect(await found()).toMatchObject({ code, stick: null })
      expect(asked).toEqual(NO_INSTALLER)
    }
    expect(copies()).toEqual([])
  })
})

describe('a server that cannot be trusted', () => {
  test('a list that somebody else has signed, that was changed, or that nobody has signed: no installer is asked for', async () => {
    const { found, write, asked, instead, copies } = await open()
    const file = write()
    const spoil: (() => void)[] = [
      () => void writeUpdate(join(file, '../..'), createSigner(), { installer }),
      () => truncateSync(join(file, '..', MANIFEST), 10),
      () => (instead[SIGNATURE] = (_request, response) => void response.writeHead(404).end()),
      () => (instead[SIGNATURE] = (_request, response) => void response.end(Buffer.alloc(64))),
    ]
    for (const one of spoil) {
      write()
      one()
      asked.length = 0
      expect([one.toString(), await found()]).toEqual([one.toString(), { code: 'not-signed', stick: null }])
      expect(asked).toEqual(NO_INSTALLER)
    }
    expect(copies()).toEqual([])
  })

  test('a list that never ends is read no further than a list can be long', async () => {
    const { found, write, instead } = await open()
    write()
    const brokenOff = Promise.withResolvers<void>()
    let written = 0
    instead[MANIFEST] = (_request, response) => {
      response.on('close', brokenOff.resolve)
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(10_000))) written += 10_000
      }
      response.on('drain', more)
      more()
    }
    expect(await found()).toEqual({ code: 'not-signed', stick: null })
    await brokenOff.promise
    expect(written).toBeGreaterThan(LARGEST_MANIFEST)
  })

  test('an installer of another size than was signed is not even read, and one that goes on is read no further', async () => {
    const { found, write, instead, copies } = await open()
    write()
    const brokenOff = Promise.withResolvers<void>()
    instead[NAME] = (_request, response) => {
      response.on('close', brokenOff.resolve)
      // Its bytes are held back: whoever waits for them waits for ever.
      response.writeHead(200, { 'content-length': installer.length + 1 }).flushHeaders()
    }
    expect(await found()).toEqual({ code: 'changed', stick: null, version: '0.2.0' })
    await brokenOff.promise
    const again = Promise.withResolvers<void>()
    instead[NAME] = (_request, response) => {
      response.on('close', again.resolve)
      // In pieces, so that nothing says how many bytes there are; and it does not end.
      response.write(Buffer.concat([installer, Buffer.of(0)]))
    }
    expect(await found()).toEqual({ code: 'changed', stick: null, version: '0.2.0' })
    await again.promise
    expect(copies()).toEqual([])
  })

  test('a byte that is another, one too few, and an installer that is not there: nothing is kept', async () => {
    const { found, write, instead, copies } = await open()
    write()
    const changed = Buffer.from(installer)
    changed[2_000_000] = (changed[2_000_000] ?? 0) ^ 1
    const pieces =
      (bytes: Buffer): RequestListener =>
      (_request, response) => {
        response.write(bytes.subarray(0, 1000))
        response.end(bytes.subarray(1000))
      }
    for (const answer of [
      pieces(changed),
      pieces(installer.subarray(0, -1)),
      ((_request, response) => void response.writeHead(404).end()) satisfies RequestListener,
    ]) {
      instead[NAME] = answer
      expect(await found()).toEqual({ code: 'changed', stick: null, version: '0.2.0' })
      expect(copies()).toEqual([])
    }
  })

  test('whoever is sent on to another address does not go there, whichever file it was', async () => {
    const elsewhere = await serveUpdate(signer)
    for (const name of [MANIFEST, SIGNATURE, NAME]) {
      const { found, write, instead, copies } = await open()
      write()
      elsewhere.write()
      for (const status of [301, 302, 303, 307, 308]) {
        const location = `${elsewhere.address}/${encodeURIComponent(name)}`
        instead[name] = (_request, response) => void response.writeHead(status, { location }).end()
        expect([name, status, await found()]).toEqual([name, status, { code: 'redirected' }])
      }
      expect(copies()).toEqual([])
    }
    expect(elsewhere.asked).toEqual([])
  })
})

describe('a network that does not do', () => {
  test('nobody answers, or with an error: that is said, and not taken for a server without an update', async () => {
    const { found, write, instead, end, log } = await open()
    write()
    for (const status of [401, 403, 500, 503, 204]) {
      instead[MANIFEST] = (_request, response) => void response.writeHead(status).end()
      expect([status, await found()]).toEqual([status, { code: 'no-answer' }])
    }
    instead[MANIFEST] = (request) => void request.socket.destroy()
    expect(await found()).toEqual({ code: 'no-answer' })
    end()
    expect(await found()).toEqual({ code: 'no-answer' })
    // And nothing of the address is in the log.
    expect(new Set(log)).toEqual(new Set(['update looked for: no-answer']))
  })

  test('a server that takes the question and says nothing is left after half a minute', async () => {
    const { found, write, instead, time } = await open()
    write()
    const [asked, left] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    instead[MANIFEST] = (request) => {
      request.on('close', left.resolve)
      asked.resolve()
    }
    const looking = found()
    await asked.promise
    time.isUp(HALF_A_MINUTE)
    expect(await looking).toEqual({ code: 'no-answer' })
    await left.promise
    expect(time.waiting()).toBe(0)
  })

  test('an installer that stops coming, comes too slowly, or breaks off: that is said, and half of it is not kept', async () => {
    for (const stop of [
      (time: ReturnType<typeof handTime>) => time.isUp(HALF_A_MINUTE),
      (time: ReturnType<typeof handTime>) => time.isUp(HALF_AN_HOUR),
      (_time: unknown, breakOff: () => void) => breakOff(),
    ]) {
      const { found, write, instead, time, folder, copies } = await open()
      write()
      let breakOff = (): void => undefined
      instead[NAME] = (request, response) => {
        breakOff = () => void request.socket.destroy()
        response.writeHead(200, { 'content-length': installer.length })
        response.write(installer.subarray(0, 1_000_000))
      }
      const looking = found()
      const growing = join(folder, 'checked', 'checking')
      await expect.poll(() => (existsSync(growing) ? statSync(growing).size : 0)).toBe(1_000_000)
      stop(time, breakOff)
      expect(await looking).toEqual({ code: 'unread', stick: null })
      expect(copies()).toEqual([])
      expect(time.waiting()).toBe(0)
      // And the next look begins afresh.
      delete instead[NAME]
      expect(await found()).toMatchObject({ code: 'offered', stick: null })
    }
  })

  test('with too little room it is not downloaded', async () => {
    const { found, write, copies } = await open({ free: async () => installer.length + 1_000_000 })
    write()
    expect(await found()).toEqual({ code: 'no-room', stick: null, version: '0.2.0' })
    expect(copies()).toEqual([])
  })
})
