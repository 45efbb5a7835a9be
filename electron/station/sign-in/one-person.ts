/** Two entries of the list that are one person: said by an organiser, and taken back. */
import { type Actor, type Fact, nameOf } from '../../../shared/domain/fact.ts'
import {
  bodyOf,
  inOrder,
  type Journal,
  pairId,
  peopleMerged,
  peopleParted,
  personErased,
  standingMerges,
} from '../kernel/journal/index.ts'
import { delegateAdded, delegateAmended } from './facts.ts'

/** A merge that stands: `id` is its own, to part them by. */
export type Merge = { id: string; one: string; other: string; reason: string }

export function createOnePerson(journal: Journal) {
  const mergesAbout = (id: string) => standingMerges(journal.counting(journal.facts.about(id)))
  const isEntry = (id: string): boolean => {
    const about = journal.facts.about(id)
    return (
      about.some(({ type }) => type === delegateAdded.type) && !about.some(({ type }) => type === personErased.type)
    )
  }
  return {
    /** Everybody who is one with this one and was ever put on the list, and is not forgotten. */
    entriesOf: (person: string): string[] => journal.membersOf(person).filter(isEntry),
    /** The names of steps, by whom of those who are one person they are about: it stays theirs, also when they are parted. */
    byEntry(person: string, steps: readonly string[]): ReadonlyMap<string, readonly string[]> {
      const members = journal.membersOf(person)
      const about = members.map((id) => ({ id, names: new Set(journal.facts.about(id).map(nameOf)) }))
      return Map.groupBy(steps, (step) => about.find(({ names }) => names.has(step))?.id ?? journal.leaderOf(person))
    },
    /** From now on they count, and are listed, as one. Writes nothing where they are already. Null where they are the same entry. */
    merge(actor: Actor, one: string, other: string, reason: string): string | null {
      const id = pairId(one, other)
      if (one === other) return null
      if (mergesAbout(id).length === 0)
        journal.commit(actor, (write) => void write.about(peopleMerged, id, { one, other, reason }))
      return id
    },
    /** They are two after all. False where no merge of this id stands. */
    part(actor: Actor, id: string, reason: string): boolean {
      const takesBack = mergesAbout(id).map(nameOf)
      if (takesBack.length > 0)
        journal.commit(actor, (write) => void write.about(peopleParted, id, { takesBack, reason }))
      return takesBack.length > 0
    },
    /** Of a person all facts: those about each of their entries, and those that say, or said, that they are one with somebody. In order. */
    factsOf(person: string): Fact[] {
      const entries = journal.membersOf(person).filter(isEntry)
      const ids = entries.includes(person) ? entries : [person]
      const all = journal.facts.ofTypes([peopleMerged.type, peopleParted.type])
      const pairs = new Set(
        all.flatMap((fact) => {
          const pair = bodyOf(peopleMerged, fact)
          return pair !== null && (ids.includes(pair.one) || ids.includes(pair.other)) ? [fact.subject] : []
        }),
      )
      const merges = all.filter(({ subject }) => pairs.has(subject) && !ids.includes(subject))
      return [...ids.flatMap(journal.facts.about), ...merges].toSorted(inOrder)
    },
    /** What one entry says that somebody is called, whoever they are one with; empty where it is none, or forgotten. */
    nameOn(entry: string): string {
      const names = journal.facts
        .about(entry)
        .flatMap((fact) => bodyOf(delegateAdded, fact)?.name ?? bodyOf(delegateAmended, fact)?.changes.name ?? [])
      return names.at(-1) ?? ''
    },
    /** The merges by which somebody is one with others. */
    mergesOf(person: string): Merge[] {
      const members = new Set(journal.membersOf(person))
      const all = standingMerges(journal.counting(journal.facts.ofTypes([peopleMerged.type, peopleParted.type])))
      const found = all.flatMap((fact) => {
        const pair = bodyOf(peopleMerged, fact)
        return pair !== null && members.has(pair.one) ? [{ id: fact.subject, ...pair }] : []
      })
      return [...new Map(found.map((merge) => [merge.id, merge])).values()]
    },
  }
}
