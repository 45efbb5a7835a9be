/** What an organiser has said of clashes: which branch of a copied disk counts, and up to where a station does. About the event. */
import { z } from 'zod'
import { said } from '../../../../shared/domain/text.ts'
import { factType } from './catalogue.ts'
import { ours, typed } from './labels.ts'

const why = { reason: typed('note') }

/** From the fork on the branch that holds this fact counts. */
export const forkSettled = factType(
  'fork.settled',
  1,
  z.object({
    station: z.uuid(),
    seq: z.int().min(1),
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    reason: said,
  }),
  { ...ours('station hash'), ...why },
  { who: 'organiser' },
)

/** What that station wrote after this number is held, and does not count. */
export const stationShutOut = factType(
  'station.shut-out',
  1,
  z.object({ station: z.uuid(), last: z.int().min(0), reason: said }),
  { ...ours('station'), ...why },
  { who: 'organiser' },
)
