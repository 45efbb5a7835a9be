/** What stands on a stick beside the installers: the list of them, and the signature of whoever made it. */
import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import { z } from 'zod'
import { isReleased } from './version.ts'

/** The folder on the stick, and the two files in it that say what the others are. */
export const UPDATE_FOLDER = 'pledge-kiosk-update'
export const MANIFEST = 'update.json'
/** An Ed25519 signature of the exact bytes of the list: 64 bytes as they are, so that there is one way only to write it. */
export const SIGNATURE = 'update.json.sig'
/** Bytes. */
export const LARGEST_MANIFEST = 100_000

/** No installer of ours is near this. Bytes. */
const LARGEST_INSTALLER = 2_000_000_000

/** The ways in which the app can be installed and installed over, by the names that electron-builder has for them. */
const installerKinds = ['nsis', 'AppImage', 'deb', 'dmg'] as const
export type InstallerKind = (typeof installerKinds)[number]

/** The endings of their files. */
export const ENDINGS: Readonly<Record<InstallerKind, string>> = {
  nsis: '.exe',
  AppImage: '.AppImage',
  deb: '.deb',
  dmg: '.dmg',
}

const fileSchema = z.strictObject({
  platform: z.enum(['win32', 'linux', 'darwin']),
  arch: z.enum(['x64', 'arm64']),
  kind: z.enum(installerKinds),
  /** In the folder itself: a name that could lead out of it, on any system, is none. */
  name: z
    .string()
    .max(200)
    .regex(/^[\w(][\w .()+-]*$/)
    .refine((name) => !name.endsWith('.') && !name.endsWith(' ')),
  size: z.int().min(1).max(LARGEST_INSTALLER),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

export const manifestSchema = z.strictObject({
  /** So that what was signed for something else is never taken for an update. */
  app: z.literal('pledge-kiosk'),
  version: z.string().refine(isReleased),
  files: z.array(fileSchema).min(1).max(50),
})
export type Manifest = z.infer<typeof manifestSchema>
export type InstallerFile = z.infer<typeof fileSchema>

/** A public key as it is written down: base64 of its SPKI form. Null for what is none, or is of another kind. */
export function readPublicKey(base64: string): KeyObject | null {
  try {
    const key = createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' })
    return key.asymmetricKeyType === 'ed25519' ? key : null
  } catch {
    return null
  }
}

/** The signature is checked before anything is read, so nothing that a stranger wrote is ever parsed. */
export function readManifest(
  bytes: Uint8Array,
  signature: Uint8Array,
  key: KeyObject,
): { code: 'read'; manifest: Manifest } | { code: 'not-signed' | 'not-understood' } {
  if (signature.length !== 64 || !verify(null, bytes, key, signature)) return { code: 'not-signed' }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { code: 'read', manifest: manifestSchema.parse(JSON.parse(text)) }
  } catch {
    return { code: 'not-understood' }
  }
}
