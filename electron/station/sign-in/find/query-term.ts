/** What one typed word can mean: every word of a name or an organisation it may stand for, and how well. */
import { kinOf, type Kinship, namesStarting } from './nicknames.ts'
import type { Organisation, PeopleStore } from './people-store.ts'

/** Out of 100. A name that was typed in full is best; a guess never outdoes what was really typed. */
const WORTH = {
  whole: 100,
  start: 80,
  oneLetter: 50,
  oneEdit: 56,
  doubled: 54,
  twoEdits: 44,
  oneEditAtStart: 50,
  kinAtStart: 46,
  organisation: 40,
  organisationStart: 35,
  organisationEdit: 22,
}
const WORTH_OF_KIN: Record<Kinship, number> = { spelling: 76, short: 70, cousin: 60 }
/** The most a word of an organisation is worth. */
export const WORTH_OF_ORGANISATION = WORTH.organisation
/** How much less a word is worth where the name is cut or spelt another way than it is written. */
export const ALIAS_LESS = 4

// Three letters with one of them wrong are any name at all.
const SHORTEST_EDITED = 4

/** One typed word's meanings. */
export type QueryTerm = {
  /** The words of names it may stand for, and what each is worth, 1 to 100. */
  worth: ReadonlyMap<string, number>
  /** The same of organisations. */
  organisationWorth: ReadonlyMap<Organisation, number>
  /** About how many people it may stand for; nobody at 0. */
  people: number
  /** The most that anything it stands for is worth. */
  most: number
}

export type HowToRead = {
  /** Forgive an edit or two, and take the start of a short form for it. */
  edits: boolean
  /** Look at where people are from as well. */
  organisations: boolean
  /** It is all that was typed. */
  alone: boolean
}

/** What `typed`, one folded word, may mean among the people of the store. */
function readTerm(typed: string, how: HowToRead, { nameWords, organisationWords }: PeopleStore): QueryTerm {
  const worth = new Map<string, number>()
  const organisationWorth = new Map<Organisation, number>()
  const mean = (word: string, value: number): void => {
    if (nameWords.has(word)) worth.set(word, Math.max(value, worth.get(word) ?? 0))
  }
  const meanOrganisations = (word: string, value: number): void => {
    for (const organisation of organisationWords.ownersOf(word))
      organisationWorth.set(organisation, Math.max(value, organisationWorth.get(organisation) ?? 0))
  }

  for (const word of nameWords.withPrefix(typed)) {
    const { length } = word
    mean(word, length === typed.length ? WORTH.whole : WORTH.start + Math.floor((15 * typed.length) / length))
  }
  for (const [kin, as] of kinOf(typed)) mean(kin, WORTH_OF_KIN[as])
  // “John Smith” may be on the list as J Smith.
  if (!how.alone && typed.length > 1) mean(typed.charAt(0), WORTH.oneLetter)
  if (how.organisations) {
    for (const word of organisationWords.withPrefix(typed))
      meanOrganisations(word, word === typed ? WORTH.organisation : WORTH.organisationStart)
    // “Saint Wilfred's” is St Wilfred's.
    for (const [kin, as] of kinOf(typed)) if (as === 'spelling') meanOrganisations(kin, WORTH.organisationStart)
  }
  if (how.edits && typed.length >= 3) {
    for (const name of namesStarting(typed))
      for (const [kin, as] of kinOf(name)) if (as !== 'cousin') mean(kin, WORTH.kinAtStart)
  }
  if (how.edits && typed.length >= SHORTEST_EDITED) {
    const { whole, started } = nameWords.withinOneEdit(typed, true)
    for (const word of whole) mean(word, WORTH.oneEdit)
    for (const word of started) mean(word, WORTH.oneEditAtStart)
    for (const word of nameWords.doubledAs(typed)) mean(word, WORTH.doubled)
    for (const word of nameWords.withinTwoEdits(typed)) mean(word, WORTH.twoEdits)
    if (how.organisations) {
      const near = organisationWords.withinOneEdit(typed, true)
      for (const word of [...near.whole, ...near.started]) meanOrganisations(word, WORTH.organisationEdit)
    }
  }

  let people = 0
  for (const word of worth.keys()) people += nameWords.ownersOf(word).length
  for (const organisation of organisationWorth.keys()) people += organisation.people.length
  return { worth, organisationWorth, people, most: Math.max(0, ...worth.values(), ...organisationWorth.values()) }
}

/** Reads words for one search, each in each way once. */
export function createReader(store: PeopleStore) {
  const known = new Map<string, QueryTerm>()
  return (typed: string, how: HowToRead): QueryTerm => {
    const key = `${typed} ${how.edits} ${how.organisations} ${how.alone}`
    const term = known.get(key) ?? readTerm(typed, how, store)
    known.set(key, term)
    return term
  }
}
