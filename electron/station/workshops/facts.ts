/** The facts about a table's actions and ideas, and the records they fold into. */
import { z } from 'zod'
import { actionRecord, type ActionRow, ideaRecord, type IdeaRow } from '../../../shared/domain/action.ts'
import { timescaleColumns, timescaleKept } from '../../../shared/domain/pledge.ts'
import { said } from '../../../shared/domain/text.ts'
import { below, each, factType, on, ours, type Part, recordKind, typed, type Timed } from '../kernel/journal/index.ts'

/** Not there in facts from before there was one: nothing was said of it. */
const area = said.optional()

const actionBody = z.object({
  title: said,
  owner: said,
  organisation: said,
  area,
  timescale: timescaleKept,
  measure: said,
  priority: said.nullable(),
})
const proposed = z.object({
  reference: said,
  session: said,
  table: said,
  place: said,
  ...actionBody.shape,
})
const amended = z.object({ changes: actionBody.partial(), reason: said })
const moved = z.object({ place: said })
const reasoned = z.object({ reason: said })

const ideaBody = z.object({ text: said, name: said, organisation: said, area })
const posted = z.object({
  reference: said,
  session: said,
  table: said,
  question: said,
  ...ideaBody.shape,
})
const ideaChanged = z.object({ changes: ideaBody.partial(), reason: said })

const saidInAction = {
  ...each(typed('words'), 'title timescale.stated measure'),
  ...each(typed('identity'), 'owner organisation area'),
  ...ours('timescale.due priority'),
}
const saidInIdea = { text: typed('words'), ...each(typed('identity'), 'name organisation area') }
const why = { reason: typed('note') }
const whereAtTable = ours('reference session table')

export const actionProposed = factType('action.proposed', 1, proposed, {
  ...saidInAction,
  ...whereAtTable,
  ...ours('place'),
})
export const actionAmended = factType('action.amended', 1, amended, { ...below('changes', saidInAction), ...why })
/** `place` is a fractional index: text that sorts between its neighbours’, so that moving one row changes one row. */
export const actionMoved = factType('action.moved', 1, moved, ours('place'))
export const actionWithdrawn = factType('action.withdrawn', 1, reasoned, why)
export const actionRestored = factType('action.restored', 1, reasoned, why)
export const ideaPosted = factType('idea.posted', 1, posted, { ...saidInIdea, ...whereAtTable, ...ours('question') })
export const ideaAmended = factType('idea.amended', 1, ideaChanged, { ...below('changes', saidInIdea), ...why })
export const ideaWithdrawn = factType('idea.withdrawn', 1, reasoned, why)
export const ideaRestored = factType('idea.restored', 1, reasoned, why)

const fresh = (fact: Timed) => ({
  status: 'live' as const,
  withdrawnReason: '',
  made: fact.time,
  changed: fact.time,
  conflict: 0,
})
const withdrawn = (reason: string, fact: Timed) => ({
  status: 'withdrawn' as const,
  withdrawnReason: reason,
  changed: fact.time,
})
const restored = (fact: Timed) => ({ status: 'live' as const, withdrawnReason: '', changed: fact.time })

const actionColumns = ({ timescale, ...plain }: Partial<z.infer<typeof actionBody>>) => ({
  ...plain,
  ...(timescale === undefined ? {} : timescaleColumns(timescale)),
})

const propose = (_row: ActionRow | null, body: z.infer<typeof proposed>, fact: Timed): ActionRow => ({
  id: fact.subject,
  reference: body.reference,
  session: body.session,
  tableId: body.table,
  title: body.title,
  owner: body.owner,
  organisation: body.organisation,
  area: body.area ?? '',
  ...timescaleColumns(body.timescale),
  measure: body.measure,
  priority: body.priority,
  place: body.place,
  ...fresh(fact),
})

const post = (_row: IdeaRow | null, body: z.infer<typeof posted>, fact: Timed): IdeaRow => ({
  id: fact.subject,
  reference: body.reference,
  session: body.session,
  tableId: body.table,
  question: body.question,
  words: body.text,
  name: body.name,
  organisation: body.organisation,
  area: body.area ?? '',
  ...fresh(fact),
})

const ideaColumns = ({ text, ...plain }: Partial<z.infer<typeof ideaBody>>) => ({
  ...plain,
  ...(text === undefined ? {} : { words: text }),
})

type Reasoned = z.infer<typeof reasoned>

export const workshopPart: Part = {
  facts: [
    actionProposed,
    actionAmended,
    actionMoved,
    actionWithdrawn,
    actionRestored,
    ideaPosted,
    ideaAmended,
    ideaWithdrawn,
    ideaRestored,
  ],
  records: [
    recordKind({
      table: 'action',
      fold: 2,
      columns: actionRecord.columns,
      flags: actionRecord.flags,
      changes: 'actions',
      steps: [
        on<ActionRow, z.infer<typeof proposed>>(actionProposed, propose),
        on<ActionRow, z.infer<typeof amended>>(
          actionAmended,
          (row, body, fact) => row && { ...row, ...actionColumns(body.changes), changed: fact.time },
        ),
        on<ActionRow, z.infer<typeof moved>>(actionMoved, (row, body) => row && { ...row, place: body.place }),
        on<ActionRow, Reasoned>(
          actionWithdrawn,
          (row, body, fact) => row && { ...row, ...withdrawn(body.reason, fact) },
        ),
        on<ActionRow, Reasoned>(actionRestored, (row, _body, fact) => row && { ...row, ...restored(fact) }),
      ],
    }),
    recordKind({
      table: 'idea',
      fold: 2,
      columns: ideaRecord.columns,
      flags: ideaRecord.flags,
      changes: 'ideas',
      steps: [
        on<IdeaRow, z.infer<typeof posted>>(ideaPosted, post),
        on<IdeaRow, z.infer<typeof ideaChanged>>(
          ideaAmended,
          (row, body, fact) => row && { ...row, ...ideaColumns(body.changes), changed: fact.time },
        ),
        on<IdeaRow, Reasoned>(ideaWithdrawn, (row, body, fact) => row && { ...row, ...withdrawn(body.reason, fact) }),
        on<IdeaRow, Reasoned>(ideaRestored, (row, _body, fact) => row && { ...row, ...restored(fact) }),
      ],
    }),
  ],
}
