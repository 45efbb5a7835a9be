/** By what somebody is known here, and where the facts name them. */
import { type NamedPerson, namedPerson } from '../../../shared/domain/named-person.ts'
import { bodyOf, type Journal } from '../kernel/journal/index.ts'
import { delegateAdded, delegateAmended } from '../sign-in/index.ts'

/** The types of the facts that are to be looked at, by what they are about. */
export type Places = Map<string, Set<string>>

export function createNaming(journal: Journal) {
  return {
    /** By all that they were ever called here, corrected since or not. */
    personOf(ids: readonly string[]): NamedPerson {
      const facts = ids.flatMap(journal.facts.about)
      const added = facts.flatMap((fact) => bodyOf(delegateAdded, fact) ?? [])
      const said = [...added, ...facts.flatMap((fact) => bodyOf(delegateAmended, fact)?.changes ?? [])]
      return namedPerson({
        names: said.flatMap(({ name, listName }) => [name ?? '', listName ?? '']).filter((name) => name !== ''),
        marks: [
          ...ids,
          ...added.map(({ badge }) => badge),
          ...said.flatMap(({ email, ticket }) => [email ?? '', ticket ?? '']),
        ],
      })
    },
    /** Every fact is looked at: what others wrote is about others, and no index knows whom it names. */
    naming({ whole }: NamedPerson): Places {
      const found: Places = new Map()
      for (const { subject, type, fields } of journal.facts.told())
        if (whole.isIn(fields)) found.set(subject, (found.get(subject) ?? new Set()).add(type))
      return found
    },
  }
}
