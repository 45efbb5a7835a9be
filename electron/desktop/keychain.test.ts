import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tempFolder } from '../../test/support/temp-folder.ts'
import { openTestKiosk, portClient } from '../../test/support/test-client.ts'
import { readyStation } from '../../test/support/test-station.ts'
import { openStation } from '../station/station.ts'
import { type Keychain, openKeychain, refusingKeeper } from './keychain.ts'

/** A keychain that turns bytes round, and may be broken or of the kind that hides nothing. */
const keychain = (backend = 'gnome_libsecret', available = true): Keychain => ({
  isAsyncEncryptionAvailable: async () => available,
  encryptStringAsync: async (plain) => Buffer.from([...plain].toReversed().join('')),
  decryptStringAsync: async (wrapped) => ({ result: [...wrapped.toString()].toReversed().join('') }),
  getSelectedStorageBackend: () => backend,
})

describe('the desktop app wraps the key with the system’s keychain', () => {
  test('a key file from the browser host is wrapped, removed, and the data opens as before', async () => {
    const station = await readyStation()
    station.close()
    const plain = readFileSync(join(station.folder, 'station.key'), 'utf8').trim()
    const { keeper, wrapped } = await openKeychain(station.folder, keychain())
    expect(wrapped).toBe(true)
    expect(existsSync(join(station.folder, 'station.key'))).toBe(false)
    expect(readFileSync(join(station.folder, 'station.key.wrapped'), 'utf8')).not.toContain(plain)
    const again = openStation(station.folder, { keeper })
    expect(again.isSetUp()).toBe(true)
    again.close()
    // And the next start finds the wrapped one.
    expect((await openKeychain(station.folder, keychain())).keeper.read(station.folder)).toBe(plain)
  })

  test('a new tablet never has a plain key file', async () => {
    const folder = join(tempFolder(), 'station')
    const { keeper } = await openKeychain(folder, keychain())
    openStation(folder, { keeper }).close()
    expect(existsSync(join(folder, 'station.key'))).toBe(false)
  })

  test('without a real keychain the key file stays, and the shell is told', async () => {
    const folder = tempFolder()
    expect((await openKeychain(folder, keychain('gnome_libsecret', false))).wrapped).toBe(false)
    if (process.platform === 'linux') expect((await openKeychain(folder, keychain('basic_text'))).wrapped).toBe(false)
    expect(existsSync(join(folder, 'station.key.wrapped'))).toBe(false)
  })

  test('a keychain that gives nothing out is said on the first screen, and the data is left alone', async () => {
    const station = await readyStation()
    station.close()
    await openKeychain(station.folder, keychain())
    const locked = { ...keychain(), decryptStringAsync: () => Promise.reject(new Error('locked')) }
    const { keeper } = await openKeychain(station.folder, locked).catch(refusingKeeper)
    expect((await portClient(openTestKiosk(station.folder, { keeper })).station.state()).refused).toMatchObject({
      code: 'key',
      sentence: 'The system’s keychain did not give out the key to this tablet’s data.',
    })
    expect(existsSync(join(station.folder, 'station.db'))).toBe(true)
    expect(() => refusingKeeper(new Error('anything else'))).toThrow('anything else')
  })

  test('data whose key is gone is refused, not covered by a new key', async () => {
    const folder = tempFolder()
    writeFileSync(join(folder, 'station.db'), 'somebody’s data')
    const { keeper } = await openKeychain(folder, keychain())
    expect(() => openStation(folder, { keeper })).toThrow('missing')
    expect(readFileSync(join(folder, 'station.db'), 'utf8')).toBe('somebody’s data')
  })
})
