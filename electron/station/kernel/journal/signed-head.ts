/** A head that its station has signed: nobody who passes a chain on can add to it. */
import { isSignedStatement, signStatement } from '../../../transfer/index.ts'

export type Head = { station: string; seq: number; hash: string }
export type SignedHead = Head & { signature: string }

const statementOf = ({ station, seq, hash }: Head) => ['head 2', station, seq, hash] as const

/** `privateKey`: Ed25519, 64 hex digits. */
export const signHead = (head: Head, privateKey: string): SignedHead => ({
  ...head,
  signature: signStatement(statementOf(head), privateKey),
})

export const isSigned = (head: SignedHead, publicKey: string): boolean =>
  isSignedStatement(statementOf(head), head.signature, publicKey)
