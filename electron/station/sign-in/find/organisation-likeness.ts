/** Whether two names of organisations may mean the same place of work: “Solihull MBC”, “Solihull Council”, “SMBC”. */
import type { PeopleStore, Place } from './people-store.ts'

const SAME = 1
const ALIKE = 0.95
const UNKNOWN = 0.92
const DIFFERENT = 0
const FEW = 4
const MOST_REMEMBERED = 5000

export type OrganisationLikeness = {
  /** 1 for the same organisation, 0 for a different one; between for one that may be the same or is not known. */
  likenessTo: (other: number) => number
  /** Who is on the list from exactly this organisation. */
  colleagues: readonly Place[]
}

/** Gives a function that takes an organisation's name and compares it with those of the store, by their numbers. */
export function createOrganisationLikeness(store: PeopleStore) {
  const { organisations } = store
  let remembered = new Map<string, { of: number; alike: ReadonlySet<number> }>()

  function findAlike(name: string): ReadonlySet<number> {
    const words = organisations.split(name)
    // Initials are kept as a word of the organisation that they stand for.
    const initials = words.length > 2 ? [words.map((word) => word.charAt(0)).join('')] : []
    // “Council” and “college” tell nothing, nor does the town’s name in a hall where half of them have it.
    const usual = Math.max(FEW, organisations.size / 100)
    const alike = new Set<number>()
    for (const word of [...words, ...initials]) {
      const number = word.length > 2 ? organisations.vocabulary.numberOf(word) : undefined
      const others = number === undefined ? [] : organisations.withWord(number)
      if (others.length <= usual) for (const other of others) alike.add(other)
    }
    return alike
  }

  return (name: string): OrganisationLikeness => {
    const own = organisations.find(name)
    let known = remembered.get(name)
    if (known?.of !== organisations.size) {
      if (remembered.size >= MOST_REMEMBERED) remembered = new Map()
      known = { of: organisations.size, alike: findAlike(name) }
      remembered.set(name, known)
    }
    const { alike } = known
    return {
      likenessTo: (other) =>
        name === '' || other === 0 ? UNKNOWN : other === own ? SAME : alike.has(other) ? ALIKE : DIFFERENT,
      colleagues: own === undefined || own === 0 ? [] : organisations.peopleIn(own),
    }
  }
}
