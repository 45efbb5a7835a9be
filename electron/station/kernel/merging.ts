/** Two entries that are one: said by an organiser, and taken back. The same for people of the list and for pledges. */
import { type Actor, type Fact, nameOf } from '../../../shared/domain/fact.ts'
import { bodyOf, type Family, type Journal, standingMerges, typesIn, type Writer } from './journal/index.ts'

/** A merge that stands: `id` is its own, to part them by. */
export type Merge = { id: string; one: string; other: string; reason: string }

export function createMerging(journal: Journal, family: Family) {
  const { merged, parted, pairId } = family
  const mergesAbout = (id: string) => standingMerges(family, journal.counting(journal.facts.about(id)))
  return {
    /** From now on they count, and are listed, as one. Writes nothing where they are already. Null where they are the same entry. `more`: what such a fact says besides; `also`: what is said with it. */
    merge(
      actor: Actor,
      one: string,
      other: string,
      reason: string,
      { more = {}, also }: { more?: object; also?: (write: Writer) => void } = {},
    ): string | null {
      const id = pairId(one, other)
      if (one === other) return null
      if (mergesAbout(id).length === 0)
        journal.commit(actor, (write) => {
          write.about(merged, id, { one, other, reason, ...more })
          also?.(write)
        })
      return id
    },
    /** They are two after all. False where no merge of this id stands. */
    part(actor: Actor, id: string, reason: string): boolean {
      const takesBack = mergesAbout(id).map(nameOf)
      if (takesBack.length > 0) journal.commit(actor, (write) => void write.about(parted, id, { takesBack, reason }))
      return takesBack.length > 0
    },
    /** All facts that say, or said, that one of these is one with something. */
    factsAbout(ids: readonly string[]): Fact[] {
      const all = journal.facts.ofTypes(typesIn(family))
      const pairs = new Set(
        all.flatMap((fact) => {
          const pair = bodyOf(merged, fact)
          return pair !== null && (ids.includes(pair.one) || ids.includes(pair.other)) ? [fact.subject] : []
        }),
      )
      return all.filter(({ subject }) => pairs.has(subject) && !ids.includes(subject))
    },
    /** The merges by which something is one with others. */
    mergesOf(id: string): Merge[] {
      const members = new Set(journal.membersOf(id))
      const all = standingMerges(family, journal.counting(journal.facts.ofTypes(typesIn(family))))
      const found = all.flatMap((fact): Merge[] => {
        const pair = bodyOf(merged, fact)
        return pair !== null && members.has(pair.one)
          ? [{ id: fact.subject, one: pair.one, other: pair.other, reason: pair.reason }]
          : []
      })
      return [...new Map(found.map((merge) => [merge.id, merge])).values()]
    },
  }
}
