/** A key sealed with a passphrase, as text: scrypt over the passphrase, AES-256-GCM over the key, and a sum over it all. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { stretch, STRETCH_COST } from '../stretch.ts'
import { StorageError } from './storage-error.ts'

const FORMAT = 'pledge-kiosk-sealed-key'
const TAG = 16

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))

/** All but `key` and `sum` is authenticated with the key; the order of the members is the order in the file. */
const sealedKey = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(1),
  stretch: z.literal('scrypt r=8 p=1'),
  /** scrypt's N. More than this app ever chose would only take the tablet's memory. */
  cost: z.int().min(2).max(STRETCH_COST),
  salt: hex(16),
  cipher: z.literal('aes-256-gcm'),
  iv: hex(12),
  key: hex(32 + TAG),
  /** sha-256 of the members before it: tells a damaged file from a wrong passphrase. */
  sum: hex(32),
})
type SealedKey = z.infer<typeof sealedKey>

const headerOf = ({ key: _key, sum: _sum, ...header }: SealedKey): Buffer => Buffer.from(JSON.stringify(header))
const sumOf = ({ sum: _sum, ...rest }: SealedKey): string =>
  createHash('sha256').update(JSON.stringify(rest)).digest('hex')
const textOf = (sealed: SealedKey): string => `${JSON.stringify(sealed)}\n`

/** Seals 64 hex digits. Other salt and other iv each time, so that two tablets of one passphrase have nothing in common. */
export async function sealKey(key: string, passphrase: string, cost = STRETCH_COST): Promise<string> {
  const salt = randomBytes(16)
  const iv = randomBytes(12)
  const sealed: SealedKey = {
    format: FORMAT,
    version: 1,
    stretch: 'scrypt r=8 p=1',
    cost,
    salt: salt.toString('hex'),
    cipher: 'aes-256-gcm',
    iv: iv.toString('hex'),
    key: '',
    sum: '',
  }
  const cipher = createCipheriv('aes-256-gcm', await stretch(passphrase, salt, cost), iv, { authTagLength: TAG })
  cipher.setAAD(headerOf(sealed))
  const hidden = Buffer.concat([cipher.update(key, 'hex'), cipher.final(), cipher.getAuthTag()])
  const whole = { ...sealed, key: hidden.toString('hex') }
  return textOf({ ...whole, sum: sumOf(whole) })
}

/** Throws StorageError where the text is not, to the byte, what was written. */
export function readSealed(text: string): SealedKey {
  const parsed = parse(text)
  const version = z.object({ format: z.literal(FORMAT), version: z.int().min(2) }).safeParse(parsed)
  if (version.success)
    throw new StorageError(
      'newer',
      'The key to this tablet’s data was sealed by a newer version of Pledge Kiosk and has been left untouched.',
      'Install the newer version on this tablet, then open it again.',
    )
  const sealed = sealedKey.safeParse(parsed)
  if (!sealed.success || textOf(sealed.data) !== text || sumOf(sealed.data) !== sealed.data.sum)
    throw new StorageError(
      'key',
      'The sealed key of this tablet’s data (station.key.sealed) is damaged.',
      'Put back the file that belongs to this data, from wherever it was copied to. Without it the data cannot be read by anyone.',
    )
  return sealed.data
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The key, or null where it is another passphrase. Throws StorageError for a damaged text. */
export async function openSealed(text: string, passphrase: string): Promise<string | null> {
  const sealed = readSealed(text)
  const bytes = Buffer.from(sealed.key, 'hex')
  const stretched = await stretch(passphrase, Buffer.from(sealed.salt, 'hex'), sealed.cost)
  const decipher = createDecipheriv('aes-256-gcm', stretched, Buffer.from(sealed.iv, 'hex'), { authTagLength: TAG })
  decipher.setAAD(headerOf(sealed))
  decipher.setAuthTag(bytes.subarray(-TAG))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(0, -TAG)), decipher.final()]).toString('hex')
  } catch {
    return null
  }
}
