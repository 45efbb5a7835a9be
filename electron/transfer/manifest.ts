/** What a bundle says of itself, signed by the station that wrote it (docs/transfer.md). Pure. */
import { z } from 'zod'
import { ticketSchema, certificateSchema } from './certificate.ts'

const hex = z.string().regex(/^[0-9a-f]{64}$/)
const signature = z.string().regex(/^[0-9a-f]{128}$/)

const chainSchema = z.strictObject({
  station: z.uuid(),
  /** Ed25519: the chain’s first hash is made with it. */
  publicKey: hex,
  /** The number of its first fact here. */
  first: z.int().min(1),
  head: z.strictObject({ station: z.uuid(), seq: z.int().min(1), hash: hex, signature }),
})
export type BundleChain = z.infer<typeof chainSchema>

/** `chain`: which of the manifest’s. `bytes` as it lies here, `unfolds` to so many; `digest`: SHA-256 of what it unfolds to. */
const pageSchema = z.strictObject({
  chain: z.int().min(0),
  facts: z.int().min(1),
  bytes: z.int().min(1),
  unfolds: z.int().min(1),
  digest: hex,
})
export type BundlePage = z.infer<typeof pageSchema>

/** What a tablet that begins is given besides the facts. Only in a file that is sealed to that tablet, or by a code. */
const invitationSchema = z.strictObject({
  /** Public halves: those whom it is to believe from now on. */
  eventKey: z.strictObject({ signing: hex, sealing: hex }),
  ticket: ticketSchema,
  /** The private half of the ticket’s key. */
  ticketKey: hex,
  /** The secrets of staff as the organiser’s tablet keeps them: stretched, by role. */
  staff: z.partialRecord(
    z.enum(['steward', 'organiser']),
    z.strictObject({ salt: z.string(), hash: z.string(), cost: z.int() }),
  ),
})
export type Invitation = z.infer<typeof invitationSchema>

export const manifestSchema = z.strictObject({
  format: z.literal('bundle 1'),
  event: z.uuid(),
  station: z.uuid(),
  /** The last number of its writer when it was written. */
  number: z.int().min(1),
  /** Of all whose facts are in it, as far as its writer knows them. */
  certificates: z.array(certificateSchema),
  chains: z.array(chainSchema),
  /** How many facts of each type. */
  types: z.record(z.string(), z.int().min(1)),
  pages: z.array(pageSchema),
  invitation: invitationSchema.nullable(),
})
export type Manifest = z.infer<typeof manifestSchema>

/** What is signed of a manifest: the SHA-256 of its bytes. */
export const manifestStatement = (digest: string) => ['bundle 1', digest] as const
