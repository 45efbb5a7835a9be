/** What is typed to correct a pledge. Pure. */
import { z } from 'zod'
import {
  type PledgeDetails,
  pledgeDetails,
  type PledgeView,
  type TimescaleInput,
} from '../../../../shared/domain/pledge.ts'
import { reasonSchema } from '../../../../shared/domain/text.ts'
import { type Checked, checkChange } from '../record/change.ts'

const typed = z.string().catch('')
const ticked = z.boolean().catch(false)
const formShape = z.object({
  type: typed,
  wording: typed,
  quantity: typed,
  timescale: typed,
  priority: typed,
  mayContact: ticked,
  email: typed,
  showName: ticked,
  reason: typed,
})
export type PledgeForm = z.infer<typeof formShape>

export const pledgeFormOf = ({
  type,
  wording,
  quantity,
  timescale,
  priority,
  mayContact,
  email,
  showName,
}: PledgeView): PledgeForm => ({
  type,
  wording,
  quantity: quantity === null ? '' : String(quantity),
  timescale,
  priority: priority ?? '',
  mayContact,
  email,
  showName,
  reason: '',
})

/** A correction as it was left on the disk. */
export const readPledgeForm = (body: unknown): PledgeForm | null => formShape.safeParse(body).data ?? null

/** What was typed goes to the station in its own words: it works out the day, and says so where it did. */
export const timescaleOf = (when: string): TimescaleInput =>
  when.trim() === '' ? { kind: 'open' } : { kind: 'words', words: when }

/** A number as the schema wants it; what is no number stays as it was typed, for the schema to say so. */
function quantityOf(text: string): number | string | null {
  const digits = text.replaceAll(/[\s,]/g, '')
  return digits === '' ? null : /^\d+$/.test(digits) ? Number(digits) : text
}

const detailsOf = ({ reason: _why, quantity, timescale, priority, ...plain }: PledgeForm) => ({
  ...plain,
  quantity: quantityOf(quantity),
  timescale: timescaleOf(timescale),
  priority: priority === '' ? null : priority,
})

const changeSchema = pledgeDetails.partial().extend({ reason: reasonSchema })

/** Only what was changed, and why; null where nothing was. */
export const checkPledge = (
  before: PledgeView,
  form: PledgeForm,
): Checked<Partial<PledgeDetails> & { reason: string }> | null =>
  checkChange('pledge', changeSchema, {
    before: detailsOf(pledgeFormOf(before)),
    after: detailsOf(form),
    reason: form.reason,
  })
