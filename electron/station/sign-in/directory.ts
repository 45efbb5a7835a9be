/** The directory: everyone on the list, findable as one types; kept in memory, and never ahead of the disk. */
import type { Database, Statement } from 'better-sqlite3'
import type { StoredDelegate } from '../../../shared/domain/delegate.ts'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import { createProtection } from '../../../shared/domain/protected-people.ts'
import { createDataVersion } from '../kernel/database/index.ts'
import type { Journal } from '../kernel/journal/index.ts'
import { createPeopleIndex, type Found, mainWordsOf, type Similar } from './find/index.ts'

type Person = Pick<StoredDelegate, 'id' | 'name' | 'listName' | 'organisation' | 'area' | 'role' | 'sector' | 'email'>

const PERSON =
  "SELECT id, name, listName, organisation, area, role, sector, email FROM delegate WHERE status = 'listed'"

/** True where all that somebody is called stands in what a list calls them. */
const isPartOf = (name: string, listName: string): boolean => {
  const listed = mainWordsOf(listName)
  return mainWordsOf(name).every((word) => listed.includes(word))
}

/** `pack` is that of the event which the station serves now. */
export function createDirectory(db: Database, journal: Journal, pack: () => EventPack) {
  const all: Statement<[], Person> = db.prepare(PERSON)
  const one: Statement<[string], Person> = db.prepare(`${PERSON} AND id = ?`)
  const version = createDataVersion(db)

  /** An index of those whom `belongs` takes. Another answer of `basisNow` is another list, and it is built anew. */
  function createListed(
    basisNow: () => string,
    belongs: (person: Person) => boolean,
    otherNameOf: (person: Person) => string,
  ) {
    let index: ReturnType<typeof createPeopleIndex> | null = null
    let built = -1
    let upon = ''
    journal.onCommit(({ changes, subjects }) => {
      if (index === null || !changes.has('delegates')) return
      for (const subject of subjects) {
        const person = one.get(subject)
        if (person === undefined || !belongs(person)) index.remove(subject)
        else index.put({ ...person, otherName: otherNameOf(person) })
      }
    })
    /** Built when first needed, and again when another program (the terminal) has written to this data. */
    return () => {
      const now = basisNow()
      if (index === null || built !== version() || upon !== now) {
        index = createPeopleIndex()
        upon = now
        for (const person of all.iterate())
          if (belongs(person)) index.put({ ...person, otherName: otherNameOf(person) })
        built = version()
      }
      return index
    }
  }

  let sectors: EventPack['sectors'] | null = null
  let basis = ''
  let isProtected = createProtection([])
  const everybody = createListed(
    () => '',
    () => true,
    ({ listName }) => listName,
  )
  // A list of its own, not the whole one with some left out of its answers: whoever is protected has no part in what a
  // stranger is answered, not even by being in the way of somebody else.
  const unprotected = createListed(
    () => {
      const now = pack().sectors
      if (now !== sectors) {
        sectors = now
        basis = JSON.stringify(now)
        isProtected = createProtection(now)
      }
      return basis
    },
    (person) => !isProtected(person),
    // What a list calls somebody otherwise than they asked is staff’s alone. “Ada” who is listed as Ada Okafor may say all of it.
    ({ name, listName }) => (isPartOf(name, listName) ? listName : ''),
  )
  type Whom = { name: string; organisation: string; email: string }
  const over = (ready: () => ReturnType<typeof createPeopleIndex>) => ({
    /** `shortNames`: two letters find those who are called just so; for staff alone. */
    find: (query: string, limit: number, shortNames = false): Found[] => ready().find(query, { limit, shortNames }),
    similar: (person: Whom, limit: number): Similar[] => ready().similar(person, limit),
    /** Those with the most people first; only those that at least so many are from. */
    organisations: (typed: string, limit: number, least = 1): string[] => ready().organisations(typed, limit, least),
  })
  return {
    ...over(everybody),
    /** The same without those whom nobody may find by their name at a screen that anyone may stand at. */
    forAnyone: over(unprotected),
  }
}
