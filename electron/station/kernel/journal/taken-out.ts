/** Which fields are to be taken out: a rule over the facts held, that more facts only ever add to. Pure. */
import {
  type Field,
  type FieldClass,
  type FactRef,
  isGone,
  nameOf,
  type RawFact,
} from '../../../../shared/domain/fact.ts'
import { refOf, wasOf } from './fields.ts'

/**
 * `person`: their ids, as the writer saw them. `words`: one field of one fact about this subject (a copied
 * disk may have another fact of that name), and what is said in its place. `retention`: a class, up to
 * a number of each station. `import`: all that one import wrote about somebody. `by`: the fact that says so, or its type, which stays.
 */
export type Erasing =
  | { kind: 'person'; ids: readonly string[] }
  | { kind: 'words'; subject: string; fact: FactRef; path: string; instead: string | null; by: FactRef }
  | { kind: 'retention'; class: FieldClass; upTo: Readonly<Record<string, number>> }
  | { kind: 'import'; subject: string; import: string; by: string }

/** What a person who is forgotten takes with them; what they promised stays, unless its words are named. */
const THEIRS: ReadonlySet<FieldClass> = new Set(['identity', 'contact', 'need', 'note'])

type Fields = Pick<RawFact, 'station' | 'seq' | 'type' | 'subject' | 'fields'>
/** What stands in the place of a text, by which fact's word. */
type Words = { instead: string | null; by: FactRef; isOfTwo: boolean }

export type TakenOut = ReturnType<typeof createTakenOut>

/**
 * `all` in the order of their facts. Where two of one station say what stands in one place, it is what it said last. Where two stations do,
 * each may still name whom the other took out: nothing stands there. What does not count is taken out itself.
 */
export function createTakenOut(all: Iterable<Erasing>) {
  const people = new Set<string>()
  const words = new Map<string, Words>()
  const passed = new Set<string>()
  const imports = new Map<string, string>()
  const retention = new Map<FieldClass, Map<string, number>>()
  for (const one of all) {
    if (one.kind === 'person') for (const id of one.ids) people.add(id)
    else if (one.kind === 'words') {
      const name = `${one.subject} ${nameOf(one.fact)} ${one.path}`
      const before = words.get(name)
      const isOfTwo = before !== undefined && (before.isOfTwo || before.by.station !== one.by.station)
      if (before !== undefined && nameOf(before.by) !== nameOf(one.by)) passed.add(`${nameOf(before.by)} instead`)
      if (isOfTwo) passed.add(`${nameOf(one.by)} instead`)
      words.set(name, { instead: isOfTwo ? null : one.instead, by: one.by, isOfTwo })
    } else if (one.kind === 'import') imports.set(`${one.subject} ${one.import}`, one.by)
    else {
      const upTo = retention.get(one.class) ?? new Map<string, number>()
      for (const [station, seq] of Object.entries(one.upTo)) upTo.set(station, Math.max(seq, upTo.get(station) ?? 0))
      retention.set(one.class, upTo)
    }
  }
  const ofImport = ({ type, subject, fields }: Fields): boolean =>
    fields.some(
      (field) =>
        field.path === 'import' &&
        !isGone(field) &&
        typeof field.value === 'string' &&
        (imports.get(`${subject} ${field.value}`) ?? type) !== type,
    )
  /** True of a field that is about somebody who is forgotten, or is their id: what the fact says in passing may name them. */
  const namesOne = (field: Field): boolean =>
    (field.about !== null && people.has(field.about)) ||
    (!isGone(field) && typeof field.value === 'string' && people.has(field.value))
  /** Null where the field stays. Fields of no class always do. */
  return (fact: Fields, field: Pick<Field, 'path' | 'class' | 'about'>): { instead: string | null } | null => {
    if (field.class === 'none') return null
    const was = refOf(wasOf(fact))
    const names = was === null ? [fact] : [fact, was]
    const named = names.map((name) => words.get(`${fact.subject} ${nameOf(name)} ${field.path}`))
    if (passed.has(`${nameOf(fact)} ${field.path}`)) return { instead: null }
    const said = named.find((one) => one !== undefined)
    if (said !== undefined) return { instead: said.instead }
    const isTaken =
      (field.about !== null && people.has(field.about) && THEIRS.has(field.class)) ||
      (field.class === 'note' && people.size > 0 && fact.fields.some(namesOne)) ||
      names.some(({ station, seq }) => seq <= (retention.get(field.class)?.get(station) ?? 0)) ||
      (imports.size > 0 && ofImport(fact))
    return isTaken ? { instead: null } : null
  }
}
