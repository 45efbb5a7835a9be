/** Certificates: who may speak for whom, signed with the event’s key or a ticket of it. No dates: a clock is never a reason to believe. Pure. */
import { z } from 'zod'
import { dutySchema } from '../../shared/domain/duty.ts'
import { roleSchema } from '../../shared/domain/fact.ts'
import { isSignedStatement, signStatement } from './keys.ts'

const key = z.string().regex(/^[0-9a-f]{64}$/)
const signature = z.string().regex(/^[0-9a-f]{128}$/)
const might = z.enum(['collect', 'hub'])

/** What is allowed: by a certificate to one station, by a ticket to those that it enrols. `speaksFor`: the most trusted role in which its facts count. */
const allowed = {
  duty: dutySchema,
  speaksFor: roleSchema,
  may: z.array(might).max(2),
}

/** With it a tablet enrols where the organiser’s tablet is not there. Signed by the event. `most`: so many tablets, told where it is exceeded. */
export const ticketSchema = z.strictObject({
  format: z.literal('ticket 1'),
  event: z.uuid(),
  id: z.uuid(),
  signing: key,
  ...allowed,
  most: z.int().min(1).max(1000),
  signature,
})
export type Ticket = z.infer<typeof ticketSchema>

export const certificateSchema = z.strictObject({
  format: z.literal('certificate 1'),
  event: z.uuid(),
  station: z.uuid(),
  /** Ed25519, that of its chain. */
  signing: key,
  /** X25519. */
  sealing: key,
  ...allowed,
  /** Chains that are the same tablet’s from before, each up to a number. */
  binds: z.array(z.strictObject({ station: z.uuid(), last: z.int().min(0) })).max(100),
  by: ticketSchema.nullable(),
  signature,
})
export type Certificate = z.infer<typeof certificateSchema>

/** In the order of the schema, without the signature itself. */
const ticketStatement = (of: Omit<Ticket, 'signature'>) =>
  [of.format, of.event, of.id, of.signing, of.duty, of.speaksFor, of.may, of.most] as const
const certificateStatement = (of: Omit<Certificate, 'signature'>) =>
  [
    of.format,
    of.event,
    of.station,
    of.signing,
    of.sealing,
    of.duty,
    of.speaksFor,
    of.may,
    of.binds.map(({ station, last }) => [station, last]),
    of.by?.id ?? null,
  ] as const

type Unsigned<T> = Omit<T, 'format' | 'signature'>

/** `eventKey`: the private half of the event’s signing key. */
export function signTicket(given: Unsigned<Ticket>, eventKey: string): Ticket {
  const ticket = { format: 'ticket 1' as const, ...given }
  return { ...ticket, signature: signStatement(ticketStatement(ticket), eventKey) }
}

/** `privateKey`: that of the event, or that of the ticket where there is one. */
export function signCertificate(given: Unsigned<Certificate>, privateKey: string): Certificate {
  const certificate = { format: 'certificate 1' as const, ...given }
  return { ...certificate, signature: signStatement(certificateStatement(certificate), privateKey) }
}

const within = (granted: Pick<Certificate, 'duty' | 'speaksFor' | 'may'>, by: Ticket): boolean =>
  granted.duty === by.duty && granted.speaksFor === by.speaksFor && granted.may.every((one) => by.may.includes(one))

/** By this event’s key (public half), or by a ticket of it, within what that allows. */
export function isCertified(certificate: Certificate, eventKey: string): boolean {
  const { by, signature: signed } = certificate
  const signer = by === null ? eventKey : by.signing
  if (by !== null) {
    const isTicket = by.event === certificate.event && isSignedStatement(ticketStatement(by), by.signature, eventKey)
    if (!isTicket || !within(certificate, by)) return false
  }
  return isSignedStatement(certificateStatement(certificate), signed, signer)
}
