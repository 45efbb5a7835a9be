/** What every call has in common: who may make it, when it may be made, and the ways any of them can be refused. */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import type { Role } from '../domain/fact.ts'
import { searched } from '../domain/text.ts'

export type CallMeta = {
  /** The least trusted role that may make this call. */
  who: Role
  /** `ready`: only once the station is set up and its data is sound; `always`: also before, or when it could not open. */
  when: 'ready' | 'always'
}

/**
 * The ways a call can be refused. `status` is what HTTP says, and it is decided here alone: whoever refuses does so through
 * `errors`, which takes it from here. Every refusal carries a sentence for the person in front of the screen, in `message`.
 */
export const contractErrors = {
  NOT_ALLOWED: { status: 403, message: 'This needs a member of staff.', data: z.object({ needs: z.string() }) },
  NOT_READY: { status: 409, message: 'This tablet has not been set up yet.' },
  NOT_FOUND: { status: 404, message: 'That entry is not on this tablet any more. Go back and look again.' },
  NOT_POSSIBLE: { status: 409, message: 'That cannot be done now.', data: z.object({ code: z.string() }) },
  STORAGE: {
    status: 507,
    message: 'This tablet could not save that. Nothing was lost: what was saved before is safe.',
    data: z.object({ code: z.enum(['full', 'read-only', 'damaged', 'busy']) }),
  },
}

export const call = (meta: CallMeta) => oc.$meta<CallMeta>(meta).errors(contractErrors)

/** Too many different names and codes have been asked for at this station just now. Staff are never told so. */
export const waitAnswer = z.object({ code: z.literal('wait'), seconds: z.int() })

/** One page of a long list. */
export const listInput = z.object({
  search: searched.default(''),
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(200).default(50),
})
/** `total` counts all that match, not only this page. */
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ total: z.int(), items: z.array(item) })
