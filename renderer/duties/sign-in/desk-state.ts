/** What this desk remembers while a steward is at it: the answer on show, and who came and went here, newest first. */
import type { DelegateView } from '../../../shared/domain/delegate.ts'
import type { Answer } from './answers.ts'

/** Enough for the last busy minutes; whoever came before is found by search. */
const MOST = 30

export type Entry = { delegate: DelegateView; what: 'in' | 'out'; at: string }
export type DeskState = {
  /** `serial` counts the answers, so that the same answer twice is seen and read out twice. */
  shown: { serial: number; answer: Answer } | null
  entries: Entry[]
}

export const FRESH_DESK: DeskState = { shown: null, entries: [] }

/** The desk after this answer. The first entry is what “undo the last” takes back. */
export function record(desk: DeskState, answer: Answer): DeskState {
  const entries = 'delegate' in answer ? withLatest(desk.entries, answer.delegate) : desk.entries
  return {
    shown: { serial: (desk.shown?.serial ?? 0) + 1, answer },
    entries: entriesAfter(entries, answer).slice(0, MOST),
  }
}

/** The desk after somebody's details were changed beside the answer: no new answer, but every line about them is true again. */
export function learn({ shown, entries }: DeskState, delegate: DelegateView): DeskState {
  const known = withLatest(entries, delegate)
  if (shown === null || !('delegate' in shown.answer) || shown.answer.delegate.id !== delegate.id)
    return { shown, entries: known }
  return { shown: { ...shown, answer: { ...shown.answer, delegate } }, entries: known }
}

/** What the station last said about a person is true in every line about them. */
const withLatest = (entries: Entry[], delegate: DelegateView): Entry[] =>
  entries.map((entry) => (entry.delegate.id === delegate.id ? { ...entry, delegate } : entry))

function entriesAfter(entries: Entry[], answer: Answer): Entry[] {
  if (answer.code === 'signed-in') return [{ delegate: answer.delegate, what: 'in', at: answer.at }, ...entries]
  if (answer.code === 'signed-out') {
    return [{ delegate: answer.delegate, what: 'out', at: answer.delegate.since ?? '' }, ...entries]
  }
  if (answer.code !== 'undone' && answer.code !== 'nothing-to-undo') return entries
  const undone = entries.findIndex(({ delegate }) => delegate.id === answer.delegate.id)
  return entries.filter((_, index) => index !== undone)
}
