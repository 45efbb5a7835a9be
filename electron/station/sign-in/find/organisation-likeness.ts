/** Whether two names of organisations may mean the same place of work: “Solihull MBC”, “Solihull Council”, “SMBC”. */
import type { PeopleStore, Place } from './people-store.ts'

// Words that many organisations have.
const USUAL = new Set(
  `a academy and association authority board borough care centre centres charity children childrens city college community company council county district education
  foundation group health homes hospital housing integrated limited ltd mbc metropolitan nhs of partnership plc police primary school schools secondary service services
  social support st team the trust uk university young youth`.split(/\s+/),
)

const SAME = 1
const ALIKE = 0.95
const UNKNOWN = 0.92
const DIFFERENT = 0
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
    const telling = words.filter((word) => word.length > 2 && !USUAL.has(word))
    // Initials are kept as a word of the organisation that they stand for.
    if (words.length > 2) telling.push(words.map((word) => word.charAt(0)).join(''))
    const alike = new Set<number>()
    for (const word of telling) {
      const number = organisations.vocabulary.numberOf(word)
      if (number !== undefined) for (const other of organisations.withWord(number)) alike.add(other)
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
      likenessTo: (other) => (name === '' || other === 0 ? UNKNOWN : other === own ? SAME : alike.has(other) ? ALIKE : DIFFERENT),
      colleagues: own === undefined || own === 0 ? [] : organisations.peopleIn(own),
    }
  }
}
