/** What is typed to correct a delegate. Pure. */
import { z } from 'zod'
import { type DelegateDetails, delegateDetails, type DelegateView } from '../../../../shared/domain/delegate.ts'
import { reasonSchema } from '../../../../shared/domain/text.ts'
import { type Checked, checkChange } from '../record/change.ts'

const typed = z.string().catch('')
const formShape = z.object({
  name: typed,
  role: typed,
  organisation: typed,
  area: typed,
  sector: typed,
  email: typed,
  table: typed,
  reason: typed,
})
export type DelegateForm = z.infer<typeof formShape>

export const delegateFormOf = ({
  name,
  role,
  organisation,
  area,
  sector,
  email,
  table,
}: DelegateView): DelegateForm => ({
  name,
  role,
  organisation,
  area,
  sector,
  email,
  table,
  reason: '',
})

/** A correction as it was left on the disk. */
export const readDelegateForm = (body: unknown): DelegateForm | null => formShape.safeParse(body).data ?? null

const changeSchema = delegateDetails.partial().extend({ reason: reasonSchema })

/** Only what was changed, and why; null where nothing was. */
export function checkDelegate(
  before: DelegateView,
  { reason, ...after }: DelegateForm,
): Checked<Partial<DelegateDetails> & { reason: string }> | null {
  const { reason: _none, ...held } = delegateFormOf(before)
  return checkChange('delegate', changeSchema, { before: held, after, reason })
}
