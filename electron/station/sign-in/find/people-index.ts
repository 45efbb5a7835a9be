/** The people finder: everyone on the list in memory, found as one types, and compared to catch the same person twice. */
import { createDuplicateFinder, type Likeness, type Newcomer } from './duplicates.ts'
import { type Mark, marksIn } from './marks.ts'
import { organisationsStarting } from './organisation-start.ts'
import { createPeopleStore, type Findable } from './people-store.ts'
import { createSearch, type FindOptions } from './search.ts'

export type Found = {
  id: string
  /** Best is 1. Only good for comparing the answers to one query. */
  score: number
  /** Parts of the name to highlight. */
  marks: Mark[]
}

export type Similar = Likeness & { id: string }

/** An index with nobody in it. It holds names and e-mails in memory only, and what is removed can no longer be found. */
export function createPeopleIndex() {
  const store = createPeopleStore()
  const search = createSearch(store)
  const duplicates = createDuplicateFinder(store)
  /** Takes somebody out; nothing happens where the id is not known. */
  function remove(id: string): void {
    const known = store.get(id)
    if (known === undefined) return
    store.remove(known)
    duplicates.remove(known)
  }
  return {
    /** How many people it holds. */
    get size(): number {
      return store.size
    },
    /** Adds somebody, or changes them where the id is known. */
    put(person: Findable): void {
      const known = store.get(person.id)
      if (known?.name === person.name && known.otherName === (person.otherName ?? '')) return store.move(known, person)
      remove(person.id)
      duplicates.add(store.add(person))
    },
    remove,
    /**
     * Who may be meant by what has been typed so far, likeliest first; nobody before three letters, but `shortNames`. Words come in any
     * order, each may be only begun, and may be of the organisation; a whole e-mail address finds its owner.
     */
    find: (query: string, options?: FindOptions): Found[] =>
      search(query, options).map(({ person, score, typed, spots }) => ({
        id: person.id,
        score,
        marks: marksIn(
          person.name,
          typed.map((word, next) => ({ typed: word, index: spots[next] ?? -1 })),
        ),
      })),
    /**
     * Names of organisations that somebody here is from and that start, at any of their words, as was typed; those with the
     * most people first. None that fewer than `least` people are from.
     */
    organisations: (typed: string, limit: number, least = 1): string[] =>
      organisationsStarting(store, typed, limit, Math.max(1, least)),
    /**
     * Who on the list may already be this person, likeliest first, at most `limit`: those who probably are (`likely`) and
     * those worth a look.
     */
    similar: (newcomer: Newcomer, limit = 5): Similar[] =>
      duplicates.find(newcomer, limit).map(({ person, ...like }) => ({ id: person.id, ...like })),
  }
}
