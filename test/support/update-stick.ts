/** A stick with an update on it, as whoever makes releases would hand it out, and what can be wrong with one. */
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { MANIFEST, type Manifest, SIGNATURE, UPDATE_FOLDER } from '../../electron/desktop/updates/manifest.ts'

export type Signer = { privateKey: KeyObject; publicKey: string }

export function createSigner(): Signer {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return { privateKey, publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64') }
}

type Contents = {
  version?: string
  installer?: Buffer
  platform?: Manifest['files'][number]['platform']
  arch?: Manifest['files'][number]['arch']
  kind?: Manifest['files'][number]['kind']
  name?: string
  /** What the list says of the installer, where that is not true. */
  said?: Partial<Manifest['files'][number]>
}

/** Updates that are in order, and not for a tablet with 0.1.0 as an AppImage; with what is said of each. */
export const NOT_FOR_US = [
  [{ version: '0.1.0' }, 'same'],
  [{ version: '0.0.9' }, 'older'],
  [{ arch: 'arm64' }, 'other-machine'],
  [{ platform: 'darwin' }, 'other-machine'],
  [{ kind: 'deb' }, 'other-machine'],
] as const satisfies readonly (readonly [Contents, string])[]

/** Writes the update to the stick at `path`; answers with the path of the installer. */
export function writeUpdate(
  path: string,
  { privateKey }: Signer,
  {
    version = '0.2.0',
    installer = Buffer.from('the installer of 0.2.0'),
    platform = 'linux',
    arch = 'x64',
    kind = 'AppImage',
    name = 'Pledge Kiosk-0.2.0.AppImage',
    said = {},
  }: Contents = {},
): string {
  const folder = join(path, UPDATE_FOLDER)
  mkdirSync(folder, { recursive: true })
  const sha256 = createHash('sha256').update(installer).digest('hex')
  const file = { platform, arch, kind, name, size: installer.length, sha256, ...said }
  const bytes = Buffer.from(JSON.stringify({ app: 'pledge-kiosk', version, files: [file] } satisfies Manifest))
  writeFileSync(join(folder, MANIFEST), bytes)
  writeFileSync(join(folder, SIGNATURE), sign(null, bytes, privateKey))
  writeFileSync(join(folder, name), installer)
  return join(folder, name)
}
