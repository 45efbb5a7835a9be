/** Who is meant by what somebody typed of themselves where no staff stand: by a whole name alone, never by a piece of one. */
import { compareNames } from '../find/likeness.ts'
import { wordsOfName } from '../find/name-words.ts'
import type { Found, Similar } from '../find/index.ts'

type Person = { name: string; organisation: string; email: string }

/** The parts of the directory that are asked. */
export type Lookup = {
  similar: (person: Person, limit: number) => Similar[]
  find: (query: string, limit: number) => Found[]
  /** The name of somebody who was found. */
  nameOf: (id: string) => string
}

/** How alike two names have to be, 0 to 1. One nickname or one slip in a name of two words is 0.92 and more. */
const SURE = 0.9
/** With the right organisation an initial may stand for a name as well: that is 0.86. */
const SURE_WITH_ORGANISATION = 0.84
/** A name of one word may be a piece of many: only the very name will do, or one that was written as one word. */
const SURE_OF_ONE_WORD = 0.97
/** What the index gives where the names are alike enough for a shared mailbox to tell who it is. */
const SURE_WITH_EMAIL = 0.95
/** What the index takes off where the organisation of one of the two is not known. */
const UNKNOWN_ORGANISATION = 0.92
/** More namesakes than there can be reasons to tell apart. */
const NAMESAKES = 50

type Candidate = { id: string; likeness: number; why: Similar['why'] }

/** The main words of a name, folded. */
export const wordsOf = (name: string): string[] =>
  wordsOfName(name)
    .filter(({ alias }) => !alias)
    .map(({ text }) => text)

/** Whether the last word of a listed name, the family name of most people here, was typed in some way. */
function saysLastName(typed: readonly string[], name: string): boolean {
  const last = wordsOf(name).at(-1)
  return last !== undefined && typed.some((word) => compareNames([word], [last], () => false).likeness > 0.85)
}

/**
 * Whether so much of a listed name was typed that the rest may be told: an initial stands for no name that is listed in
 * full, and of a longer name its last word is never the one that was left out.
 */
function saysEnough(typed: readonly string[], name: string, why: Similar['why']): boolean {
  const listed = wordsOf(name)
  if (why.includes('initial') && typed.some((word) => word.length === 1 && !listed.includes(word))) return false
  return !why.includes('part-of-name') || saysLastName(typed, name)
}

const candidatesFor = (name: string, { similar, nameOf }: Lookup): Candidate[] => {
  const typed = wordsOf(name)
  return similar({ name, organisation: '', email: '' }, NAMESAKES)
    .filter(({ id, why }) => saysEnough(typed, nameOf(id), why))
    .map(({ id, score, why }) => ({ id, likeness: score / UNKNOWN_ORGANISATION + 1e-9, why }))
}

/** The only one who can be meant. Who is listed just as typed is told from one whose name is a slip away, never from more. */
function only(candidates: readonly Candidate[]): string | null {
  const exact = candidates.filter(({ likeness }) => likeness >= 1)
  const rivals = exact.length === 0 ? candidates : candidates.filter(({ why }) => !why.includes('slip'))
  const [first, second] = rivals
  return first === undefined || second !== undefined ? null : first.id
}

/**
 * The id of the one listed person that is meant, or null: for nobody and for several alike. By the name alone where it is
 * there in full (letter by letter, or with one nickname, other spelling, slip, order or middle name between); then by who
 * of them is from that organisation; then by a listed e-mail, whose owner must still be called what was typed.
 */
export function whoIsMeant(
  { name, organisation, email }: { name: string; organisation: string | null; email: string | null },
  lookup: Lookup,
): string | null {
  const { similar, find, nameOf } = lookup
  const typed = wordsOf(name)
  if (typed.length === 0) return null
  const candidates = candidatesFor(name, lookup)

  if (email !== null) {
    if (email === '') return null
    const owners = similar({ name, organisation: organisation ?? '', email }, NAMESAKES).filter(
      ({ id, score, why }) =>
        why.includes('same-email') && score > SURE_WITH_EMAIL && saysEnough(typed, nameOf(id), why),
    )
    return owners.length === 1 ? (owners[0]?.id ?? null) : null
  }

  if (organisation !== null) {
    if (organisation === '') return null
    const before = new Map(candidates.map(({ id, likeness }) => [id, likeness * UNKNOWN_ORGANISATION]))
    // From there: whom the index finds likelier now that it knows the organisation.
    const there = new Set(
      similar({ name, organisation, email: '' }, NAMESAKES)
        .filter(({ id, score }) => score > (before.get(id) ?? 1) + 1e-6)
        .map(({ id }) => id),
    )
    const meant = only(candidates.filter(({ id, likeness }) => there.has(id) && likeness >= SURE_WITH_ORGANISATION))
    // Somebody from elsewhere who is called just so is a better answer than a likeness from there, so neither is given.
    const exactElsewhere = candidates.some(({ id, likeness }) => likeness >= 1 && !there.has(id))
    const exactHere = candidates.some(({ id, likeness }) => likeness >= 1 && id === meant)
    return exactElsewhere && !exactHere ? null : meant
  }

  if (typed.length === 1) {
    const alone = candidates.filter(({ likeness }) => likeness >= SURE_OF_ONE_WORD)
    // A word that may begin somebody else's name is no whole name yet; nor are two letters.
    return alone.length === 1 && find(name, 2).length === 1 ? (alone[0]?.id ?? null) : null
  }
  const meant = only(candidates.filter(({ likeness }) => likeness >= SURE_WITH_ORGANISATION))
  const sure = candidates.find(({ id }) => id === meant)
  return sure === undefined || sure.likeness < SURE || sure.why.includes('initial') ? null : sure.id
}

/**
 * The ids of those who are called just so, in any order of the words; where nobody is, of the one who is meant by the name
 * alone. Several only where they bear the very same name: a name that was not typed is never offered beside another.
 */
export function whoIsCalled(name: string, lookup: Lookup): string[] {
  const exact = wordsOf(name).length < 2 ? [] : candidatesFor(name, lookup).filter(({ likeness }) => likeness >= 1)
  if (exact.length > 0) return exact.map(({ id }) => id)
  const meant = whoIsMeant({ name, organisation: null, email: null }, lookup)
  return meant === null ? [] : [meant]
}
