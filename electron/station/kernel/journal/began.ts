/** The first fact of every station: its public key, and where it goes on from another. */
import { z } from 'zod'
import { factType } from './catalogue.ts'
import { ahead } from './clock-facts.ts'
import { ours } from './labels.ts'

export const stationBegan = factType(
  'station.began',
  1,
  z.object({
    event: z.uuid(),
    /** Ed25519, 64 hex digits. */
    publicKey: z.string().regex(/^[0-9a-f]{64}$/),
    /** It goes on where that station stopped: the last number that one answered, 0 where nobody knows, and the last that is held here. */
    succeeds: z
      .object({
        station: z.uuid(),
        answered: z.int(),
        held: z.int(),
        /**
         * It is the same tablet, whose clock runs on: there the clock ran as it did in the end from number `since`, 0 where from the first,
         * and is `by` milliseconds further ahead now. Left out where nobody can tell.
         */
        clock: z.object({ since: z.int().min(0), by: ahead }).optional(),
      })
      .nullable(),
  }),
  ours('event publicKey succeeds.station'),
)
export type Began = z.infer<typeof stationBegan.body>
export type Succeeds = Began['succeeds']
