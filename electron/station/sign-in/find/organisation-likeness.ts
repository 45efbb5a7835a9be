/** Whether two names of organisations may mean the same place of work: “Solihull MBC”, “Solihull Council”, “SMBC”. */
import { type Organisation, type PeopleStore, type Person, wordsOfOrganisation } from './people-store.ts'

const SAME = 1
const ALIKE = 0.95
const UNKNOWN = 0.92
const DIFFERENT = 0
const FEW = 4

export type OrganisationLikeness = {
  /** 1 for the same organisation, 0 for a different one; between for one that may be the same or is not known. */
  likenessTo: (other: Organisation) => number
  /** Who is on the list from exactly this organisation. */
  colleagues: readonly Person[]
}

/** Compares a newcomer's organisation, by its name, with those of the store. */
export function compareOrganisations(
  { organisations, organisationWords }: PeopleStore,
  name: string,
): OrganisationLikeness {
  const words = wordsOfOrganisation(name)
  // Initials are kept as a word of the organisation that they stand for.
  const initials = words.length > 2 ? [words.map((word) => word.charAt(0)).join('')] : []
  // “Council” and “college” tell nothing, nor does the town’s name in a hall where half of them have it.
  const usual = Math.max(FEW, organisations.size / 100)
  const alike = new Set(
    [...words, ...initials]
      .map((word) => (word.length > 2 ? organisationWords.ownersOf(word) : []))
      .filter((owners) => owners.length <= usual)
      .flat(),
  )
  const own = organisations.get(name)
  return {
    likenessTo: (other) =>
      name === '' || other.name === '' ? UNKNOWN : other === own ? SAME : alike.has(other) ? ALIKE : DIFFERENT,
    colleagues: name === '' ? [] : (own?.people ?? []),
  }
}
