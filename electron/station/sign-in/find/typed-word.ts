/** What one typed word can mean: every word of a name or an organisation it may stand for, and how well. */
import { kinOf, type Kinship, namesStarting } from './nicknames.ts'
import type { PeopleStore } from './people-store.ts'

/** Out of 100. A name that was typed in full is best; a guess never outdoes what was really typed. */
const WORTH = {
  whole: 100,
  start: 80,
  oneLetter: 50,
  slip: 56,
  doubled: 54,
  twoSlips: 44,
  slipAtStart: 50,
  kinAtStart: 46,
  organisation: 40,
  organisationStart: 35,
  organisationSlip: 22,
}
const WORTH_OF_KIN: Record<Kinship, number> = { spelling: 76, short: 70, cousin: 60 }
/** The most a word of an organisation is worth. */
export const WORTH_OF_ORGANISATION = WORTH.organisation
/** How much less a word is worth where the name is cut or spelt another way than it is written. */
export const ALIAS_LESS = 4

// Three letters with one of them wrong are any name at all.
const SHORTEST_SLIP = 4

/** One typed word's meanings. Room that is filled again for each word, so that typing makes no garbage. */
export type Meaning = {
  /** By word of names: what it is worth, 0 to 100; 0 where it does not stand for it. */
  worth: Uint8Array
  /** The same by organisation. */
  organisationWorth: Uint8Array
  /** The words of names and the organisations it may stand for. */
  words: number[]
  organisations: number[]
  /** About how many people it may stand for; nobody at 0. */
  people: number
  /** The most that anything it stands for is worth. */
  most: number
}

export const createMeaning = (): Meaning => ({
  worth: new Uint8Array(1024),
  organisationWorth: new Uint8Array(256),
  words: [],
  organisations: [],
  people: 0,
  most: 0,
})

function clear(meaning: Meaning, { vocabulary, organisations }: PeopleStore): void {
  for (const word of meaning.words) meaning.worth[word] = 0
  for (const organisation of meaning.organisations) meaning.organisationWorth[organisation] = 0
  meaning.words = []
  meaning.organisations = []
  meaning.people = meaning.most = 0
  if (meaning.worth.length < vocabulary.size) meaning.worth = new Uint8Array(vocabulary.size * 2)
  if (meaning.organisationWorth.length < organisations.size)
    meaning.organisationWorth = new Uint8Array(organisations.size * 2)
}

export type HowToRead = {
  /** Forgive one slip of the fingers, and take the start of a short form for it. */
  slips: boolean
  /** Look at where people are from as well. */
  organisations: boolean
  /** It is all that was typed. */
  alone: boolean
}

/** Works out what `typed` may mean, into `meaning`. */
export function readWord(meaning: Meaning, typed: string, how: HowToRead, store: PeopleStore): void {
  const { vocabulary, organisations } = store
  clear(meaning, store)
  const mean = (word: number | undefined, value: number): void => {
    if (word === undefined) return
    const before = meaning.worth[word] ?? 0
    if (before === 0) {
      meaning.words.push(word)
      meaning.people += store.peopleWith(word).length
    }
    if (value > before) meaning.worth[word] = value
    if (value > meaning.most) meaning.most = value
  }
  const meanOrganisations = (word: number, value: number): void => {
    for (const organisation of organisations.withWord(word)) {
      const before = meaning.organisationWorth[organisation] ?? 0
      if (before === 0) {
        meaning.organisations.push(organisation)
        meaning.people += organisations.peopleIn(organisation).length
      }
      if (value > before) meaning.organisationWorth[organisation] = value
    }
    if (value > meaning.most) meaning.most = value
  }

  vocabulary.starting(typed, (word) => {
    const { length } = vocabulary.word(word)
    mean(word, length === typed.length ? WORTH.whole : WORTH.start + Math.floor((15 * typed.length) / length))
  })
  for (const [kin, as] of kinOf(typed)) mean(vocabulary.numberOf(kin), WORTH_OF_KIN[as])
  // “John Smith” may be on the list as J Smith.
  if (!how.alone && typed.length > 1) mean(vocabulary.numberOf(typed.charAt(0)), WORTH.oneLetter)
  if (how.organisations) {
    organisations.vocabulary.starting(typed, (word) => {
      meanOrganisations(
        word,
        organisations.vocabulary.word(word) === typed ? WORTH.organisation : WORTH.organisationStart,
      )
    })
    // “Saint Wilfred's” is St Wilfred's.
    for (const [kin, as] of kinOf(typed)) {
      const word = as === 'spelling' ? organisations.vocabulary.numberOf(kin) : undefined
      if (word !== undefined) meanOrganisations(word, WORTH.organisationStart)
    }
  }
  if (!how.slips) return

  if (typed.length >= 3) {
    for (const name of namesStarting(typed)) {
      for (const [kin, as] of kinOf(name)) if (as !== 'cousin') mean(vocabulary.numberOf(kin), WORTH.kinAtStart)
    }
  }
  if (typed.length >= SHORTEST_SLIP) {
    vocabulary.withinOneSlip(typed, true, (word, whole) => mean(word, whole ? WORTH.slip : WORTH.slipAtStart))
    vocabulary.doubled(typed, (word) => mean(word, WORTH.doubled))
    vocabulary.withinTwoSlips(typed, (word) => mean(word, WORTH.twoSlips))
    if (how.organisations)
      organisations.vocabulary.withinOneSlip(typed, true, (word) => meanOrganisations(word, WORTH.organisationSlip))
  }
}
