/** A head that its station has signed: nobody who passes a chain on can add to it. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto'

export type Head = { station: string; seq: number; hash: string }
export type SignedHead = Head & { signature: string }

const textOf = ({ station, seq, hash }: Head): Buffer => Buffer.from(JSON.stringify(['head 2', station, seq, hash]))

/** The bytes that stand before a raw key in the usual containers of Ed25519 keys (RFC 8410). */
const PUBLIC = Buffer.from('302a300506032b6570032100', 'hex')
const PRIVATE = Buffer.from('302e020100300506032b657004220420', 'hex')

const publicKeyOf = (hex: string): KeyObject =>
  createPublicKey({ key: Buffer.concat([PUBLIC, Buffer.from(hex, 'hex')]), format: 'der', type: 'spki' })
const privateKeyOf = (hex: string): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PRIVATE, Buffer.from(hex, 'hex')]), format: 'der', type: 'pkcs8' })

/** Both as 64 hex digits. */
export function makeKeys(): { publicKey: string; privateKey: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return {
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(PUBLIC.length).toString('hex'),
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(PRIVATE.length).toString('hex'),
  }
}

export const signHead = (head: Head, privateKey: string): SignedHead => ({
  ...head,
  signature: sign(null, textOf(head), privateKeyOf(privateKey)).toString('hex'),
})

export function isSigned(head: SignedHead, publicKey: string): boolean {
  try {
    return verify(null, textOf(head), publicKeyOf(publicKey), Buffer.from(head.signature, 'hex'))
  } catch {
    return false
  }
}
