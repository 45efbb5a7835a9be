/** What is typed to correct an action or an idea. Pure. */
import { z } from 'zod'
import {
  type ActionDetails,
  actionDetails,
  type ActionView,
  type IdeaDetails,
  ideaDetails,
  type IdeaView,
} from '../../../../shared/domain/action.ts'
import { reasonSchema } from '../../../../shared/domain/text.ts'
import { timescaleOf } from '../pledges/pledge-form.ts'
import { type Checked, checkChange } from '../record/change.ts'

const typed = z.string().catch('')

const actionShape = z.object({
  title: typed,
  owner: typed,
  organisation: typed,
  area: typed,
  timescale: typed,
  measure: typed,
  priority: typed,
  reason: typed,
})
export type ActionForm = z.infer<typeof actionShape>

export const actionFormOf = ({
  title,
  owner,
  organisation,
  area,
  timescale,
  measure,
  priority,
}: ActionView): ActionForm => ({
  title,
  owner,
  organisation,
  area,
  timescale,
  measure,
  priority: priority ?? '',
  reason: '',
})

export const readActionForm = (body: unknown): ActionForm | null => actionShape.safeParse(body).data ?? null

const actionOf = ({ reason: _why, timescale, priority, ...plain }: ActionForm) => ({
  ...plain,
  timescale: timescaleOf(timescale),
  priority: priority === '' ? null : priority,
})

const actionChange = actionDetails.partial().extend({ reason: reasonSchema })

/** Only what was changed, and why; null where nothing was. */
export const checkAction = (
  before: ActionView,
  form: ActionForm,
): Checked<Partial<ActionDetails> & { reason: string }> | null =>
  checkChange('action', actionChange, {
    before: actionOf(actionFormOf(before)),
    after: actionOf(form),
    reason: form.reason,
  })

const ideaShape = z.object({ text: typed, name: typed, organisation: typed, area: typed, reason: typed })
export type IdeaForm = z.infer<typeof ideaShape>

export const ideaFormOf = ({ text, name, organisation, area }: IdeaView): IdeaForm => ({
  text,
  name,
  organisation,
  area,
  reason: '',
})

export const readIdeaForm = (body: unknown): IdeaForm | null => ideaShape.safeParse(body).data ?? null

const ideaChange = ideaDetails.partial().extend({ reason: reasonSchema })

export function checkIdea(
  before: IdeaView,
  { reason, ...after }: IdeaForm,
): Checked<Partial<IdeaDetails> & { reason: string }> | null {
  const { reason: _none, ...held } = ideaFormOf(before)
  return checkChange('idea', ideaChange, { before: held, after, reason })
}
