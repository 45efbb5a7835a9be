/** Decides what an import does with each candidate: add, update, leave, or hold back as a possible duplicate. Pure. */
import type { DelegateCandidate, RowFault } from './row-reader.ts'

/** A delegate as the list holds them now. */
export type Listed = {
  id: string
  name: string
  role: string
  organisation: string
  sector: string
  email: string
  table: string
  ticket: string
  withdrawn: boolean
  access: string
  dietary: string
}

const FIELDS = ['name', 'role', 'organisation', 'sector', 'email', 'table', 'ticket'] as const
type Field = (typeof FIELDS)[number]
type DelegateChanges = Partial<Record<Field, string>>
type Needs = { access: string; dietary: string }

export type MatchedImport = {
  adds: DelegateCandidate[]
  updates: { id: string; changes: DelegateChanges; needs: Needs | null }[]
  unchanged: number
  repeated: number
  duplicates: number
  /** What an organiser should know about rows that were not simply added. */
  notices: RowFault[]
}

type Deps = {
  listed: Iterable<Listed>
  /** Someone on the list who is probably the same person, though no key says so. */
  similar: (candidate: DelegateCandidate) => { name: string; organisation: string } | null
  /** Fields that a person has corrected here since the last import; those are not put back. */
  corrected: (id: string) => ReadonlySet<string>
}

const fold = (text: string) =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const valuesOf = (candidate: DelegateCandidate): Record<Field, string> => ({
  name: candidate.name,
  role: candidate.role,
  organisation: candidate.organisation,
  sector: candidate.sector,
  email: candidate.email,
  table: candidate.table,
  ticket: candidate.badge,
})

type Known = { id: string | null; row: number; values: Record<Field, string> & Needs; ticket: string }

/** What tells one person from another. Empty where the list says too little. */
type Keys = { ticket: string; email: string; place: string }

/** The same person: by ticket; else by name and e-mail; else by name and organisation, unless their tickets differ. */
function createKeys() {
  const byTicket = new Map<string, Known>()
  const byEmail = new Map<string, Known>()
  const byPlace = new Map<string, Known>()
  // The same few organisations come again and again.
  const folded = new Map<string, string>()
  const foldOnce = (text: string): string => {
    const known = folded.get(text) ?? fold(text)
    folded.set(text, known)
    return known
  }
  return {
    /** Worked out once for each person, because folding takes longer than all else that is done with a row here. */
    of(person: { name: string; email: string; organisation: string }, ticket: string): Keys {
      const name = fold(person.name)
      return {
        ticket,
        email: person.email === '' ? '' : `${name}\n${person.email.toLowerCase()}`,
        place: `${name}\n${foldOnce(person.organisation)}`,
      }
    },
    add(known: Known, { ticket, email, place }: Keys): void {
      if (ticket !== '') byTicket.set(ticket, known)
      if (email !== '') byEmail.set(email, known)
      byPlace.set(place, known)
    },
    find({ ticket, email, place }: Keys): Known | undefined {
      const ticketed = ticket === '' ? undefined : byTicket.get(ticket)
      if (ticketed !== undefined) return ticketed
      const found = (email === '' ? undefined : byEmail.get(email)) ?? byPlace.get(place)
      const twoTickets = found !== undefined && ticket !== '' && found.ticket !== '' && found.ticket !== ticket
      return twoTickets ? undefined : found
    },
  }
}

/** What the file says that the list does not; an empty cell never takes anything away. */
function changesOf(
  candidate: DelegateCandidate,
  held: Record<Field, string>,
  kept: (field: string) => boolean,
): DelegateChanges {
  const said = valuesOf(candidate)
  const changes: DelegateChanges = {}
  for (const field of FIELDS)
    if (said[field] !== '' && said[field] !== held[field] && !kept(field)) changes[field] = said[field]
  return changes
}

export function matchImport(
  candidates: readonly DelegateCandidate[],
  { listed, similar, corrected }: Deps,
): MatchedImport {
  const result: MatchedImport = { adds: [], updates: [], unchanged: 0, repeated: 0, duplicates: 0, notices: [] }
  const keys = createKeys()
  const seen = new Map<Known, DelegateCandidate>()
  const withdrawn = new Set<string>()
  let anyListed = false
  for (const person of listed) {
    anyListed = true
    if (person.withdrawn) withdrawn.add(person.id)
    const { id, ticket, withdrawn: _gone, ...values } = person
    keys.add({ id, row: 0, values: { ...values, ticket }, ticket }, keys.of(person, ticket))
  }
  const notice = (candidate: DelegateCandidate, reason: string) =>
    void result.notices.push({ row: candidate.row, column: '', value: candidate.name, reason })

  for (const candidate of candidates) {
    const candidateKeys = keys.of(candidate, candidate.badge)
    const known = keys.find(candidateKeys)
    if (known === undefined) {
      const like = anyListed ? similar(candidate) : null
      if (like === null) {
        result.adds.push(candidate)
        const added: Known = {
          id: null,
          row: candidate.row,
          values: { ...valuesOf(candidate), access: candidate.accessNeeds, dietary: candidate.dietaryNeeds },
          ticket: candidate.badge,
        }
        keys.add(added, candidateKeys)
        seen.set(added, candidate)
        continue
      }
      result.duplicates += 1
      notice(
        candidate,
        `This may be ${like.name}${like.organisation === '' ? '' : ` of ${like.organisation}`}, who is on the list already, so nobody was added. If they are two people, add this one with “Not on the list” at the door.`,
      )
      continue
    }
    const earlier = seen.get(known)
    if (earlier !== undefined) {
      const same = Object.keys(changesOf(candidate, valuesOf(earlier), () => false)).length === 0
      if (same) result.repeated += 1
      else {
        result.duplicates += 1
        notice(
          candidate,
          `This row is about the same person as row ${earlier.row} but says something else, so only row ${earlier.row} was used. Correct the file, or correct the person on the list.`,
        )
      }
      continue
    }
    seen.set(known, candidate)
    if (known.id === null) continue
    if (withdrawn.has(known.id)) {
      result.unchanged += 1
      notice(candidate, 'This person was taken off the list on this tablet, so they were not put back.')
      continue
    }
    const changes = changesOf(candidate, known.values, () => false)
    const corrections = Object.keys(changes).length === 0 ? new Set<string>() : corrected(known.id)
    const kept = Object.keys(changes).filter((field) => corrections.has(field))
    for (const field of kept)
      notice(
        candidate,
        `The ${field} of this person was corrected on this tablet, so “${known.values[field as Field]}” was kept.`,
      )
    const wanted = Object.fromEntries(Object.entries(changes).filter(([field]) => !corrections.has(field)))
    const needs: Needs = {
      access: candidate.accessNeeds || known.values.access,
      dietary: candidate.dietaryNeeds || known.values.dietary,
    }
    const newNeeds = needs.access !== known.values.access || needs.dietary !== known.values.dietary ? needs : null
    if (Object.keys(wanted).length === 0 && newNeeds === null) result.unchanged += 1
    else result.updates.push({ id: known.id, changes: wanted, needs: newNeeds })
  }
  return result
}
