/** Tells who is who: the person a row is about, among those on the list and those in rows above it. */
import { PERSON_FIELDS, type PersonField } from '../../../../shared/domain/import-decisions.ts'
import type { DelegateCandidate } from './row-reader.ts'

export type Values = Record<PersonField, string>

/** Somebody on the list, or in a row above; `id` is null for the latter. */
export type Known = { id: string | null; values: Values; withdrawn: boolean }

export const valuesOf = (candidate: DelegateCandidate): Values => ({
  name: candidate.name,
  listName: candidate.listName,
  role: candidate.role,
  organisation: candidate.organisation,
  area: candidate.area,
  sector: candidate.sector,
  email: candidate.email,
  table: candidate.table,
  ticket: candidate.badge,
  accessNeeds: candidate.accessNeeds,
  dietaryNeeds: candidate.dietaryNeeds,
})

/** The name that somebody asked for stands, where a list knows them only by the name it has. */
export const asCalled = (said: Values, held: Values): Values =>
  said.listName === '' && held.listName !== '' && foldName(said.name) === foldName(held.listName)
    ? { ...said, name: held.name }
    : said

/** The fields in which a row says something else; an empty cell says nothing. */
export const differences = (said: Values, held: Values): PersonField[] =>
  PERSON_FIELDS.filter((field) => said[field] !== '' && said[field] !== held[field])

/** How little two belong together: what one says otherwise counts far more than what it does not say. */
export const apartness = (said: Values, held: Values) =>
  differences(said, held).length * 10 + PERSON_FIELDS.filter((field) => said[field] === '' && held[field] !== '').length

/** A name, or a place, as it is compared. */
export const foldName = (text: string) =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** “VIP” and “Speaker” are kinds of badges, even where one row has one: what tells people apart has a digit in it, or is long. */
const isCode = (ticket: string): boolean => /\d/.test(ticket) || ticket.length >= 12

/** What tells one person from another. Empty where the list says too little. */
export type Keys = { ticket: string; email: string; place: string; otherEmail: string; otherPlace: string }

/** Nearly every key is one person's alone. */
type Shelf = Map<string, Known | Known[]>

function put(shelf: Shelf, key: string, known: Known): void {
  if (key === '') return
  const there = shelf.get(key)
  if (there === undefined) shelf.set(key, known)
  else if (!Array.isArray(there)) shelf.set(key, there === known ? there : [there, known])
  else if (!there.includes(known)) there.push(known)
}

/** The same person: by ticket; else by name and e-mail; else by name and organisation, unless their tickets differ. */
export function createPeopleKeys() {
  const byTicket: Shelf = new Map()
  const byEmail: Shelf = new Map()
  const byPlace: Shelf = new Map()
  // The same few organisations come again and again.
  const folded = new Map<string, string>()
  const foldOnce = (text: string): string => {
    const known = folded.get(text) ?? foldName(text)
    folded.set(text, known)
    return known
  }
  /** Of several with one key the likeliest: who differs least, and then who no row above is about. */
  const pick = (
    found: Known | Known[] | undefined,
    said: Values,
    fits: (known: Known) => boolean,
    isTaken: (known: Known) => boolean,
  ): Known | undefined => {
    if (found === undefined || !Array.isArray(found)) return found !== undefined && fits(found) ? found : undefined
    let best: { known: Known; apart: number } | undefined
    for (const known of found) {
      if (!fits(known)) continue
      const apart = apartness(said, known.values) * 2 + Number(isTaken(known))
      if (best === undefined || apart < best.apart) best = { known, apart }
    }
    return best?.known
  }
  return {
    /** Worked out once for each person, because folding takes longer than all else that is done with a row here. */
    of({ name, listName, email, organisation, ticket }: Values): Keys {
      const person = foldName(name)
      const other = listName === '' ? '' : foldName(listName)
      const address = email.toLowerCase()
      const where = foldOnce(organisation)
      return {
        ticket: isCode(ticket) ? ticket : '',
        email: address === '' ? '' : `${person}\n${address}`,
        place: `${person}\n${where}`,
        otherEmail: other === '' || address === '' ? '' : `${other}\n${address}`,
        otherPlace: other === '' ? '' : `${other}\n${where}`,
      }
    },
    /** Also what a row says of somebody who is known already is theirs: the next import may find it on the list. */
    add(known: Known, { ticket, email, place, otherEmail, otherPlace }: Keys): void {
      put(byTicket, ticket, known)
      put(byEmail, email, known)
      put(byPlace, place, known)
      put(byEmail, otherEmail, known)
      put(byPlace, otherPlace, known)
    },
    /** `isMeantBelow`: somebody whose ticket a row below has is this row's only where nobody else can be. */
    find(
      { ticket, email, place, otherEmail, otherPlace }: Keys,
      said: Values,
      isTaken: (known: Known) => boolean,
      isMeantBelow: (known: Known) => boolean,
    ): Known | undefined {
      const ticketed = ticket === '' ? undefined : pick(byTicket.get(ticket), said, () => true, isTaken)
      if (ticketed !== undefined) return ticketed
      const one = byEmail.get(email) ?? byEmail.get(otherEmail)
      const other = byPlace.get(place) ?? byPlace.get(otherPlace)
      const fits = ({ values }: Known) => ticket === '' || !isCode(values.ticket) || values.ticket === ticket
      const isFree = (known: Known) => fits(known) && !isMeantBelow(known)
      return (
        pick(one, said, isFree, isTaken) ??
        pick(other, said, isFree, isTaken) ??
        pick(one, said, fits, isTaken) ??
        pick(other, said, fits, isTaken)
      )
    },
  }
}
