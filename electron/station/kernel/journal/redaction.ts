/** Taking out of the facts that are held what the facts that erase say, and telling what is to be folded again. */
import { type Fact, type Field, isGone } from '../../../../shared/domain/fact.ts'
import { bodyOf, type Catalogue } from './catalogue.ts'
import type { Speaking } from './enrolled.ts'
import type { createFactTable } from './fact-table.ts'
import { readFact } from './fact-table.ts'
import { takenOut } from './hash.ts'
import { inOrder } from './order.ts'
import { createTakenOut, type Erasing, type TakenOut } from './taken-out.ts'

type FactTable = ReturnType<typeof createFactTable>
/** The types of the facts of a subject that changed. */
export type Touched = Map<string, Set<string>>

/** About more subjects than a page of a merge has, reading all facts that erase is quicker than asking for those about each. */
const MANY = 2000

export const touch = (touched: Touched, { subject, type }: Pick<Fact, 'subject' | 'type'>): void =>
  void touched.set(subject, (touched.get(subject) ?? new Set()).add(type))

/** What was answered before is answered again: to be made anew as soon as anything was written. */
function readOnce<T>(read: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const now = read(key)
    known.set(key, now)
    return now
  }
}

/** The same fields where nothing is to be taken out of them. */
function without(fact: Fact, isOut: TakenOut): readonly Field[] {
  let changed = false
  const fields = fact.fields.map((field) => {
    const out = isOut(fact, field)
    if (out === null) return field
    if (isGone(field) && (field.instead ?? null) === out.instead) return field
    changed = true
    return takenOut(field, out.instead)
  })
  return changed ? fields : fact.fields
}

type Deps = {
  facts: FactTable
  catalogue: Catalogue
  speaking: Speaking
  /** Hears, in the transaction itself, that something is taken out of what is held. */
  takingOut: () => void
}

export function createRedaction({ facts, catalogue, speaking, takingOut }: Deps) {
  const types = [...catalogue.facts.values()].filter(({ isErasing }) => isErasing)
  const names = new Set(types.map(({ type }) => type))
  const reachingFar = types.filter(({ erasesOwn }) => !erasesOwn).map(({ type }) => type)
  const erasingIn = (fact: Fact): Erasing[] => {
    const type = catalogue.facts.get(fact.type)
    if (type === undefined || !type.isErasing || !speaking.mayWrite(type, fact)) return []
    const body: unknown = bodyOf(type, fact)
    const erasing = body === null ? null : type.erases(body, fact)
    return erasing === null ? [] : [erasing]
  }
  /** What may take anything out of these: a list that was taken back left a fact about each who stood on it, so not all that erase are read. */
  const heldAgainst = (all: Iterable<Fact>, about: (subject: string) => readonly Fact[]): Fact[] => {
    const subjects = new Set([...all].map(({ subject }) => subject))
    if (subjects.size > MANY) return facts.ofTypes([...names])
    const own = [...subjects].flatMap(about).filter(({ type }) => names.has(type) && !reachingFar.includes(type))
    return [...facts.ofTypes(reachingFar), ...own]
  }
  const rules = (all: readonly Fact[]): TakenOut => createTakenOut(all.toSorted(inOrder).flatMap(erasingIn))
  /** The facts that such a rule may reach. */
  const reached = (erasing: Erasing, about: (subject: string) => readonly Fact[]): readonly Fact[] => {
    switch (erasing.kind) {
      case 'person':
        return erasing.ids.flatMap((id) => facts.holding(id))
      case 'words':
        return about(erasing.subject)
      case 'retention':
        return facts.holding(`"${erasing.class}"`)
      case 'import':
        return about(erasing.subject)
    }
  }

  /**
   * In a transaction of the caller's, after facts came that are held now: what they take out of others, and others out of them. Adds to
   * `touched` what lost something, and answers with it.
   */
  function apply(came: readonly Fact[], touched: Touched = new Map()): Touched {
    let next: readonly Fact[] = came
    let isAny = came.some((fact) => erasingIn(fact).length > 0)
    while (next.length > 0) {
      const about = readOnce(facts.about)
      const coming = next.flatMap(erasingIn).flatMap((erasing) => reached(erasing, about))
      const all = new Map([...next, ...coming].map((fact) => [fact.hash, fact]))
      const isOut = rules(heldAgainst(all.values(), about))
      const changed: Fact[] = []
      for (const fact of all.values()) {
        const fields = without(fact, isOut)
        if (fields === fact.fields) continue
        facts.keepFields(fact, fields)
        isAny = true
        touch(touched, fact)
        changed.push(readFact({ ...fact, fields: [...fields] }))
      }
      // What stands in the place of a text may be gone itself now; then something else stands there.
      next = changed.filter((fact) => names.has(fact.type))
    }
    if (isAny) takingOut()
    return touched
  }

  return {
    /** What may be kept of facts that come with these: nothing is written down first and taken out afterwards. */
    cleaner(coming: readonly Fact[]): (fact: Fact) => Fact {
      const isOut = rules([...heldAgainst(coming, facts.about), ...coming])
      return (fact) => readFact({ ...fact, fields: [...without(fact, isOut)] })
    },
    apply,
    /** True where something was ever taken out of what is held, or of what might have been. */
    isAnyHeld: (): boolean => facts.ofTypes([...names]).length > 0,
    /** The ids of all whom one of these facts erases. */
    erasedBy: (all: readonly Fact[]): string[] =>
      all.flatMap(erasingIn).flatMap((erasing) => (erasing.kind === 'person' ? erasing.ids : [])),
    /** What every fact that erases takes out, of facts that were written anew. In a transaction of the caller's. */
    applyAll: (): Touched => apply(facts.ofTypes([...names])),
  }
}
