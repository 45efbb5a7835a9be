import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tempFolder } from '../../../test/support/temp-folder.ts'
import { openTestKiosk, portClient } from '../../../test/support/test-client.ts'
import { CHEAP, PASSPHRASE, readyStation } from '../../../test/support/test-station.ts'
import { keyFile, sealedKeyStore } from '../../station/kernel/database/index.ts'
import { openStation } from '../../station/app/station.ts'
import { type Keychain, openKeychain, refusingKeyStore } from './keychain.ts'

/** A keychain that turns bytes round, and may be broken or of the kind that hides nothing. */
const keychain = (backend = 'gnome_libsecret', available = true): Keychain => ({
  isAsyncEncryptionAvailable: async () => available,
  encryptStringAsync: async (plain) => Buffer.from([...plain].toReversed().join('')),
  decryptStringAsync: async (wrapped) => ({ result: [...wrapped.toString()].toReversed().join('') }),
  getSelectedStorageBackend: () => backend,
})

const noKeychain = keychain('gnome_libsecret', false)

/** The files of a key in a folder, after the station's own name for it. */
const keysIn = (folder: string): string[] => readdirSync(folder).filter((name) => name.startsWith('station.key'))

/** A tablet that was set up, with its key kept plain, wrapped or sealed; and the key. */
async function setUpTablet(how: 'plain' | 'wrapped' | 'sealed'): Promise<{ folder: string; key: string }> {
  const station = await readyStation()
  const { folder } = station
  station.close()
  const key = keyFile().read(folder) ?? ''
  if (how === 'wrapped') await openKeychain(folder, keychain())
  if (how === 'sealed') await sealedKeyStore({ folder, cost: CHEAP }).seal?.(folder, PASSPHRASE)
  return { folder, key }
}

describe('the desktop app wraps the key with the system’s keychain', () => {
  test('a key file from the browser host is wrapped, removed, and the data opens as before', async () => {
    const station = await readyStation()
    station.close()
    const plain = keyFile().read(station.folder) ?? ''
    const { keyStore, wrapped } = await openKeychain(station.folder, keychain())
    expect(wrapped).toBe(true)
    expect(keysIn(station.folder)).toEqual(['station.key.wrapped', 'station.key.wrapped.copy'])
    expect(readFileSync(join(station.folder, 'station.key.wrapped'), 'utf8')).not.toContain(plain)
    const again = openStation(station.folder, { keyStore })
    expect(again.isSetUp()).toBe(true)
    again.close()
    // And the next start finds the wrapped one.
    expect((await openKeychain(station.folder, keychain())).keyStore.read(station.folder)).toBe(plain)
  })

  test('a new tablet never has a plain key file', async () => {
    const folder = join(tempFolder(), 'station')
    const { keyStore } = await openKeychain(folder, keychain())
    openStation(folder, { keyStore }).close()
    expect(keysIn(folder)).toEqual(['station.key.wrapped', 'station.key.wrapped.copy'])
  })

  test.each(['station.key.wrapped', 'station.key.wrapped.copy'])(
    '%s is damaged or gone: the other opens, and both are whole again',
    async (name) => {
      const { folder, key } = await setUpTablet('wrapped')
      const whole = readFileSync(join(folder, name))
      for (const harm of [() => rmSync(join(folder, name)), () => writeFileSync(join(folder, name), 'half')]) {
        harm()
        expect((await openKeychain(folder, keychain())).keyStore.read(folder)).toBe(key)
        expect(readFileSync(join(folder, name))).toEqual(whole)
      }
    },
  )

  test('a copy that cannot be written keeps nobody out: the key that is whole will do', async () => {
    const { folder, key } = await setUpTablet('wrapped')
    rmSync(join(folder, 'station.key.wrapped.copy'))
    mkdirSync(join(folder, 'station.key.wrapped.copy.new'))
    expect((await openKeychain(folder, keychain())).keyStore.read(folder)).toBe(key)
  })

  test('a start that was cut off between the two leaves no plain key file for good', async () => {
    const { folder, key } = await setUpTablet('wrapped')
    keyFile().keep(folder, key)
    expect((await openKeychain(folder, keychain())).keyStore.read(folder)).toBe(key)
    expect(keysIn(folder)).toEqual(['station.key.wrapped', 'station.key.wrapped.copy'])
    // One with another key in it is nobody's to take away.
    keyFile().keep(folder, 'ab'.repeat(32))
    expect((await openKeychain(folder, keychain())).keyStore.read(folder)).toBe(key)
    expect(keysIn(folder)).toEqual([
      'station.key',
      'station.key.copy',
      'station.key.wrapped',
      'station.key.wrapped.copy',
    ])
  })

  test('without a real keychain nothing is wrapped, and the shell is told', async () => {
    const folder = tempFolder()
    expect((await openKeychain(folder, noKeychain)).wrapped).toBe(false)
    if (process.platform === 'linux') expect((await openKeychain(folder, keychain('basic_text'))).wrapped).toBe(false)
    expect(existsSync(join(folder, 'station.key.wrapped'))).toBe(false)
  })

  test('a keychain that gives nothing out is said on the first screen, and the data is left alone', async () => {
    const station = await readyStation()
    station.close()
    await openKeychain(station.folder, keychain())
    const locked = { ...keychain(), decryptStringAsync: () => Promise.reject(new Error('locked')) }
    const { keyStore } = await openKeychain(station.folder, locked).catch(refusingKeyStore)
    expect((await portClient(openTestKiosk(station.folder, { keyStore })).station.state()).refused).toMatchObject({
      code: 'key',
      sentence: 'The system’s keychain did not give out the key to this tablet’s data.',
    })
    expect(existsSync(join(station.folder, 'station.db'))).toBe(true)
    expect(() => refusingKeyStore(new Error('anything else'))).toThrow('anything else')
  })

  test('data whose key is gone is refused, not covered by a new key', async () => {
    const folder = tempFolder()
    writeFileSync(join(folder, 'station.db'), 'somebody’s data')
    const { keyStore } = await openKeychain(folder, keychain())
    expect(() => openStation(folder, { keyStore })).toThrow('missing')
    expect(readFileSync(join(folder, 'station.db'), 'utf8')).toBe('somebody’s data')
  })
})

describe('where there is no keychain the organiser’s passphrase locks the data', () => {
  test('a key file is sealed when the passphrase is given, and asked for at the next start', async () => {
    const { folder, key } = await setUpTablet('plain')
    const { keyStore } = await openKeychain(folder, noKeychain)
    expect(keyStore.kept?.(folder)).toBe('passphrase-soon')
    await keyStore.seal?.(folder, PASSPHRASE)
    expect(keysIn(folder)).toEqual(['station.key.sealed', 'station.key.sealed.copy'])
    const next = (await openKeychain(folder, noKeychain)).keyStore
    expect(() => next.read(folder)).toThrow('locked with the organiser passphrase')
    await next.unseal?.(folder, PASSPHRASE)
    expect(next.read(folder)).toBe(key)
  })

  test('a tablet that was sealed before it had a keychain goes on with the passphrase', async () => {
    const { folder, key } = await setUpTablet('sealed')
    const { keyStore, wrapped } = await openKeychain(folder, keychain())
    expect(wrapped).toBe(false)
    expect(() => keyStore.read(folder)).toThrow('locked with the organiser passphrase')
    await keyStore.unseal?.(folder, PASSPHRASE)
    expect(keyStore.read(folder)).toBe(key)
    expect(keysIn(folder)).toEqual(['station.key.sealed', 'station.key.sealed.copy'])
  })

  test('a tablet whose keychain is gone says so, and leaves data and key alone', async () => {
    const { folder } = await setUpTablet('wrapped')
    const { keyStore, wrapped } = await openKeychain(folder, noKeychain)
    expect(wrapped).toBe(false)
    expect((await portClient(openTestKiosk(folder, { keyStore })).station.state()).refused).toMatchObject({
      code: 'key',
      sentence: 'The key to this tablet’s data is in the system’s keychain, and there is none to be reached now.',
    })
    expect(keysIn(folder)).toEqual(['station.key.wrapped', 'station.key.wrapped.copy'])
    // Back as the user who has it, everything is as it was.
    expect((await openKeychain(folder, keychain())).wrapped).toBe(true)
  })

  test('both wrapped and sealed: the keychain opens it without asking, and the passphrase does where it refuses', async () => {
    const { folder, key } = await setUpTablet('sealed')
    writeFileSync(join(folder, 'station.key'), `${key}\n`)
    const both = await openKeychain(folder, keychain())
    expect([both.wrapped, both.keyStore.read(folder), both.keyStore.kept?.(folder)]).toEqual([true, key, 'keychain'])
    expect(keysIn(folder)).toEqual([
      'station.key.sealed',
      'station.key.sealed.copy',
      'station.key.wrapped',
      'station.key.wrapped.copy',
    ])
    const refusing = { ...keychain(), decryptStringAsync: () => Promise.reject(new Error('locked')) }
    for (const other of [refusing, noKeychain]) {
      const { keyStore, wrapped } = await openKeychain(folder, other)
      expect(wrapped).toBe(false)
      await keyStore.unseal?.(folder, PASSPHRASE)
      expect(keyStore.read(folder)).toBe(key)
    }
  })

  test('data that somebody took away to begin anew begins anew, though an old wrapped key still lies there', async () => {
    const { folder } = await setUpTablet('wrapped')
    for (const name of ['station.db', 'station.answered']) rmSync(join(folder, name))
    const { keyStore } = await openKeychain(folder, noKeychain)
    openStation(folder, { keyStore }).close()
    expect(existsSync(join(folder, 'station.key'))).toBe(true)
  })
})
