/** The best few of many, best first, kept in order as they come. */
import type { PeopleStore, Place } from './people-store.ts'

/** `reading` is how the typed words were read when this one was found. */
export type Ranked = { place: Place; score: number; reading: Reading }
/** The words that were looked for, joined or cut apart as they may be, and whether slips were forgiven. */
export type Reading = { words: readonly string[]; slips: boolean }

/** Equal scores stand in the order of their names, then organisations, so that a list does not depend on who was added first. */
export function createBestFew(store: PeopleStore, limit: number) {
  const best: Ranked[] = []
  const comesFirst = (one: Place, other: Place): boolean => {
    const alphabet = store.alphabet[one] ?? 0
    const otherAlphabet = store.alphabet[other] ?? 0
    if (alphabet !== otherAlphabet) return alphabet < otherAlphabet
    const [name, otherName] = [store.nameOf(one), store.nameOf(other)]
    if (name !== otherName) return name < otherName
    const [organisation, otherOrganisation] = [
      store.organisations.nameOf(store.organisationOf(one)),
      store.organisations.nameOf(store.organisationOf(other)),
    ]
    return organisation === otherOrganisation ? store.idOf(one) < store.idOf(other) : organisation < otherOrganisation
  }
  const isBefore = (place: Place, score: number, other: Ranked): boolean =>
    score === other.score ? comesFirst(place, other.place) : score > other.score
  return {
    list: best as readonly Ranked[],
    /** The score one has to reach to get in. */
    get least(): number {
      return best.length < limit ? 0 : (best.at(-1)?.score ?? 0)
    },
    offer(place: Place, score: number, reading: Reading): void {
      const last = best.length < limit ? undefined : best.at(-1)
      if (last !== undefined && !isBefore(place, score, last)) return
      const already = best.findIndex((ranked) => ranked.place === place)
      if (already >= 0) {
        if ((best[already]?.score ?? 0) >= score) return
        best.splice(already, 1)
      }
      const at = best.findIndex((ranked) => isBefore(place, score, ranked))
      best.splice(at < 0 ? best.length : at, 0, { place, score, reading })
      if (best.length > limit) best.pop()
    },
  }
}
export type BestFew = ReturnType<typeof createBestFew>
