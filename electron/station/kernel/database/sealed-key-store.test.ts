import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { inLane } from '../../../../test/support/lane.ts'
import { CHEAP, openTest, PASSPHRASE, readyStation } from '../../../../test/support/test-station.ts'
import { tempFolder } from '../../../../test/support/temp-folder.ts'
import { growingPath } from '../../../files/half-made.ts'
import { keyFile } from './key.ts'
import { StorageError } from './storage-error.ts'
import { sealKey } from './sealed-key.ts'
import { isSealed, sealedKeyStore } from './sealed-key-store.ts'

const cutOff = fileURLToPath(new URL('../../../../test/support/cut-off.ts', import.meta.url))

/** Seals in a process of its own, which ends at step `end`. Answers with the steps it took, or null where it was cut off. */
const sealUntil = (folder: string, end: number): Promise<string[] | null> =>
  new Promise((resolve, reject) => {
    execFile(process.execPath, [cutOff, folder, PASSPHRASE, String(CHEAP), String(end)], (error, out, complaint) => {
      if (error === null) resolve(out.split(' '))
      else if (error.signal === 'SIGKILL') resolve(null)
      else reject(new Error(complaint))
    })
  })

/** A folder with a plain key file in it, and the key. */
function withKey(): { folder: string; key: string } {
  const folder = tempFolder()
  const key = 'ab12'.repeat(16)
  keyFile().keep(folder, key)
  return { folder, key }
}

const refusalOfReading = (read: () => unknown): string => {
  try {
    read()
  } catch (error) {
    if (error instanceof StorageError) return error.code
  }
  return 'none'
}

describe('a tablet without a keychain', () => {
  test('the plain key file goes when the key is sealed, and only the passphrase brings the key back', async () => {
    const { folder, key } = withKey()
    const keyStore = sealedKeyStore({ folder, cost: CHEAP })
    expect([keyStore.read(folder), keyStore.kept?.(folder)]).toEqual([key, 'passphrase-soon'])
    expect(await keyStore.seal?.(folder, PASSPHRASE)).toBe(true)
    expect(readdirSync(folder)).toEqual(['station.key.sealed', 'station.key.sealed.copy'])
    expect(statSync(join(folder, 'station.key.sealed')).mode & 0o777).toBe(0o600)
    // Today it is known; and there is nothing left to seal.
    expect([keyStore.read(folder), keyStore.kept?.(folder)]).toEqual([key, 'passphrase'])
    expect(await keyStore.seal?.(folder, PASSPHRASE)).toBe(false)

    const tomorrow = sealedKeyStore({ folder })
    expect(refusalOfReading(() => tomorrow.read(folder))).toBe('sealed')
    expect(await tomorrow.unseal?.(folder, 'three other words')).toBe(false)
    expect(refusalOfReading(() => tomorrow.read(folder))).toBe('sealed')
    expect(await tomorrow.unseal?.(folder, PASSPHRASE)).toBe(true)
    expect(tomorrow.read(folder)).toBe(key)
  })

  test('whoever takes the folder has neither the key nor the passphrase, in any file of it', async () => {
    const station = await readyStation()
    const key = keyFile().read(station.folder) ?? ''
    station.backup()
    await sealedKeyStore({ folder: station.folder, cost: CHEAP }).seal?.(station.folder, PASSPHRASE)
    const files = readdirSync(station.folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
    expect(files.map(({ name }) => name)).toContain('station.key.sealed')
    for (const { parentPath, name } of files) {
      const bytes = readFileSync(join(parentPath, name))
      expect([name, bytes.includes(key), bytes.includes(Buffer.from(key, 'hex'))]).toEqual([name, false, false])
      expect([name, bytes.includes(PASSPHRASE)]).toEqual([name, false])
    }
  })

  test('a key is shown to whoever keeps it in memory, and one that they hand in asks nobody', async () => {
    const { folder, key } = withKey()
    const heard: string[] = []
    await sealedKeyStore({ folder, cost: CHEAP, onKey: (one) => heard.push(one) }).seal?.(folder, PASSPHRASE)
    await sealedKeyStore({ folder, onKey: (one) => heard.push(one) }).unseal?.(folder, PASSPHRASE)
    await sealedKeyStore({ folder, onKey: (one) => heard.push(one) }).unseal?.(folder, 'three other words')
    expect(heard).toEqual([key, key])
    expect(sealedKeyStore({ folder, held: key }).read(folder)).toBe(key)
    // Data that somebody took away to begin anew must not begin with a key that is kept nowhere.
    expect(sealedKeyStore({ folder: tempFolder(), held: key }).read(tempFolder())).toBeNull()
    const empty = tempFolder()
    expect(sealedKeyStore({ folder: empty, held: key }).read(empty)).toBeNull()
  })

  test('the rehearsal’s folder beside it keeps its plain file, and its passphrase, which everybody knows, seals nothing', async () => {
    const { folder } = withKey()
    const beside = withKey()
    const keyStore = sealedKeyStore({ folder, cost: CHEAP })
    expect(await keyStore.seal?.(beside.folder, PASSPHRASE)).toBe(false)
    expect([keyStore.read(beside.folder), keyStore.kept?.(beside.folder)]).toEqual([beside.key, 'file'])
    expect(readdirSync(beside.folder)).toEqual(['station.key', 'station.key.copy'])
  })

  test('a host that only opens sealed keys seals none', () => {
    const { folder } = withKey()
    const keyStore = sealedKeyStore({ folder, seals: false })
    expect([keyStore.seal, keyStore.kept?.(folder)]).toEqual([undefined, 'file'])
  })

  test('a sealed key that is damaged together with its copy is said at the start, before anybody looks for the passphrase', async () => {
    const { folder } = withKey()
    await sealedKeyStore({ folder, cost: CHEAP }).seal?.(folder, PASSPHRASE)
    for (const name of readdirSync(folder)) writeFileSync(join(folder, name), '{}\n')
    expect(refusalOfReading(() => sealedKeyStore({ folder }).read(folder))).toBe('key')
  })
})

describe('two copies of a key', () => {
  const sealedFolder = async () => {
    const { folder, key } = withKey()
    const keyStore = sealedKeyStore({ folder, cost: CHEAP })
    await keyStore.seal?.(folder, PASSPHRASE)
    return { folder, key, keyStore, path: join(folder, 'station.key.sealed') }
  }

  test('the old passphrase is left in none, also where a new copy cannot be written', async () => {
    const { folder, keyStore, path } = await sealedFolder()
    mkdirSync(`${path}.copy.new`)
    const change = await keyStore.reseal?.(folder, 'three other words')
    change?.finish()
    expect(readdirSync(folder)).toEqual(['station.key.sealed', 'station.key.sealed.copy.new'])
    expect(await sealedKeyStore({ folder }).unseal?.(folder, PASSPHRASE)).toBe(false)
    expect(await sealedKeyStore({ folder }).unseal?.(folder, 'three other words')).toBe(true)
  })

  test('another tablet’s key under the same passphrase does not take the place of the right one in the copy', async () => {
    const { folder, key, path } = await sealedFolder()
    writeFileSync(path, await sealKey('cd34'.repeat(16), PASSPHRASE, CHEAP))
    expect(await sealedKeyStore({ folder }).unseal?.(folder, PASSPHRASE)).toBe(true)
    rmSync(path)
    const keyStore = sealedKeyStore({ folder })
    expect(await keyStore.unseal?.(folder, PASSPHRASE)).toBe(true)
    expect(keyStore.read(folder)).toBe(key)
  })

  test('a first one that the disk cannot read is no end: the copy is read', async () => {
    const { folder, key, path } = await sealedFolder()
    rmSync(path)
    mkdirSync(path)
    const keyStore = sealedKeyStore({ folder })
    expect(await keyStore.unseal?.(folder, PASSPHRASE)).toBe(true)
    expect(keyStore.read(folder)).toBe(key)
  })

  test('sealing leaves nothing of the plain key, nor what was cut off while it was written', async () => {
    const { folder } = withKey()
    writeFileSync(join(folder, 'station.key.copy.new'), 'half')
    writeFileSync(growingPath(join(folder, 'station.key')), 'half')
    await sealedKeyStore({ folder, cost: CHEAP }).seal?.(folder, PASSPHRASE)
    expect(readdirSync(folder)).toEqual(['station.key.sealed', 'station.key.sealed.copy'])
  })
})

describe('the plug is pulled while the key is being sealed', () => {
  test('The plug pulled at any step of sealing leaves data that opens, and the next passphrase finishes it', async () => {
    const cuts: { end: number; sealed: boolean }[] = []
    for (let end = 1; ; end += inLane(2, 1)) {
      const station = await readyStation()
      const { folder, id } = station
      station.close()
      const key = keyFile().read(folder) ?? ''
      const steps = await sealUntil(folder, end)

      const keyStore = sealedKeyStore({ folder, cost: CHEAP })
      const sealed = isSealed(folder)
      if (sealed) expect(await keyStore.unseal?.(folder, PASSPHRASE), `cut off at step ${end}`).toBe(true)
      expect(keyStore.read(folder), `cut off at step ${end}`).toBe(key)
      const again = openTest(folder, { keyStore })
      expect(again.id).toBe(id)
      again.close()
      if (!sealed) expect(await keyStore.seal?.(folder, PASSPHRASE)).toBe(true)
      expect(readdirSync(folder).filter((name) => name.startsWith('station.key'))).toEqual([
        'station.key.sealed',
        'station.key.sealed.copy',
      ])
      expect(await sealedKeyStore({ folder }).unseal?.(folder, PASSPHRASE)).toBe(true)
      if (steps !== null) {
        // Nothing is renamed before it is synced and read back; then comes its copy; the plain file goes last.
        expect(steps.join(' ')).toBe(
          [
            'readFileSync readFileSync openSync writeSync fsyncSync closeSync readFileSync renameSync openSync fsyncSync closeSync',
            'readFileSync openSync closeSync openSync writeSync fsyncSync closeSync renameSync openSync fsyncSync closeSync',
            'rmSync rmSync openSync fsyncSync closeSync',
          ].join(' '),
        )
        break
      }
      cuts.push({ end, sealed })
    }
    expect(cuts.map(({ sealed }) => sealed)).toEqual([
      ...Array(inLane(12, 24)).fill(false),
      ...Array(inLane(2, 3)).fill(true),
    ])
  })

  test('a key that does not open again as it was is not trusted: the plain file stays', async () => {
    const { folder } = withKey()
    // A passphrase that reads as another one a moment later.
    let asked = 0
    const fickle = { normalize: () => String((asked += 1)) } as unknown as string
    await expect(sealedKeyStore({ folder, cost: CHEAP }).seal?.(folder, fickle)).rejects.toThrow('does not open again')
    expect(readdirSync(folder)).toEqual(['station.key', 'station.key.copy'])
    expect(existsSync(join(folder, 'station.key.sealed.new'))).toBe(false)
  })
})
