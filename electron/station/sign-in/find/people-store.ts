/** Everyone in the finder, and the indexes that lead to them: the words of their names, their e-mails, and where they are from. */
import { wordsOf, wordsOfName } from './name-words.ts'
import { createPostings } from './postings.ts'
import { createTermIndex } from './term-index.ts'

/** Someone who can be found. `role` is not searched; it may be left out. */
export type Findable = {
  id: string
  name: string
  otherName?: string
  organisation: string
  role?: string
  email?: string
}

/** Where people are from; one for each name as it is written. */
export type Organisation = { name: string; people: Person[] }

/** Someone in the store. */
export type Person = {
  id: string
  name: string
  /** What a list calls them besides; empty for nothing. It finds them, and is never shown by the finder. */
  otherName: string
  /** In small letters; empty for none. */
  email: string
  organisation: Organisation
  /** The words of the name: `mainWords`, in their order, before its aliases, and after them those of the other name. */
  words: readonly string[]
  mainWords: readonly string[]
  /** The main words of the other name. */
  otherWords: readonly string[]
  /** What lists are sorted by where scores are equal. */
  sortKey: string
}

export type PeopleStore = ReturnType<typeof createPeopleStore>

const LETTERS_SORTED = 10

/** The first ten letters of a name, each word with a space behind it. Digits sort as “a”, and letters of other alphabets after “z”. */
const sortKeyOf = (mainWords: readonly string[]): string =>
  mainWords
    .map((word) => `${word} `)
    .join('')
    .slice(0, LETTERS_SORTED)
    .replace(/[^a-z ]/g, (letter) => (letter < 'a' ? 'a' : '{'))

const emailOf = ({ email = '' }: Findable): string => email.trim().toLowerCase()

/** The words of an organisation's name, folded; in their order, aliases behind them. */
export const wordsOfOrganisation = (name: string): string[] => wordsOf(name).map(({ text }) => text)

/** The words that an organisation is found by: those of its name, and its initials where it has three words or more. */
function termsOfOrganisation(name: string): Set<string> {
  const words = wordsOfOrganisation(name)
  return new Set(words.length > 2 ? [...words, words.map((word) => word.charAt(0)).join('')] : words)
}

/** A store with nobody in it. Others read it; only `add`, `move` and `remove` change it, and what is removed is in no index any more. */
export function createPeopleStore() {
  const people = new Map<string, Person>()
  const nameWords = createTermIndex<Person>()
  const emails = createPostings<Person>()
  /** Whoever is from nowhere that is known. */
  const nowhere: Organisation = { name: '', people: [] }
  const organisations = new Map<string, Organisation>([['', nowhere]])
  const organisationWords = createTermIndex<Organisation>()

  function organisationFor(name: string): Organisation {
    const known = organisations.get(name)
    if (known !== undefined) return known
    const organisation: Organisation = { name, people: [] }
    organisations.set(name, organisation)
    for (const term of termsOfOrganisation(name)) organisationWords.add(term, organisation)
    return organisation
  }

  function join(person: Person, organisation: Organisation): void {
    person.organisation = organisation
    organisation.people.push(person)
  }

  function leave(person: Person): void {
    const { organisation } = person
    organisation.people.splice(organisation.people.indexOf(person), 1)
    if (organisation.people.length > 0 || organisation === nowhere) return
    organisations.delete(organisation.name)
    for (const term of termsOfOrganisation(organisation.name)) organisationWords.remove(term, organisation)
  }

  function setEmail(person: Person, email: string): void {
    if (person.email !== '') emails.remove(person.email, person)
    person.email = email
    if (email !== '') emails.add(email, person)
  }

  return {
    /** From the words of names to people. */
    nameWords,
    /** From e-mails, in small letters, to people. */
    emails,
    /** All organisations that somebody is from, by their names, and one without a name. */
    organisations: organisations as ReadonlyMap<string, Organisation>,
    /** From the words and initials of organisations to them. */
    organisationWords,
    /** How many are in the store. */
    get size(): number {
      return people.size
    },
    /** Who has this id; undefined where nobody has. */
    get: (id: string): Person | undefined => people.get(id),
    /** Adds somebody, whose id must not be known. */
    add(one: Findable): Person {
      const words = wordsOfName(one.name)
      const mainWords = words.filter(({ alias }) => !alias).map(({ text }) => text)
      const otherName = one.otherName ?? ''
      const own = words.map(({ text }) => text)
      const others = otherName === '' ? [] : wordsOfName(otherName)
      const person: Person = {
        id: one.id,
        name: one.name,
        otherName,
        email: '',
        organisation: nowhere,
        words: [...own, ...others.map(({ text }) => text).filter((text) => !own.includes(text))],
        mainWords,
        otherWords: others.filter(({ alias }) => !alias).map(({ text }) => text),
        sortKey: sortKeyOf(mainWords),
      }
      people.set(one.id, person)
      join(person, organisationFor(one.organisation.trim()))
      setEmail(person, emailOf(one))
      for (const word of new Set(person.words)) nameWords.add(word, person)
      return person
    },
    /** Changes where somebody is from and their e-mail. Who keeps their name keeps their place among namesakes. */
    move(person: Person, to: Findable): void {
      const organisation = to.organisation.trim()
      if (organisation !== person.organisation.name) {
        leave(person)
        join(person, organisationFor(organisation))
      }
      if (emailOf(to) !== person.email) setEmail(person, emailOf(to))
    },
    /** Takes somebody out. */
    remove(person: Person): void {
      people.delete(person.id)
      leave(person)
      setEmail(person, '')
      for (const word of new Set(person.words)) nameWords.remove(word, person)
    },
  }
}
