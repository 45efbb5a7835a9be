/** The line outside a bundle’s seal, a stanza of the age header: what it is and for whom. It names nobody, and anybody can read it. */
import { type Recipient, Stanza } from 'age-encryption'
import { z } from 'zod'

const KIND = /^pledge-kiosk\/(\d+)$/
const VERSION = 1

/** `receiver`: the X25519 key that it is sealed to, or the salt of a code (32 hex digits). */
const routingSchema = z.object({
  event: z.uuid(),
  receiver: z.string().regex(/^([0-9a-f]{64}|code-[0-9a-f]{32})$/),
  station: z.uuid(),
  number: z.coerce.number<string>().int().min(1),
})
export type Routing = z.infer<typeof routingSchema>

/** age steps over stanzas that it does not know, and has them under its header’s MAC. */
export const routingRecipient = ({ event, receiver, station, number }: Routing): Recipient => ({
  wrapFileKey: () => [
    new Stanza([`pledge-kiosk/${VERSION}`, event, receiver, station, String(number)], new Uint8Array()),
  ],
})

/** The longest beginning of a file in which the line may stand. Bytes. */
export const ROUTING_WITHIN = 4096

/** From the beginning of a file: `none` where it is no bundle, `newer` where a newer version of the app wrote it. */
export function readRouting(beginning: Uint8Array): Routing | 'none' | 'newer' {
  const lines = Buffer.from(beginning.subarray(0, ROUTING_WITHIN)).toString('latin1').split('\n')
  if (lines[0] !== 'age-encryption.org/v1') return 'none'
  for (const line of lines.slice(
    1,
    lines.findIndex((one) => one.startsWith('---')),
  )) {
    const [arrow, kind = '', event, receiver, station, number] = line.split(' ')
    const version = KIND.exec(kind)?.[1]
    if (arrow !== '->' || version === undefined) continue
    if (Number(version) > VERSION) return 'newer'
    return routingSchema.safeParse({ event, receiver, station, number }).data ?? 'none'
  }
  return 'none'
}
