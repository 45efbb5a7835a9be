/** What becomes of each person where a list is taken back. Pure over what was said of them. */
import { delegateAdded, delegateRestored } from '../facts.ts'
import type { SpokenOf } from './spoken-of.ts'

/**
 * `gone`: only this import brought them, or one that was taken back before. `back`: they were on the list, and go back to what was said
 * before. `stay`: since it wrote of them they came, promised something, were corrected, or stood on another list.
 */
export type Going = 'gone' | 'back' | 'stay'

/** `undone`: the list, and those taken back before. `typed`: of whom a form is open. */
type Now = { list: string; undone: ReadonlySet<string>; typed: ReadonlySet<string> }

/** Later than any fact. */
const NOW = Number.MAX_SAFE_INTEGER

/** Answers null of somebody whom the list did not touch, or who went back to what was said before it already. */
export function createWhoGoes(spoken: SpokenOf, { list, undone, typed }: Now): (person: string) => Going | null {
  const latest = (...all: (number | null)[]): number | null =>
    all.reduce((one, other) => (other === null || (one !== null && one > other) ? one : other), null)

  return (person) => {
    const lists = [...spoken.byLists(person)]
    const taken = lists.filter(([id]) => undone.has(id))
    if (taken.length === 0) return null
    const byOthers = lists.filter(([id]) => !undone.has(id)).map(([, { seq }]) => seq)
    const met = [...spoken.metBy(person)].flatMap(([id, seq]) => (undone.has(id) ? [] : [seq]))
    const vouched = latest(...byOthers, ...met)
    const said = latest(spoken.spoken(person), typed.has(person) ? NOW : null, ...byOthers)
    const isAdded = taken.some(([, { types }]) => types.has(delegateAdded.type))
    if (isAdded && said === null && vouched === null) return 'gone'
    const own = spoken.byLists(person).get(list)
    if (own === undefined || spoken.isTakenBack(person, list)) return null
    const isPutBack = own.types.has(delegateRestored.type) && spoken.isSince(said)
    return own.types.has(delegateAdded.type) || isPutBack || spoken.isSince(vouched) ? 'stay' : 'back'
  }
}
