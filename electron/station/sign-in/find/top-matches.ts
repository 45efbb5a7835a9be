/** The top few of many matches, best first, kept in order as they come. */
import type { Person } from './people-store.ts'

export type Match = {
  person: Person
  /** 0 to 1; 1 is best. */
  score: number
  /** The words as they were read, and for each of them which of the person's words it stands for; -1 for the organisation. */
  typed: readonly string[]
  spots: readonly number[]
}

const compare = <T>(one: T, other: T): number => (one === other ? 0 : one < other ? -1 : 1)

/** Equal scores stand in the order of their names, then organisations, so that a list does not depend on who was added first. */
const comparePeople = (one: Person, other: Person): number =>
  compare(one.sortKey, other.sortKey) ||
  compare(one.name, other.name) ||
  compare(one.organisation.name, other.organisation.name) ||
  compare(one.id, other.id)

/** An empty list of at most `limit` people, each of them once, at the best score that they were offered with. */
export function createTopMatches(limit: number) {
  const top: Match[] = []
  const isBefore = (match: Match, other: Match): boolean =>
    match.score === other.score ? comparePeople(match.person, other.person) < 0 : match.score > other.score
  return {
    list: top as readonly Match[],
    /** The score one has to reach to get in. */
    get least(): number {
      return top.length < limit ? 0 : (top.at(-1)?.score ?? 0)
    },
    offer(match: Match): void {
      const last = top.length < limit ? undefined : top.at(-1)
      if (last !== undefined && !isBefore(match, last)) return
      const already = top.findIndex(({ person }) => person === match.person)
      if (already >= 0) {
        if ((top[already]?.score ?? 0) >= match.score) return
        top.splice(already, 1)
      }
      const index = top.findIndex((other) => isBefore(match, other))
      top.splice(index < 0 ? top.length : index, 0, match)
      if (top.length > limit) top.pop()
    },
  }
}
export type TopMatches = ReturnType<typeof createTopMatches>
