/** The facts about a table's actions and ideas, and the records they fold into. */
import { z } from 'zod'
import { actionRecord, type ActionRow, ideaRecord, type IdeaRow } from '../../../shared/domain/action.ts'
import { paperSaid } from '../../../shared/domain/entry.ts'
import { said } from '../../../shared/domain/text.ts'
import { fresh, reasoned, standingSteps } from '../kernel/entries.ts'
import {
  below,
  declared,
  factType,
  on,
  ours,
  type Part,
  recordKind,
  typed,
  type Timed,
} from '../kernel/journal/index.ts'

const proposed = z.object({
  reference: said,
  session: said,
  table: said,
  place: said,
  ...actionRecord.said,
  ...paperSaid,
})
const amended = z.object({ changes: z.object(actionRecord.said).partial(), reason: said })
const moved = z.object({ place: said })

/** It goes to another table or session, for the one where it was is closed. */
const placed = z.object({ session: said, table: said, place: said, reason: said })
const ideaMoved = z.object({ session: said, table: said, question: said, reason: said })

const posted = z.object({
  reference: said,
  session: said,
  table: said,
  question: said,
  ...ideaRecord.said,
  ...paperSaid,
})
const ideaChanged = z.object({ changes: z.object(ideaRecord.said).partial(), reason: said })

/** No table says who of those on the list is meant. */
const saidInAction = declared(actionRecord.says, null)
const saidInIdea = declared(ideaRecord.says, null)
const why = { reason: typed('note') }
const whereAtTable = ours('reference session table card written')

export const actionProposed = factType('action.proposed', 1, proposed, {
  ...saidInAction,
  ...whereAtTable,
  ...ours('place'),
})
export const actionAmended = factType('action.amended', 1, amended, { ...below('changes', saidInAction), ...why })
/** `place` is a fractional index: text that sorts between its neighbours’, so that moving one row changes one row. */
export const actionMoved = factType('action.moved', 1, moved, ours('place'))
export const actionPlaced = factType(
  'action.placed',
  1,
  placed,
  { ...ours('session table place'), ...why },
  { who: 'organiser' },
)
export const actionWithdrawn = factType('action.withdrawn', 1, reasoned, why)
export const actionRestored = factType('action.restored', 1, reasoned, why)
export const ideaPosted = factType('idea.posted', 1, posted, { ...saidInIdea, ...whereAtTable, ...ours('question') })
export const ideaAmended = factType('idea.amended', 1, ideaChanged, { ...below('changes', saidInIdea), ...why })
export const ideaPlaced = factType(
  'idea.placed',
  1,
  ideaMoved,
  { ...ours('session table question'), ...why },
  { who: 'organiser' },
)
export const ideaWithdrawn = factType('idea.withdrawn', 1, reasoned, why)
export const ideaRestored = factType('idea.restored', 1, reasoned, why)

const propose = (_row: ActionRow | null, body: z.infer<typeof proposed>, fact: Timed): ActionRow =>
  actionRecord.begun(body, {
    id: fact.subject,
    reference: body.reference,
    session: body.session,
    tableId: body.table,
    place: body.place,
    ...fresh(fact, body),
  })

const post = (_row: IdeaRow | null, body: z.infer<typeof posted>, fact: Timed): IdeaRow =>
  ideaRecord.begun(body, {
    id: fact.subject,
    reference: body.reference,
    session: body.session,
    tableId: body.table,
    question: body.question,
    ...fresh(fact, body),
  })

export const workshopPart: Part = {
  facts: [
    actionProposed,
    actionAmended,
    actionMoved,
    actionPlaced,
    actionWithdrawn,
    actionRestored,
    ideaPosted,
    ideaAmended,
    ideaPlaced,
    ideaWithdrawn,
    ideaRestored,
  ],
  records: [
    recordKind({
      table: 'action',
      fold: 3,
      record: actionRecord,
      changes: 'actions',
      steps: [
        on(actionProposed, propose),
        on<ActionRow, z.infer<typeof amended>>(
          actionAmended,
          (row, body, fact) => row && { ...row, ...actionRecord.columnsOf(body.changes), changed: fact.time },
        ),
        on<ActionRow, z.infer<typeof moved>>(actionMoved, (row, body) => row && { ...row, place: body.place }),
        on<ActionRow, z.infer<typeof placed>>(
          actionPlaced,
          (row, { session, table, place }, fact) =>
            row && { ...row, session, tableId: table, place, changed: fact.time },
        ),
        ...standingSteps(actionWithdrawn, actionRestored),
      ],
    }),
    recordKind({
      table: 'idea',
      fold: 3,
      record: ideaRecord,
      changes: 'ideas',
      steps: [
        on(ideaPosted, post),
        on<IdeaRow, z.infer<typeof ideaChanged>>(
          ideaAmended,
          (row, body, fact) => row && { ...row, ...ideaRecord.columnsOf(body.changes), changed: fact.time },
        ),
        on<IdeaRow, z.infer<typeof ideaMoved>>(
          ideaPlaced,
          (row, { session, table, question }, fact) =>
            row && { ...row, session, tableId: table, question, changed: fact.time },
        ),
        ...standingSteps(ideaWithdrawn, ideaRestored),
      ],
    }),
  ],
}
