/** Everyone in the index: their names as numbered words, and who has each word, each organisation and each e-mail. */
import { hashText, type KeyTable, createKeyTable } from './key-table.ts'
import { type NameWord, wordsOf, wordsOfName } from './name-words.ts'
import { createVocabulary } from './vocabulary.ts'

/** Someone who can be found. `role` is not searched; it may be left out. */
export type Findable = { id: string; name: string; organisation: string; role?: string; email?: string }

/** One person's place in the store; places of people who were removed are used again. */
export type Place = number

/** `learn` is called when a name has come to a place, `forget` before one goes. */
export type NameListener = { learn: (place: Place) => void; forget: (place: Place) => void }

export type PeopleStore = ReturnType<typeof createPeopleStore>

const NONE: readonly number[] = []

/** Takes `value` out of a list whose order means nothing. */
function takeOut(list: number[] | undefined, value: number): void {
  const at = list?.lastIndexOf(value) ?? -1
  if (list === undefined || at < 0) return
  const last = list.pop()
  if (last !== undefined && at < list.length) list[at] = last
}

const wordsOfOrganisation = (name: string): string[] => wordsOf(name).map((word) => word.text)

function createOrganisations() {
  const vocabulary = createVocabulary()
  const numbers = new Map<string, number>()
  const names: string[] = []
  const words: string[][] = []
  const people: Place[][] = []
  const withWord: number[][] = []
  return {
    vocabulary,
    /** The number of an organisation; 0 is for none. */
    numberFor(name: string): number {
      const known = numbers.get(name)
      if (known !== undefined) return known
      const main = wordsOfOrganisation(name)
      const initials = main.length > 2 ? main.map((word) => word.charAt(0)).join('') : ''
      const number = words.push(main) - 1
      names.push(name)
      numbers.set(name, number)
      people.push([])
      for (const word of new Set(initials === '' ? main : [...main, initials])) {
        const at = vocabulary.add(word)
        const list = withWord[at]
        if (list === undefined) withWord[at] = [number]
        else list.push(number)
      }
      return number
    },
    /** The number of an organisation that somebody is from, or was. */
    find: (name: string): number | undefined => numbers.get(name),
    split: wordsOfOrganisation,
    nameOf: (number: number): string => names[number] ?? '',
    wordsOf: (number: number): readonly string[] => words[number] ?? [],
    peopleIn: (number: number): readonly Place[] => people[number] ?? NONE,
    withWord: (word: number): readonly number[] => withWord[word] ?? NONE,
    join: (number: number, place: Place): void => void people[number]?.push(place),
    leave: (number: number, place: Place): void => takeOut(people[number], place),
    get size(): number {
      return words.length
    },
  }
}

const LETTERS_SORTED = 10

/** The first ten letters of a name as one number that sorts as they do, as far as A to Z go. */
function alphabetOf(words: readonly NameWord[]): number {
  let number = 0
  let letters = 0
  for (const { text, alias } of words) {
    for (let i = 0; !alias && i <= text.length && letters < LETTERS_SORTED; i++, letters++) {
      // A space, at the end of each word, comes before any letter.
      number = number * 32 + (i === text.length ? 0 : Math.min(31, Math.max(1, text.charCodeAt(i) - 96)))
    }
  }
  return number * 32 ** (LETTERS_SORTED - letters)
}

/** A store with nobody in it. What others may read is read-only; only `put` and `remove` change it. */
export function createPeopleStore() {
  let listener: NameListener = { learn: () => undefined, forget: () => undefined }
  const learn = (place: Place) => listener.learn(place)
  const forget = (place: Place) => listener.forget(place)
  const vocabulary = createVocabulary()
  const organisations = createOrganisations()
  organisations.numberFor('')
  const places = new Map<string, Place>()
  const free: Place[] = []
  const ids: string[] = []
  const names: string[] = []
  const emails: string[] = []
  const organisationOf: number[] = []
  const alphabet: number[] = []
  // Each person's words lie together in `pool`: number × 2, plus one for an alias; `mains` of them are main ones, first.
  const starts: number[] = []
  const counts: number[] = []
  const mains: number[] = []
  const pool: number[] = []
  const freeRuns: number[][] = []
  const withWord: Place[][] = []
  const byEmail: KeyTable = createKeyTable()

  function startFor(count: number): number {
    const run = freeRuns[count]?.pop()
    if (run !== undefined) return run
    const start = pool.length
    for (let i = 0; i < count; i++) pool.push(0)
    return start
  }

  function forgetWords(place: Place): void {
    const [start, count] = [starts[place] ?? 0, counts[place] ?? 0]
    for (let i = start; i < start + count; i++) takeOut(withWord[(pool[i] ?? 0) >> 1], place)
    if (count > 0) {
      const runs = freeRuns[count]
      if (runs === undefined) freeRuns[count] = [start]
      else runs.push(start)
    }
    counts[place] = 0
  }

  function learnWords(place: Place, name: string): void {
    const words = wordsOfName(name)
    const start = startFor(words.length)
    starts[place] = start
    counts[place] = words.length
    let main = 0
    for (let i = 0; i < words.length; i++) {
      const word = words[i]
      if (word === undefined) continue
      const number = vocabulary.add(word.text)
      pool[start + i] = number * 2 + (word.alias ? 1 : 0)
      if (!word.alias) main++
      const list = withWord[number]
      if (list === undefined) withWord[number] = [place]
      else list.push(place)
    }
    mains[place] = main
    alphabet[place] = alphabetOf(words)
  }

  function setOrganisation(place: Place, name: string): void {
    const number = organisations.numberFor(name)
    organisationOf[place] = number
    if (number !== 0) organisations.join(number, place)
  }

  function setEmail(place: Place, email: string): void {
    emails[place] = email
    if (email !== '') byEmail.add(hashText(email), place)
  }

  return {
    vocabulary,
    organisations,
    /** Has somebody told of every name that comes and goes from now on. */
    listen(to: NameListener): void {
      listener = to
    },
    /** How many are in the store. */
    get size(): number {
      return places.size
    },
    /** One more than the greatest place in use. */
    get end(): number {
      return ids.length
    },
    /** Adds somebody, or changes them.  */
    put(person: Findable): void {
      const email = (person.email ?? '').trim().toLowerCase()
      const organisation = person.organisation.trim()
      const known = places.get(person.id)
      if (known === undefined) {
        const place = free.pop() ?? ids.length
        places.set(person.id, place)
        ids[place] = person.id
        names[place] = person.name
        setOrganisation(place, organisation)
        setEmail(place, email)
        learnWords(place, person.name)
        learn(place)
        return
      }
      if (organisationOf[known] !== organisations.numberFor(organisation)) {
        organisations.leave(organisationOf[known] ?? 0, known)
        setOrganisation(known, organisation)
      }
      if (emails[known] !== email) {
        byEmail.remove(hashText(emails[known] ?? ''), known)
        setEmail(known, email)
      }
      if (names[known] !== person.name) {
        forget(known)
        forgetWords(known)
        names[known] = person.name
        learnWords(known, person.name)
        learn(known)
      }
    },
    /** Takes somebody out; nothing happens where the id is not known. */
    remove(id: string): void {
      const place = places.get(id)
      if (place === undefined) return
      forget(place)
      forgetWords(place)
      organisations.leave(organisationOf[place] ?? 0, place)
      byEmail.remove(hashText(emails[place] ?? ''), place)
      places.delete(id)
      ids[place] = names[place] = emails[place] = ''
      free.push(place)
    },
    idOf: (place: Place): string => ids[place] ?? '',
    nameOf: (place: Place): string => names[place] ?? '',
    emailOf: (place: Place): string => emails[place] ?? '',
    organisationOf: (place: Place): number => organisationOf[place] ?? 0,
    peopleWith: (word: number): readonly Place[] => withWord[word] ?? NONE,
    /** The main words of a person's name. */
    wordsOf(place: Place): string[] {
      const start = starts[place] ?? 0
      return Array.from({ length: mains[place] ?? 0 }, (_, at) => vocabulary.word((pool[start + at] ?? 0) >> 1))
    },
    /** Calls `visit` with everyone who may have this e-mail, which is in small letters; look before you believe it. */
    withEmail: (email: string, visit: (place: Place) => void): void => byEmail.each(hashText(email), visit),
    /** Where in `pool` a person's words start, how many there are, and how many of those are main words. */
    starts: starts as readonly number[],
    counts: counts as readonly number[],
    mains: mains as readonly number[],
    pool: pool as readonly number[],
    /** A number for each person that sorts as the start of their name does. */
    alphabet: alphabet as readonly number[],
  }
}
