/** Two entries of the list that are one person: whose steps are whose, what was said of all of them, and what each is called. */
import { type Fact, nameOf } from '../../../shared/domain/fact.ts'
import { bodyOf, inOrder, type Journal, people, personErased } from '../kernel/journal/index.ts'
import { createMerging } from '../kernel/merging.ts'
import { delegateAdded, delegateAmended } from './facts.ts'

export function createOnePerson(journal: Journal) {
  const { factsAbout, ...merging } = createMerging(journal, people)
  const isEntry = (id: string): boolean => {
    const about = journal.facts.about(id)
    return (
      about.some(({ type }) => type === delegateAdded.type) && !about.some(({ type }) => type === personErased.type)
    )
  }
  return {
    ...merging,
    /** Everybody who is one with this one and was ever put on the list, and is not forgotten. */
    entriesOf: (person: string): string[] => journal.membersOf(person).filter(isEntry),
    /** The names of steps, by whom of those who are one person they are about: it stays theirs, also when they are parted. */
    byEntry(person: string, steps: readonly string[]): ReadonlyMap<string, readonly string[]> {
      const members = journal.membersOf(person)
      const about = members.map((id) => ({ id, names: new Set(journal.facts.about(id).map(nameOf)) }))
      return Map.groupBy(steps, (step) => about.find(({ names }) => names.has(step))?.id ?? journal.leaderOf(person))
    },
    /** Of a person all facts: those about each of their entries, and those that say, or said, that they are one with somebody. In order. */
    factsOf(person: string): Fact[] {
      const entries = journal.membersOf(person).filter(isEntry)
      const ids = entries.includes(person) ? entries : [person]
      return [...ids.flatMap(journal.facts.about), ...factsAbout(ids)].toSorted(inOrder)
    },
    /** What one entry says that somebody is called, whoever they are one with; empty where it is none, or forgotten. */
    nameOn(entry: string): string {
      const names = journal.facts
        .about(entry)
        .flatMap((fact) => bodyOf(delegateAdded, fact)?.name ?? bodyOf(delegateAmended, fact)?.changes.name ?? [])
      return names.at(-1) ?? ''
    },
  }
}
