/** Two entries of the list that are one person: whose steps are whose, what was said of all of them, and what each is called. */
import type { KeptSides } from '../../../shared/domain/delegate.ts'
import { type Actor, type Fact, nameOf } from '../../../shared/domain/fact.ts'
import { bodyOf, inOrder, type Journal, people, personErased } from '../kernel/journal/index.ts'
import { createMerging } from '../kernel/merging.ts'
import { delegateAdded, delegateAmended, detailsChosen } from './facts.ts'

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
    /** `keeps`: of which of the two a detail stays, where somebody chose; otherwise it is as the facts add up. */
    merge(actor: Actor, one: string, other: string, reason: string, keeps: KeptSides = {}): string | null {
      const sides = { one: [...journal.membersOf(one)], other: [...journal.membersOf(other)] }
      const of = Object.fromEntries(Object.entries(keeps).map(([field, side]) => [field, sides[side]]))
      return merging.merge(actor, one, other, reason, {
        also(write) {
          if (Object.keys(of).length > 0) write.about(detailsChosen, journal.leaderOf(one), { of })
        },
      })
    },
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
