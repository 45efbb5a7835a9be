/** What one typed word can mean: every word of a name or an organisation it may stand for, and how well. */
import { kinOf, namesStarting, type Kinship } from './nicknames.ts'
import type { PeopleStore } from './people-store.ts'

/** Out of 100. A name that was typed in full is best; a guess never outdoes what was really typed. */
const WORTH = { whole: 100, start: 80, oneLetter: 50, slip: 56, slipAtStart: 50, kinAtStart: 46, organisation: 40, organisationStart: 35, organisationSlip: 22 }
const WORTH_OF_KIN: Record<Kinship, number> = { spelling: 76, short: 70, cousin: 60 }
// A name cut or spelt another way than it is written.
const ALIAS_LESS = 4
/** The most a word of an organisation is worth. */
export const WORTH_OF_ORGANISATION = WORTH.organisation

// Three letters with one of them wrong are any name at all.
const SHORTEST_SLIP = 4

export type TypedWordMeaning = ReturnType<typeof createTypedWord>

/** Room for one typed word's meanings, to be filled again and again without making garbage. */
export function createTypedWord(store: PeopleStore) {
  const { vocabulary, organisations } = store
  let worth = new Uint8Array(1024)
  let organisationWorth = new Uint8Array(256)
  let words: number[] = []
  let companies: number[] = []
  let people = 0
  let most = 0

  const mean = (word: number | undefined, value: number): void => {
    if (word === undefined) return
    const before = worth[word] ?? 0
    if (before === 0) {
      words.push(word)
      people += store.peopleWith(word).length
    }
    if (value > before) worth[word] = value
    if (value > most) most = value
  }
  const meanOrganisations = (word: number, value: number): void => {
    for (const company of organisations.withWord(word)) {
      const before = organisationWorth[company] ?? 0
      if (before === 0) {
        companies.push(company)
        people += organisations.peopleIn(company).length
      }
      if (value > before) organisationWorth[company] = value
    }
  }

  return {
    /** Works out what `typed` may mean, forgiving `slips` or not. `alone` is true where it is all that was typed. */
    read(typed: string, slips: boolean, withOrganisations: boolean, alone: boolean): void {
      for (const word of words) worth[word] = 0
      for (const company of companies) organisationWorth[company] = 0
      words = []
      companies = []
      people = 0
      most = 0
      if (worth.length < vocabulary.size) worth = new Uint8Array(vocabulary.size * 2)
      if (organisationWorth.length < organisations.size) organisationWorth = new Uint8Array(organisations.size * 2)

      vocabulary.starting(typed, (word) => {
        const length = vocabulary.word(word).length
        mean(word, length === typed.length ? WORTH.whole : WORTH.start + Math.floor((15 * typed.length) / length))
      })
      for (const [kin, as] of kinOf(typed)) mean(vocabulary.numberOf(kin), WORTH_OF_KIN[as])
      // “John Smith” may be on the list as J Smith.
      if (!alone && typed.length > 1) mean(vocabulary.numberOf(typed.charAt(0)), WORTH.oneLetter)
      if (withOrganisations) {
        organisations.vocabulary.starting(typed, (word) => {
          meanOrganisations(word, organisations.vocabulary.word(word) === typed ? WORTH.organisation : WORTH.organisationStart)
        })
      }
      if (!slips) return

      if (typed.length >= 3) {
        for (const name of namesStarting(typed)) {
          for (const [kin, as] of kinOf(name)) if (as !== 'cousin') mean(vocabulary.numberOf(kin), WORTH.kinAtStart)
        }
      }
      if (typed.length >= SHORTEST_SLIP) {
        vocabulary.withinOneSlip(typed, true, (word, whole) => mean(word, whole ? WORTH.slip : WORTH.slipAtStart))
        if (withOrganisations) organisations.vocabulary.withinOneSlip(typed, true, (word) => meanOrganisations(word, WORTH.organisationSlip))
      }
    },
    /** How well this stands for a word as the store's pool has it, 0 to 100; 0 for not at all. */
    worthOfEntry(entry: number): number {
      const value = worth[entry >> 1] ?? 0
      return value > ALIAS_LESS && (entry & 1) === 1 ? value - ALIAS_LESS : value
    },
    worthOfOrganisation: (organisation: number): number => organisationWorth[organisation] ?? 0,
    /** About how many people it may stand for; nobody at 0. */
    get people(): number {
      return people
    },
    /** The most that any word it stands for is worth. */
    get most(): number {
      return Math.max(most, companies.length > 0 ? WORTH.organisation : 0)
    },
    /** Words of names it may stand for, the best first. */
    bestFirst: (): readonly number[] => words.sort((one, other) => (worth[other] ?? 0) - (worth[one] ?? 0)),
    /** Organisations it may stand for. */
    get companies(): readonly number[] {
      return companies
    },
  }
}
