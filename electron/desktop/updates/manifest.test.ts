import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { type InstallerFile, readManifest, readPublicKey } from './manifest.ts'
import { fc, runs } from '../../../test/support/chance.ts'

const { publicKey, privateKey } = generateKeyPairSync('ed25519')

const installer: InstallerFile = {
  platform: 'win32',
  arch: 'x64',
  kind: 'nsis',
  name: 'Pledge Kiosk 0.2.0 x64 setup.exe',
  size: 100_000_000,
  sha256: 'ab'.repeat(32),
}
const manifest = { app: 'pledge-kiosk', version: '0.2.0', files: [installer] }
const bytesOf = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value, null, 2))
const read = (value: unknown, key: KeyObject = publicKey) =>
  readManifest(bytesOf(value), sign(null, bytesOf(value), privateKey), key)

describe('the list on a stick', () => {
  test('signed by whom IT trusts, it is read', () => {
    expect(read(manifest)).toEqual({ code: 'read', manifest })
  })

  test('any byte of it or of its signature that is another, one less or one more: it is not signed', () => {
    const bytes = bytesOf(manifest)
    const signature = sign(null, bytes, privateKey)
    const flip = (of: Buffer, index: number, by: number) => {
      const copy = Buffer.from(of)
      copy[index % of.length] = (copy[index % of.length] ?? 0) ^ by
      return copy
    }
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 255 }), fc.boolean(), (index, by, inSignature) => {
        const answer = inSignature
          ? readManifest(bytes, flip(signature, index, by), publicKey)
          : readManifest(flip(bytes, index, by), signature, publicKey)
        expect(answer).toEqual({ code: 'not-signed' })
      }),
      { numRuns: runs(500) },
    )
    for (const [list, signed] of [
      [bytes.subarray(0, -1), signature],
      [Buffer.concat([bytes, Buffer.from('\n')]), signature],
      [bytes, signature.subarray(0, 63)],
      [bytes, Buffer.concat([signature, Buffer.of(0)])],
      [bytes, Buffer.of()],
    ] as const)
      expect(readManifest(list, signed, publicKey)).toEqual({ code: 'not-signed' })
  })

  test('signed by somebody else, it is not signed', () => {
    expect(read(manifest, generateKeyPairSync('ed25519').publicKey)).toEqual({ code: 'not-signed' })
  })

  test('signed, and with anything in it that this app does not know: it is not understood', () => {
    const withFile = (change: object) => ({ ...manifest, files: [{ ...installer, ...change }] })
    for (const other of [
      'no JSON',
      { ...manifest, app: 'another' },
      { ...manifest, channel: 'beta' },
      { ...manifest, version: '0.2.0-beta.1' },
      { ...manifest, files: [] },
      withFile({ script: 'rm' }),
      withFile({ kind: 'portable' }),
      withFile({ size: 0 }),
      withFile({ size: 0.5 }),
      withFile({ sha256: 'AB'.repeat(32) }),
    ])
      expect([other, read(other).code]).toEqual([other, 'not-understood'])
  })

  test('no name leads out of the folder, on any system', () => {
    const names = [
      '../a.exe',
      '..',
      '.',
      '.a',
      'a/b.exe',
      'a\\b.exe',
      'C:a.exe',
      '/a.exe',
      'a.exe:x',
      'a\0.exe',
      '',
      '-a',
      'a.',
    ]
    for (const name of names)
      expect([name, read({ ...manifest, files: [{ ...installer, name }] }).code]).toEqual([name, 'not-understood'])
    for (const name of ['pledge-kiosk_0.2.0_amd64.deb', 'Pledge Kiosk-0.2.0-arm64.AppImage'])
      expect(read({ ...manifest, files: [{ ...installer, name }] }).code).toBe('read')
  })

  test('a key is read as it is printed, and nothing else is a key', () => {
    const printed = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
    expect(readPublicKey(printed)?.equals(publicKey)).toBe(true)
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey
    for (const text of [
      '',
      'no key',
      printed.slice(4),
      other.export({ type: 'spki', format: 'der' }).toString('base64'),
    ])
      expect(readPublicKey(text)).toBeNull()
  })
})
