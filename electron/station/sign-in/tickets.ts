/** Whose ticket a scan is, also where the scanner or its keyboard changed what the list has; in memory, never ahead of the disk. */
import type { Database, Statement } from 'better-sqlite3'
import { onOtherKeyboards, withCapsLock } from '../../../shared/domain/keyboard-layout.ts'
import { codesIn, withoutCodeKind } from '../../../shared/domain/ticket-code.ts'
import { createDataVersion } from '../kernel/database/index.ts'
import type { Journal } from '../kernel/journal/index.ts'

type Ticket = { id: string; ticket: string }
/** From a code to the ids of those whose it is. */
type Owners = Map<string, Set<string>>

const TICKETS = "SELECT id, ticket FROM delegate WHERE ticket <> ''"

/** What can have happened to a ticket on its way from the paper to here, the least first: each is tried where nobody was found so far. */
function readingsOf(scanned: string, capsLock: boolean): { codes: string[]; anyCase: boolean }[] {
  const given = [...new Set([scanned, withoutCodeKind(scanned)])].filter((text) => text !== '')
  // Some scanners see Caps Lock and type round it, others do not: where it is on, neither reading is the likelier.
  const plain = capsLock ? [...new Set([...given, ...given.map(withCapsLock)])] : given
  const typed = plain.flatMap((text) => onOtherKeyboards(text))
  const capitals = [...plain, ...typed].map(withCapsLock)
  const codes = (texts: readonly string[]) => [...new Set(texts.flatMap(codesIn))]
  return [
    { codes: plain, anyCase: false },
    { codes: codes(plain), anyCase: false },
    { codes: codes([...capitals.slice(0, plain.length), ...typed]), anyCase: false },
    { codes: codes(capitals.slice(plain.length)), anyCase: false },
    { codes: codes([...plain, ...typed]), anyCase: true },
  ]
}

/**
 * Answers with the id of the one whose ticket this can only be; with none, or with those of several who must be asked, where it is
 * not for us to guess. `ownBadge` is whose badge of ours a text is. The reading that takes the least for granted decides.
 * `capsLock`: it was on as the text was typed.
 */
export function createTickets(db: Database, journal: Journal, ownBadge: (text: string) => string | null) {
  const all: Statement<[], Ticket> = db.prepare(TICKETS)
  const one: Statement<[string], Ticket> = db.prepare(`${TICKETS} AND id = ?`)
  const same: Statement<[string], { id: string }> = db.prepare(
    "SELECT id FROM delegate WHERE ticket = ? AND ticket <> '' LIMIT 2",
  )
  const version = createDataVersion(db)

  let shelf: { codes: Owners; anyCase: Owners; held: Map<string, string>; built: number } | null = null
  const keep = (owners: Owners, code: string, id: string, there: boolean) => {
    const ids = owners.get(code) ?? new Set()
    if (there) ids.add(id)
    else ids.delete(id)
    if (ids.size > 0) owners.set(code, ids)
    else owners.delete(code)
  }
  const change = ({ codes, anyCase, held }: NonNullable<typeof shelf>, { id, ticket }: Ticket, there: boolean) => {
    for (const code of codesIn(ticket)) {
      keep(codes, code, id, there)
      keep(anyCase, code.toLowerCase(), id, there)
    }
    if (there) held.set(id, ticket)
    else held.delete(id)
  }
  journal.onCommit(({ changes, subjects }) => {
    if (shelf === null || !changes.has('delegates')) return
    for (const id of subjects) {
      const before = shelf.held.get(id)
      const now = one.get(id)
      if (before === now?.ticket) continue
      if (before !== undefined) change(shelf, { id, ticket: before }, false)
      if (now !== undefined) change(shelf, now, true)
    }
  })
  const ready = () => {
    if (shelf === null || shelf.built !== version()) {
      shelf = { codes: new Map(), anyCase: new Map(), held: new Map(), built: version() }
      for (const ticket of all.iterate()) change(shelf, ticket, true)
    }
    return shelf
  }

  return (scanned: string, capsLock = false): string[] => {
    // Nearly every scan is just what the list has: that needs no list in memory.
    const exact = same.all(scanned)
    if (exact.length > 1 || (exact.length === 1 && !capsLock)) return exact.map(({ id }) => id)
    const { codes: written, anyCase: folded } = ready()
    for (const { codes, anyCase } of readingsOf(scanned, capsLock)) {
      const found = new Set<string>()
      for (const code of codes) {
        const badge = ownBadge(code)
        if (badge !== null) found.add(badge)
        const [owner, next] = (anyCase ? folded.get(code.toLowerCase()) : written.get(code)) ?? []
        // What the tickets of several have in common (the event, in their links) tells nobody from another.
        if (owner !== undefined && next === undefined) found.add(owner)
      }
      if (found.size > 0) return [...found]
    }
    return []
  }
}
