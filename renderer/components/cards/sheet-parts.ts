/** The pages of a table’s action sheet: its lines for actions, then for ideas, question by question. Pure. */
import type { EventPack, Priority, Session } from '../../../shared/domain/event-pack.ts'

/** Lines for actions on the sheet, and for ideas under each question. */
export const ACTION_LINES = 7
export const IDEA_LINES = 8
/** So many questions stand on a page. */
const QUESTIONS_AT_ONCE = 2

export type SheetPart = { kind: 'actions' } | { kind: 'ideas'; questions: Session['questions'] }

export function sheetParts({ questions }: Session): SheetPart[] {
  const parts: SheetPart[] = [{ kind: 'actions' }]
  for (let from = 0; from < questions.length; from += QUESTIONS_AT_ONCE)
    parts.push({ kind: 'ideas', questions: questions.slice(from, from + QUESTIONS_AT_ONCE) })
  return parts
}

/** The priorities that this session’s tables work on, or all where it names none; a number is written for each. */
export function prioritiesOf(pack: Pick<EventPack, 'priorities'>, { priorities }: Session): Priority[] {
  const its = pack.priorities.filter(({ id }) => priorities.includes(id))
  return its.length === 0 ? pack.priorities : its
}
