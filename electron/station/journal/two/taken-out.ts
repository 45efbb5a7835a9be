/** Which fields are to be taken out: a rule over the facts held, that more facts only ever add to. Pure. */
import type { Field, FieldClass, FactRef } from '../../../../shared/domain/fact-two.ts'

/** `person`: their ids, as the writer saw them. `words`: one field of one fact. `retention`: a class, up to a number of each station. */
export type Erasing =
  | { kind: 'person'; ids: readonly string[] }
  | { kind: 'words'; fact: FactRef; path: string }
  | { kind: 'retention'; class: FieldClass; upTo: Readonly<Record<string, number>> }

/** What a person who is forgotten takes with them; what they promised stays, unless its words are named. */
const THEIRS: ReadonlySet<FieldClass> = new Set(['identity', 'contact', 'need', 'note'])

/** Whether a field of a fact is to be taken out, by all that erases. Fields of no class never are. */
export function createTakenOut(
  all: Iterable<Erasing>,
): (fact: FactRef, field: Pick<Field, 'path' | 'class' | 'about'>) => boolean {
  const people = new Set<string>()
  const words = new Set<string>()
  const retention = new Map<FieldClass, Map<string, number>>()
  for (const one of all) {
    if (one.kind === 'person') for (const id of one.ids) people.add(id)
    else if (one.kind === 'words') words.add(`${one.fact.station} ${one.fact.seq} ${one.path}`)
    else {
      const upTo = retention.get(one.class) ?? new Map<string, number>()
      for (const [station, seq] of Object.entries(one.upTo)) upTo.set(station, Math.max(seq, upTo.get(station) ?? 0))
      retention.set(one.class, upTo)
    }
  }
  return ({ station, seq }, field) => {
    if (field.class === 'none') return false
    if (field.about !== null && people.has(field.about) && THEIRS.has(field.class)) return true
    if (words.has(`${station} ${seq} ${field.path}`)) return true
    return seq <= (retention.get(field.class)?.get(station) ?? 0)
  }
}
