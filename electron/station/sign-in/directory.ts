/** The directory: everyone on the list, findable as one types; kept in memory, and never ahead of the disk. */
import type { Database, Statement } from 'better-sqlite3'
import type { Journal } from '../journal/index.ts'
import { createPeopleIndex, type Found, type Similar } from './find/index.ts'

type Person = { id: string; name: string; organisation: string; role: string; email: string }

export function createDirectory(db: Database, journal: Journal) {
  const all: Statement<[], Person> = db.prepare(
    "SELECT id, name, organisation, role, email FROM delegate WHERE status = 'listed'",
  )
  const one: Statement<[string], Person> = db.prepare(
    "SELECT id, name, organisation, role, email FROM delegate WHERE id = ? AND status = 'listed'",
  )
  const version = () => Number(db.pragma('data_version', { simple: true }))
  let index: ReturnType<typeof createPeopleIndex> | null = null
  let built = -1

  /** Built when first needed, and again when another program (the terminal) has written to this data. */
  const ready = () => {
    if (index === null || built !== version()) {
      index = createPeopleIndex()
      for (const person of all.iterate()) index.put(person)
      built = version()
    }
    return index
  }
  journal.onCommit(({ changes, subjects }) => {
    if (index === null || !changes.has('delegates')) return
    for (const subject of subjects) {
      const person = one.get(subject)
      if (person === undefined) index.remove(subject)
      else index.put(person)
    }
  })
  return {
    find: (query: string, limit: number): Found[] => ready().find(query, { limit }),
    organisations: (typed: string, limit: number): string[] => ready().organisations(typed, limit),
    similar: (person: { name: string; organisation: string; email: string }, limit: number): Similar[] =>
      ready().similar(person, limit),
  }
}
