/** Actions and ideas: what a table proposes, and the notes it leaves on a question. */
import { z } from 'zod'
import { areaField, byWhen, organisationField, standing, STANDINGS, whence } from './entry.ts'
import {
  always,
  amounts,
  days,
  lacking,
  list,
  type ListQuery,
  moments,
  oneOfFew,
  oneValue,
  overdue,
  words,
} from './list.ts'
import { type HiddenOf, record, type RowOf, type StoredOf, text, type ViewOf } from './record.ts'
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
  ...whence,
  ...standing,
}
export const actionRecord = record(actionFields)
export type ActionRow = RowOf<typeof actionFields>
export type HiddenOfAction = HiddenOf<typeof actionFields>
/** As SQLite keeps it. */
export type StoredAction = StoredOf<typeof actionFields>
export const actionView = actionRecord.view
export type ActionView = ViewOf<typeof actionFields>
export const actionDetails = actionRecord.details
export type ActionDetails = z.infer<typeof actionDetails>

/** How actions are looked through. `servesRank`, `sessionRank` and `tableRank` are where things stand in the event pack. */
export const actionList = list({
  filters: {
    session: oneValue('session', 'Workshop'),
    table: oneValue('tableId', 'Table'),
    status: oneOfFew('status', 'Standing', STANDINGS, { usual: 'live' }),
    priority: oneValue('serves', 'Priority'),
    organisation: oneValue('organisation', 'Organisation', { anyCase: true }),
    madeFrom: moments('from', 'made', 'Written from'),
    madeTo: moments('to', 'made', 'Written up to'),
    dueFrom: days('from', 'due', 'Due from'),
    dueTo: days('to', 'due', 'Due up to'),
    overdue: overdue('due', 'Overdue'),
    gaps: lacking('Lacks', {
      owner: ['owner', 'organisation', 'area'],
      date: ['due'],
      measure: ['measure'],
      priority: ['serves'],
    }),
  },
  sorts: {
    reference: { called: 'Ref', by: [always('reference')], down: false },
    title: { called: 'Action', by: [words('title')], down: false },
    who: { called: 'Who', by: [words('owner', 'area', 'organisation'), words('organisation')], down: false },
    due: { called: 'By when', by: [amounts('due')], down: false },
    measure: { called: 'Measure', by: [words('measure')], down: false },
    priority: { called: 'Priority', by: [amounts('servesRank')], down: false },
    place: { called: 'Where', by: [amounts('sessionRank'), amounts('tableRank'), always('place')], down: false },
    made: { called: 'Written', by: [always('made')], down: true },
  },
  order: 'made',
})
export type ActionQuery = ListQuery<typeof actionList>

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
  ...whence,
  ...standing,
}
export const ideaRecord = record(ideaFields)
export type IdeaRow = RowOf<typeof ideaFields>
/** As SQLite keeps it. */
export type StoredIdea = StoredOf<typeof ideaFields>
export const ideaList = list({
  filters: {
    question: oneValue('question', 'Question'),
    session: oneValue('session', 'Workshop'),
    table: oneValue('tableId', 'Table'),
    status: oneOfFew('status', 'Standing', STANDINGS, { usual: 'live' }),
    organisation: oneValue('organisation', 'Organisation', { anyCase: true }),
    madeFrom: moments('from', 'made', 'Written from'),
    madeTo: moments('to', 'made', 'Written up to'),
  },
  sorts: {
    reference: { called: 'Ref', by: [always('reference')], down: false },
    text: { called: 'Idea', by: [words('words')], down: false },
    who: { called: 'Who', by: [words('name', 'area', 'organisation'), words('organisation')], down: false },
    place: { called: 'Where', by: [amounts('sessionRank'), amounts('tableRank')], down: false },
    made: { called: 'Written', by: [always('made')], down: true },
  },
  order: 'made',
})
export type IdeaQuery = ListQuery<typeof ideaList>
export const ideaView = ideaRecord.view
export type IdeaView = ViewOf<typeof ideaFields>
export const ideaDetails = ideaRecord.details
export type IdeaDetails = z.infer<typeof ideaDetails>
