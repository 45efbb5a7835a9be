/** Updates over the network: never by themselves, and where IT has set an address, by electron-updater as it is packaged. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { startUnseen } from '../support/electron-double/unseen.ts'
import { tempFolder } from '../support/temp-folder.ts'

const NAME = 'Pledge-Kiosk-9.9.9.AppImage'

/** A feed as electron-builder makes one, on this machine. `said` is the checksum that it tells, where that is not the true one. */
async function serveFeed(program: string, { version = '9.9.9', said = '' } = {}) {
  const sha512 = said === '' ? createHash('sha512').update(program).digest('base64') : said
  const files: Record<string, string> = {
    '/kiosk/latest-linux.yml': JSON.stringify({
      version,
      files: [{ url: NAME, sha512, size: program.length }],
      path: NAME,
      sha512,
      releaseDate: '2026-11-25T09:00:00.000Z',
    }),
    [`/kiosk/${NAME}`]: program,
  }
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? ''
    asked.push(`${path} by ${String(request.headers['x-user-staging-id'] ?? '')}`)
    const body = files[path]
    response.writeHead(body === undefined ? 404 : 200).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/kiosk`, asked }
}

/** The built shell, as an AppImage, with a settings file of IT’s. `http` is allowed for this test alone. */
async function start(settings: object, { allowHttp = true } = {}) {
  const folder = join(tempFolder(), 'station')
  const image = join(tempFolder(), 'Pledge Kiosk.AppImage')
  const file = join(tempFolder(), 'settings.json')
  writeFileSync(image, 'the old program', { mode: 0o755 })
  writeFileSync(file, JSON.stringify(settings))
  // The thread that runs the shell has the environment that it is started in.
  vi.stubEnv('APPIMAGE', image)
  vi.stubEnv('XDG_CACHE_HOME', tempFolder())
  onTestFinished(() => void vi.unstubAllEnvs())
  const { shell, offer } = await startUnseen(folder, {
    changes: [
      { from: 'return join("/etc", "pledge-kiosk", "settings.json")', to: `return ${JSON.stringify(file)}` },
      ...(allowHttp ? [{ from: 'url({ protocol: /^https$/ })', to: 'url({ protocol: /^https?$/ })' }] : []),
    ],
  })
  onTestFinished(() => shell.close())
  const told = () =>
    readFileSync(join(`${folder}-logs`, 'shell.log'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { event?: string; outcome: string })
      .filter(({ event }) => event === 'online update')
      .map(({ outcome }) => outcome)
  /** The station has answered a page: whatever the shell begins by itself, it has begun by then. */
  const settled = async () => {
    const { client, close } = await offer()
    await client.station.state()
    close()
  }
  return { shell, image, told, folder, settled }
}

describe('updates over the network', () => {
  test('by default nothing is asked of any network, and nothing that could ask is even loaded', async () => {
    const { shell, told, settled } = await start({})
    await settled()
    const { loaded, calls } = await shell.recorded()
    expect(loaded).toContain('main.js')
    expect(loaded).not.toContain('online.js')
    expect(calls.filter(({ name }) => name.startsWith('net.') || name === 'session.fromPartition')).toEqual([])
    expect(told()).toEqual([])
    // Its code is in that one file, which is loaded at one place.
    const built = join(import.meta.dirname, '../../dist/desktop')
    const scripts = readdirSync(built).filter((name) => name.endsWith('js'))
    const text = (name: string) => readFileSync(join(built, name), 'utf8')
    expect(scripts.filter((name) => text(name).includes('class AppUpdater'))).toEqual(['online.js'])
    expect(scripts.filter((name) => text(name).includes('./online.js'))).toEqual(['main.js'])
    expect(text('main.js').match(/.*\.\/online\.js.*/g)).toEqual([
      expect.stringMatching(/if \(online !== null && canBeUpdated\(installation\)\) import\("\.\/online\.js"\)/),
    ])
  })

  test('an address that is not https is no address: nothing is loaded', async () => {
    const { address, asked } = await serveFeed('')
    const { shell, settled } = await start({ updates: { online: address } }, { allowHttp: false })
    await settled()
    expect((await shell.recorded()).loaded).not.toContain('online.js')
    expect(asked).toEqual([])
  })

  test('where IT has set one, a newer version is downloaded, and installed when the app is closed', async () => {
    const marker = join(tempFolder(), 'started')
    const program = `#!/bin/sh\necho "$APPIMAGE_EXIT_AFTER_INSTALL" > '${marker}'\n`
    const { address, asked } = await serveFeed(program)
    const { shell, image, told } = await start({ updates: { online: address } })
    await expect.poll(told).toEqual(['update-available', 'update-downloaded'])
    // The server learns no number by which it could tell one tablet from another.
    expect(asked).toEqual(['/kiosk/latest-linux.yml by none', `/kiosk/${NAME} by none`])
    expect(readFileSync(image, 'utf8')).toBe('the old program')
    await shell.happen({ to: 'power', name: 'shutdown' })
    expect(await shell.quit).toBe(0)
    expect(readFileSync(image, 'utf8')).toBe(program)
    expect(statSync(image).mode & 0o111).not.toBe(0)
    expect(readFileSync(marker, 'utf8')).toBe('true\n')
    expect(shell.failures).toEqual([])
  })

  test('an older version, and one for trying out, are left alone', async () => {
    for (const version of ['0.0.0-alpha', '0.0.0-double']) {
      const { address } = await serveFeed('an old program', { version })
      const { shell, image, told } = await start({ updates: { online: address } })
      await expect.poll(told).toEqual(['update-not-available'])
      await shell.happen({ to: 'power', name: 'shutdown' })
      await shell.quit
      expect(readFileSync(image, 'utf8')).toBe('the old program')
    }
  })

  test('a file that is not what the feed says, or a server that is not there: told, and no fault of the tablet', async () => {
    const { address } = await serveFeed('another program', { said: createHash('sha512').update('a').digest('base64') })
    const wrong = await start({ updates: { online: address } })
    await expect.poll(wrong.told).toEqual(['update-available', 'error'])
    const nowhere = await start({ updates: { online: 'http://127.0.0.1:9/kiosk' } })
    await expect.poll(nowhere.told).toEqual(['error'])
    for (const { shell, image } of [wrong, nowhere]) {
      await shell.happen({ to: 'power', name: 'shutdown' })
      expect(await shell.quit).toBe(0)
      expect(readFileSync(image, 'utf8')).toBe('the old program')
      expect(shell.failures).toEqual([])
    }
  })
})
