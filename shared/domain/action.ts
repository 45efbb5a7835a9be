/** Actions and ideas: what a table proposes, and the notes it leaves on a question. */
import { z } from 'zod'
import { areaField, byWhen, organisationField, standing } from './entry.ts'
import { record, type RowOf, type StoredOf, text, type ViewOf } from './record.ts'
import { optionalLine, requiredLine, requiredText, slug } from './text.ts'

export const tablePlace = z.object({ session: slug, table: slug })
export type TablePlace = z.infer<typeof tablePlace>

/** An action as it stands: every field of it, in the order of its columns. */
const actionFields = {
  reference: text().searched(),
  session: text(),
  tableId: text().shownAs('table'),
  title: text().searched().asked(requiredLine(255, 'Write what should happen'), 'words').called('Action'),
  owner: text().searched().asked(optionalLine(160), 'identity').called('Owner'),
  organisation: organisationField,
  area: areaField,
  ...byWhen,
  measure: text().searched().asked(optionalLine(300), 'words').called('Measure of success'),
  priority: text().nullable().asked(slug.nullable(), 'none').called('Priority'),
  /** What young people said that it answers, where the table chose one of their quotations; empty where it did not. */
  voice: text().asked(optionalLine(400).optional(), 'words').called('What young people said').before(''),
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
export const actionDetails = actionRecord.details
export type ActionDetails = z.infer<typeof actionDetails>

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

/** An idea as it stands: every field of it, in the order of its columns. */
const ideaFields = {
  reference: text().searched(),
  session: text(),
  tableId: text().shownAs('table'),
  question: text(),
  words: text().shownAs('text').searched().asked(requiredText(400, 'Write your idea'), 'words').called('Idea'),
  name: text().searched().asked(optionalLine(120), 'identity').called('Name'),
  organisation: organisationField,
  area: areaField,
  ...standing,
}
export const ideaRecord = record(ideaFields, { order: 'made DESC, id DESC' })
export type IdeaRow = RowOf<typeof ideaFields>
/** As SQLite keeps it. */
export type StoredIdea = StoredOf<typeof ideaFields>
export const ideaView = ideaRecord.view
export type IdeaView = ViewOf<typeof ideaFields>
export const ideaDetails = ideaRecord.details
export type IdeaDetails = z.infer<typeof ideaDetails>
