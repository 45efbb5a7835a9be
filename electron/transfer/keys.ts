/** The keys of stations and events as raw hex: Ed25519 signs, X25519 seals (an age recipient and identity). */
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { bech32 } from '@scure/base'

/** Both as 64 hex digits. */
export type Keys = { publicKey: string; privateKey: string }

/** The bytes that stand before a raw key in the usual containers (RFC 8410). */
const CONTAINERS = {
  ed25519: { public: '302a300506032b6570032100', private: '302e020100300506032b657004220420' },
  x25519: { public: '302a300506032b656e032100', private: '302e020100300506032b656e04220420' },
} as const
type Kind = keyof typeof CONTAINERS

const publicKeyOf = (kind: Kind, hex: string): KeyObject =>
  createPublicKey({ key: Buffer.from(CONTAINERS[kind].public + hex, 'hex'), format: 'der', type: 'spki' })
const privateKeyOf = (kind: Kind, hex: string): KeyObject =>
  createPrivateKey({ key: Buffer.from(CONTAINERS[kind].private + hex, 'hex'), format: 'der', type: 'pkcs8' })

/** The last 32 bytes of the container are the key. */
const rawPublic = (key: KeyObject): string => key.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex')
const rawPrivate = (key: KeyObject): string =>
  key.export({ format: 'der', type: 'pkcs8' }).subarray(-32).toString('hex')

function drawn({ publicKey, privateKey }: { publicKey: KeyObject; privateKey: KeyObject }): Keys {
  return { publicKey: rawPublic(publicKey), privateKey: rawPrivate(privateKey) }
}
export const makeSigningKeys = (): Keys => drawn(generateKeyPairSync('ed25519'))
export const makeSealingKeys = (): Keys => drawn(generateKeyPairSync('x25519'))

/** Any 32 bytes are a private key of either kind. `secret`: 64 hex digits. */
const keysFrom = (kind: Kind, secret: string): Keys => ({
  publicKey: rawPublic(createPublicKey(privateKeyOf(kind, secret))),
  privateKey: secret,
})
export const sealingKeysFrom = (secret: string): Keys => keysFrom('x25519', secret)

/** The two keys of an event, from the one secret of 32 bytes (64 hex digits) that stands on the organiser’s sheet (HKDF, RFC 5869). */
export function eventKeysFrom(seed: string): { signing: Keys; sealing: Keys } {
  const derived = (purpose: string): string =>
    Buffer.from(hkdfSync('sha256', Buffer.from(seed, 'hex'), '', `pledge-kiosk event ${purpose}`, 32)).toString('hex')
  return { signing: keysFrom('ed25519', derived('signing')), sealing: keysFrom('x25519', derived('sealing')) }
}

/** What is signed is the UTF-8 of a JSON array, whose first member says what it is: so nothing signed here passes for another thing. */
type Statement = readonly [kind: string, ...rest: unknown[]]
const bytesOf = (statement: Statement): Buffer => Buffer.from(JSON.stringify(statement))

/** 128 hex digits. */
export const signStatement = (statement: Statement, privateKey: string): string =>
  sign(null, bytesOf(statement), privateKeyOf('ed25519', privateKey)).toString('hex')

/** False for whatever is no signature or key at all, too. */
export function isSignedStatement(statement: Statement, signature: string, publicKey: string): boolean {
  try {
    return verify(null, bytesOf(statement), publicKeyOf('ed25519', publicKey), Buffer.from(signature, 'hex'))
  } catch {
    return false
  }
}

/** As age writes it: `age1…`, `AGE-SECRET-KEY-1…`. */
export const recipientOf = (publicKey: string): string => bech32.encodeFromBytes('age', Buffer.from(publicKey, 'hex'))
export const identityOf = (privateKey: string): string =>
  bech32.encodeFromBytes('AGE-SECRET-KEY-', Buffer.from(privateKey, 'hex')).toUpperCase()
