/** Actions and ideas: what a table proposes, and the notes it leaves on a question. */
import { z } from 'zod'
import { timescaleInput } from './pledge.ts'
import { flag, moment, oneOf, record, type RowOf, type StoredOf, text, type ViewOf } from './record.ts'
import { area, optionalLine, requiredLine, requiredText, slug } from './text.ts'

export const actionDetails = z.object({
  title: requiredLine(255, 'Write what should happen'),
  owner: optionalLine(160),
  organisation: optionalLine(160),
  area,
  timescale: timescaleInput,
  measure: optionalLine(300),
  priority: slug.nullable(),
})
export type ActionDetails = z.infer<typeof actionDetails>

export const tablePlace = z.object({ session: slug, table: slug })
export type TablePlace = z.infer<typeof tablePlace>

/** What every entry of a table has at its end. */
const standing = {
  status: oneOf(['live', 'withdrawn']),
  withdrawnReason: text(),
  made: moment(),
  changed: moment(),
}

/** An action as it stands: every field of it, in the order of its columns. */
const actionFields = {
  reference: text().searched(),
  session: text(),
  tableId: text().shownAs('table'),
  title: text().searched(),
  owner: text().searched(),
  organisation: text().searched(),
  area: text().searched(),
  timescale: text(),
  due: text().nullable(),
  dueDerived: flag(),
  measure: text().searched(),
  priority: text().nullable(),
  /** A fractional index: text that sorts between its neighbours’. */
  place: text().hidden(),
  ...standing,
}
export const actionRecord = record(actionFields, { order: 'made DESC, id DESC' })
export type ActionRow = RowOf<typeof actionFields>
/** As SQLite keeps it. */
export type StoredAction = StoredOf<typeof actionFields>
export const actionView = actionRecord.view
export type ActionView = ViewOf<typeof actionFields>

/** What an action still lacks before a board could follow it up: questions, not errors. */
export const actionGaps = (
  action: Pick<ActionView, 'owner' | 'organisation' | 'area' | 'timescale' | 'due' | 'measure'>,
): ('owner' | 'timescale' | 'measure')[] => {
  const gaps: ('owner' | 'timescale' | 'measure')[] = []
  if (action.owner === '' && action.organisation === '' && action.area === '') gaps.push('owner')
  if (action.due === null) gaps.push('timescale')
  if (action.measure === '') gaps.push('measure')
  return gaps
}

export const ideaDetails = z.object({
  text: requiredText(400, 'Write your idea'),
  name: optionalLine(120),
  organisation: optionalLine(160),
  area,
})
export type IdeaDetails = z.infer<typeof ideaDetails>

/** An idea as it stands: every field of it, in the order of its columns. */
const ideaFields = {
  reference: text().searched(),
  session: text(),
  tableId: text().shownAs('table'),
  question: text(),
  words: text().shownAs('text').searched(),
  name: text().searched(),
  organisation: text().searched(),
  area: text().searched(),
  ...standing,
}
export const ideaRecord = record(ideaFields, { order: 'made DESC, id DESC' })
export type IdeaRow = RowOf<typeof ideaFields>
/** As SQLite keeps it. */
export type StoredIdea = StoredOf<typeof ideaFields>
export const ideaView = ideaRecord.view
export type IdeaView = ViewOf<typeof ideaFields>
