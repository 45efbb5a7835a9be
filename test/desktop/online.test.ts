/** Updates over the network, through the built shell: never where IT has not named a server and a key, and then only when staff look. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { startUnseen } from '../support/electron-double/unseen.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { setUpAnswers } from '../support/test-client.ts'
import { PIN } from '../support/test-station.ts'
import { serveUpdate } from '../support/update-server.ts'
import { createSigner } from '../support/update-stick.ts'

const signer = createSigner()

/** The built shell, as an AppImage, with a settings file of IT’s. `http` is allowed for this test alone. */
async function start(updates: object, { allowHttp = true } = {}) {
  const folder = join(tempFolder(), 'station')
  const image = join(tempFolder(), 'Pledge Kiosk.AppImage')
  const file = join(tempFolder(), 'settings.json')
  writeFileSync(image, 'the old program', { mode: 0o755 })
  writeFileSync(file, JSON.stringify({ updates }))
  // The thread that runs the shell has the environment that it is started in.
  vi.stubEnv('APPIMAGE', image)
  onTestFinished(() => void vi.unstubAllEnvs())
  const { shell, offer } = await startUnseen(folder, {
    changes: [
      { from: 'return join("/etc", "pledge-kiosk", "settings.json")', to: `return ${JSON.stringify(file)}` },
      { from: 'sticks: systemSticks()', to: 'sticks: async () => []' },
      ...(allowHttp ? [{ from: 'url({ protocol: /^https$/ })', to: 'url({ protocol: /^https?$/ })' }] : []),
    ],
  })
  onTestFinished(() => shell.close())
  const { client } = await offer()
  /** Whatever the shell begins by itself, it has begun once a page has its answer. */
  const takesUpdates = async () => (await client.station.state()).platform.takesUpdates
  const staff = async () => {
    await client.station.setUp(setUpAnswers)
    await client.staff.unlock({ role: 'steward', pin: PIN })
    return client.updates
  }
  const log = () => readFileSync(join(`${folder}-logs`, 'shell.log'), 'utf8')
  const network = async () => (await shell.recorded()).calls.filter(({ name }) => name.startsWith('net.'))
  return { shell, takesUpdates, staff, image, log, network }
}

describe('updates over the network', () => {
  test('by default nothing is asked of any network, and nothing that could ask is even loaded', async () => {
    const { shell, takesUpdates, network } = await start({})
    expect(await takesUpdates()).toBe(false)
    const { loaded } = await shell.recorded()
    expect(loaded).toContain('main.js')
    expect(loaded).not.toContain('server.js')
    expect(await network()).toEqual([])
    // What could ask is in that one file, which is loaded at one place.
    const built = join(import.meta.dirname, '../../dist/desktop')
    const scripts = readdirSync(built).filter((name) => name.endsWith('js'))
    const text = (name: string) => readFileSync(join(built, name), 'utf8')
    expect(scripts.filter((name) => text(name).includes('accept-encoding'))).toEqual(['server.js'])
    expect(scripts.filter((name) => text(name).includes('./server.js'))).toEqual(['main.js'])
    expect(text('main.js').match(/.*\.\/server\.js.*/g)).toEqual([
      expect.stringMatching(/server: online === null \? null : async \(\) => \(await import\("\.\/server\.js"\)\)/),
    ])
  })

  test('where IT has named a key and no server, staff look at sticks alone', async () => {
    const { shell, staff, network } = await start({ key: signer.publicKey })
    expect((await (await staff()).look()).found).toEqual({ code: 'no-stick' })
    expect((await shell.recorded()).loaded).not.toContain('server.js')
    expect(await network()).toEqual([])
  })

  test('a server without a key is asked nothing, and the log says why', async () => {
    const { address, asked } = await serveUpdate(signer)
    const { takesUpdates, network, log } = await start({ online: address })
    expect(await takesUpdates()).toBe(false)
    expect(log()).toContain('"online update","outcome":"no key"')
    expect([await network(), asked]).toEqual([[], []])
  })

  test('an address that is not https is no address: the whole file counts as unreadable', async () => {
    const { address, asked } = await serveUpdate(signer)
    const { takesUpdates, network, log } = await start({ key: signer.publicKey, online: address }, { allowHttp: false })
    expect(await takesUpdates()).toBe(false)
    expect(log()).toContain('settings unreadable')
    expect([await network(), asked]).toEqual([[], []])
  })

  test('with both, staff look, and install what the key has signed; until they look nobody is asked', async () => {
    const server = await serveUpdate(signer)
    server.write({ installer: Buffer.from('the new program') })
    const { shell, staff, image, network, log } = await start({ key: signer.publicKey, online: server.address })
    const updates = await staff()
    expect(await network()).toEqual([])
    const { found } = await updates.look()
    expect(found).toMatchObject({ code: 'offered', stick: null, version: '0.2.0' })
    const files = ['update.json', 'update.json.sig', 'Pledge%20Kiosk-0.2.0.AppImage']
    expect((await network()).map(({ given: [options] }) => options)).toMatchObject(
      files.map((name) => ({ url: `${server.address}/${name}`, redirect: 'manual' })),
    )
    expect(await updates.install({ id: (found as { id: string }).id })).toEqual({ code: 'installing' })
    // As an app that starts afresh.
    expect(await shell.quit).toBe(1)
    expect(readFileSync(image, 'utf8')).toBe('the new program')
    expect(shell.failures).toEqual([])
    expect(log()).not.toContain(new URL(server.address).host)
  })
})
