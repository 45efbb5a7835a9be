/** How an entry that somebody made is taken back and brought back: the same for pledges, actions and ideas. */
import { z } from 'zod'
import { said } from '../../../shared/domain/text.ts'
import { type FactType, on, type Row, type Timed } from './journal/index.ts'

/** Why it was taken back, or brought back. */
export const reasoned = z.object({ reason: said })

type Reasoned = z.infer<typeof reasoned>

/** As an entry stands that was just made. */
export const fresh = ({ time }: Timed) => ({
  status: 'live' as const,
  withdrawnReason: '',
  made: time,
  changed: time,
  conflict: 0,
})

/** The steps of such a record for both. */
export const standingSteps = (withdrawn: FactType<Reasoned>, restored: FactType<Reasoned>) => [
  on<Row, Reasoned>(
    withdrawn,
    (row, { reason }, { time }) => row && { ...row, status: 'withdrawn', withdrawnReason: reason, changed: time },
  ),
  on<Row, Reasoned>(
    restored,
    (row, _body, { time }) => row && { ...row, status: 'live', withdrawnReason: '', changed: time },
  ),
]
