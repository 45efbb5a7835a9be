/** The pages of a table’s action sheet: its lines for actions, then for ideas, question by question. Pure. */
import { openOf } from '../../../shared/domain/event-change/open.ts'
import type { EventPack, Session } from '../../../shared/domain/event-pack.ts'
import { type Numbered, printed, priorityWords } from './numbered.ts'

/** Lines for actions on the sheet, and for ideas under each question. */
export const ACTION_LINES = 7
export const IDEA_LINES = 8
/** So many questions stand on a page. */
const QUESTIONS_AT_ONCE = 2

export type SheetPart = { kind: 'actions' } | { kind: 'ideas'; questions: Session['questions'] }

export function sheetParts(session: Session): SheetPart[] {
  const questions = openOf(session.questions)
  const parts: SheetPart[] = [{ kind: 'actions' }]
  for (let from = 0; from < questions.length; from += QUESTIONS_AT_ONCE)
    parts.push({ kind: 'ideas', questions: questions.slice(from, from + QUESTIONS_AT_ONCE) })
  return parts
}

/** The open priorities that this session’s tables work on, or all where it names none; their numbers are those of the cards. */
export function prioritiesOf(pack: Pick<EventPack, 'priorities'>, { priorities }: Session): Numbered[] {
  const all = printed(pack.priorities, priorityWords)
  const its = all.filter(({ id }) => priorities.includes(id))
  return its.length === 0 ? all : its
}
