/** What staff are warned of before it costs the day something: how full the disk is, and what the clock gets wrong. */
import { z } from 'zod'
import { instant } from './text.ts'

const diskWarning = z.object({
  code: z.literal('disk'),
  severity: z.enum(['low', 'nearly-full']),
  /** Rounded down to tens: the figure does not change at every look. */
  freeMegabytes: z.int().min(0),
})
export type DiskWarning = z.infer<typeof diskWarning>

const code = z.literal('clock')
const clockWarning = z.discriminatedUnion('kind', [
  z.object({ code, kind: z.literal('wrong'), year: z.int() }),
  /** The clock is behind what this station itself wrote down last; until `newest` has come, times stand still there. */
  z.object({ code, kind: z.literal('behind'), newest: instant }),
  /** It was moved while the app ran, forward or (below 0) back; `noticed` is what it said after that. */
  z.object({ code, kind: z.literal('moved'), minutes: z.int(), noticed: instant }),
  /** It keeps the time of another country: `minutesOff` ahead of Britain now, or (below 0) behind. */
  z.object({ code, kind: z.literal('zone'), zone: z.string(), minutesOff: z.int() }),
])
export type ClockWarning = z.infer<typeof clockWarning>

export const warningSchema = z.discriminatedUnion('code', [diskWarning, clockWarning])
export type Warning = z.infer<typeof warningSchema>
