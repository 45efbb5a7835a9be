/** What tablets write down of being part of one event. */
import { z } from 'zod'
import { certificateSchema } from '../../transfer/index.ts'
import { said } from '../../../shared/domain/text.ts'
import { jsonWritten } from '../kernel/database/index.ts'
import { factType, ours, type Part } from '../kernel/journal/index.ts'

/** By the tablet itself, of itself. The certificate is one text, for it is signed as a whole; it counts where the event’s key says so. */
export const stationEnrolled = factType('station.enrolled', 1, z.object({ certificate: said }), ours('certificate'))

/** Null where it is none that this app can read. */
export function certificateIn(text: string) {
  try {
    return certificateSchema.safeParse(jsonWritten(text)).data ?? null
  } catch {
    return null
  }
}

export const tabletsPart: Part = { facts: [stationEnrolled], records: [] }
