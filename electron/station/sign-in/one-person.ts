/** Two entries of the list that are one person: said by an organiser, and taken back. */
import { type Actor, nameOf } from '../../../shared/domain/fact.ts'
import {
  bodyOf,
  type Journal,
  pairId,
  peopleMerged,
  peopleParted,
  personErased,
  standingMerges,
} from '../journal/index.ts'
import { delegateAdded } from './facts.ts'

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
