/** Which fields are to be taken out: a rule over the facts held, that more facts only ever add to. Pure. */
import { type Field, type FieldClass, type FactRef, isGone, nameOf, type RawFact } from '../../../shared/domain/fact.ts'
import { refOf, wasOf } from './fields.ts'

/**
 * `person`: their ids, as the writer saw them. `words`: one field of one fact about this subject (a copied
 * disk may have another fact of that name), and what is said in its place. `retention`: a class, up to
 * a number of each station. `import`: all that one import wrote about somebody.
 */
export type Erasing =
  | { kind: 'person'; ids: readonly string[] }
  | { kind: 'words'; subject: string; fact: FactRef; path: string; instead: string | null }
  | { kind: 'retention'; class: FieldClass; upTo: Readonly<Record<string, number>> }
  | { kind: 'import'; subject: string; import: string }

/** What a person who is forgotten takes with them; what they promised stays, unless its words are named. */
const THEIRS: ReadonlySet<FieldClass> = new Set(['identity', 'contact', 'need', 'note'])

type Fields = Pick<RawFact, 'station' | 'seq' | 'subject' | 'fields'>

export type TakenOut = ReturnType<typeof createTakenOut>

/** `all` in the order of their facts: where two say what stands in one place, the first counts. */
export function createTakenOut(all: Iterable<Erasing>) {
  const people = new Set<string>()
  const words = new Map<string, string | null>()
  const imports = new Set<string>()
  const retention = new Map<FieldClass, Map<string, number>>()
  for (const one of all) {
    if (one.kind === 'person') for (const id of one.ids) people.add(id)
    else if (one.kind === 'words') {
      const name = `${one.subject} ${nameOf(one.fact)} ${one.path}`
      if (!words.has(name)) words.set(name, one.instead)
    } else if (one.kind === 'import') imports.add(`${one.subject} ${one.import}`)
    else {
      const upTo = retention.get(one.class) ?? new Map<string, number>()
      for (const [station, seq] of Object.entries(one.upTo)) upTo.set(station, Math.max(seq, upTo.get(station) ?? 0))
      retention.set(one.class, upTo)
    }
  }
  const ofImport = ({ subject, fields }: Fields): boolean =>
    fields.some(
      (field) =>
        field.path === 'import' &&
        !isGone(field) &&
        typeof field.value === 'string' &&
        imports.has(`${subject} ${field.value}`),
    )
  /** Null where the field stays. Fields of no class always do. */
  return (fact: Fields, field: Pick<Field, 'path' | 'class' | 'about'>): { instead: string | null } | null => {
    if (field.class === 'none') return null
    const was = refOf(wasOf(fact))
    const names = was === null ? [fact] : [fact, was]
    const named = names.map((name) => words.get(`${fact.subject} ${nameOf(name)} ${field.path}`))
    const said = named.find((one) => one !== undefined)
    if (said !== undefined) return { instead: said }
    const isTaken =
      (field.about !== null && people.has(field.about) && THEIRS.has(field.class)) ||
      names.some(({ station, seq }) => seq <= (retention.get(field.class)?.get(station) ?? 0)) ||
      (imports.size > 0 && ofImport(fact))
    return isTaken ? { instead: null } : null
  }
}
