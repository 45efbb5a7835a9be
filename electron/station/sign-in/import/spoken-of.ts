/** Of whom the facts speak, and by which list: read once, in pieces, and after that only what has come since. */
import { type FactRef, nameOf } from '../../../../shared/domain/fact.ts'
import type { Journal, Told } from '../../kernel/journal/index.ts'
import { wordsErased } from '../../kernel/journal/index.ts'
import { broughtTypes, delegateWithdrawn } from '../facts.ts'
import { importBegan, importMade, importUndone } from './import-facts.ts'

/** A badge that was printed for somebody, or that they were taken off the list as wrong, is no reason for them to be here. */
const GOES_WITH_THEM: ReadonlySet<string> = new Set(['badge.printed', 'badge.print-failed', delegateWithdrawn.type])
/** These speak of their person alone. */
const SAYS_NOTHING: ReadonlySet<string> = new Set([...GOES_WITH_THEM, importUndone.type, wordsErased.type])
/** Of these something may have to be taken out beside what the list wrote. */
const SAYS_MORE: ReadonlySet<string> = new Set([delegateWithdrawn.type, importUndone.type, wordsErased.type])
/** Whom such a list met is named in it. */
const READ_IN: ReadonlySet<string> = new Set([importMade.type, importBegan.type])
const BROUGHT: ReadonlySet<string> = new Set(broughtTypes.map(({ type }) => type))
const IDS = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g
/** As a field is kept (see fact-table.ts). */
const MARK = /\["import","none",null,"","([\da-f-]{36})"\]/
/** Later than any fact. */
const NOW = Number.MAX_SAFE_INTEGER
/** How many numbers of a chain are read at once. */
const PIECE = 500

/** By one list of one person: the types of what it wrote, and the latest of it. */
type ByList = { types: Set<string>; seq: number }

type Latest = Map<string, number>
const note = (of: Latest, id: string, seq: number): void => void of.set(id, Math.max(seq, of.get(id) ?? 0))
function within<Value>(all: Map<string, Value>, key: string, make: () => Value): Value {
  const found = all.get(key)
  if (found !== undefined) return found
  const made = make()
  all.set(key, made)
  return made
}

export const idsIn = (text: string): string[] => [...text.matchAll(IDS)].map(([id]) => id)

/**
 * `made`: the fact that the list was read in which is to be taken back. What happened is told by the numbers of its station; what another
 * wrote may have been written after any of them. Looks at every fact: whoever brings a new kind of fact about people need not think of this.
 */
export function createSpokenOf({ facts }: Journal, made: FactRef | undefined) {
  let upTo: Latest = new Map()
  let count = 0
  let byLists = new Map<string, Map<string, ByList>>()
  let met = new Map<string, Latest>()
  let spoken: Latest = new Map()
  let takenBack = new Map<string, Set<string>>()
  let goesWith = new Map<string, string[]>()
  let saysMore = new Set<string>()

  function forget(): void {
    upTo = new Map()
    count = 0
    byLists = new Map()
    met = new Map()
    spoken = new Map()
    takenBack = new Map()
    goesWith = new Map()
    saysMore = new Set()
  }
  const when = ({ station: of, seq }: FactRef): number => (of === made?.station ? seq : NOW)

  function take(fact: Told): void {
    const { subject, type, fields } = fact
    const mark = MARK.exec(fields)?.[1]
    if (SAYS_NOTHING.has(type)) {
      if (GOES_WITH_THEM.has(type)) within(goesWith, subject, () => []).push(nameOf(fact))
      if (SAYS_MORE.has(type)) saysMore.add(subject)
      if (type === importUndone.type && mark !== undefined) within(takenBack, subject, () => new Set()).add(mark)
      return
    }
    const seq = when(fact)
    if (mark !== undefined && BROUGHT.has(type)) {
      const lists = within(byLists, subject, () => new Map<string, ByList>())
      const by = within(lists, mark, () => ({ types: new Set<string>(), seq }))
      by.types.add(type)
      by.seq = Math.max(by.seq, seq)
    } else note(spoken, subject, seq)
    for (const named of idsIn(fields)) {
      if (named === mark || named === subject) continue
      if (READ_IN.has(type))
        note(
          within(met, named, () => new Map()),
          subject,
          seq,
        )
      else note(spoken, named, seq)
    }
  }

  return {
    /** Reads what has come since; yields between pieces how many facts it has read. */
    *readOn(): Generator<number> {
      // Where a disk was copied, facts may have come below those that were read.
      if (facts.forks().size > 0 && facts.count() !== count) forget()
      for (const { station: of } of facts.chains()) {
        for (;;) {
          const told = facts.toldAfter(of, upTo.get(of) ?? 0, PIECE)
          const end = told.at(-1)
          if (end === undefined) break
          for (const fact of told) take(fact)
          upTo.set(of, end.seq)
          count += told.length
          yield count
        }
      }
    },
    /** How many facts were read: another number as soon as something came. */
    count: (): number => count,
    /** Everybody of whom any list said something, as the facts came. */
    people: (): IterableIterator<string> => byLists.keys(),
    byLists: (person: string): ReadonlyMap<string, ByList> => byLists.get(person) ?? new Map<string, ByList>(),
    /** The lists that met somebody and had nothing new to say, and when. */
    metBy: (person: string): ReadonlyMap<string, number> => met.get(person) ?? new Map<string, number>(),
    /** The latest that they were spoken of otherwise; null where they never were. */
    spoken: (person: string): number | null => spoken.get(person) ?? null,
    /** What was said before the list was read in is not against taking it back. */
    isSince: (seq: number | null): boolean => (seq ?? 0) > (made?.seq ?? 0),
    /** Whether what this list wrote of them was taken back already. */
    isTakenBack: (person: string, list: string): boolean => takenBack.get(person)?.has(list) === true,
    /** The names of the facts that say nothing without them. */
    goesWith: (person: string): readonly string[] => goesWith.get(person) ?? [],
    saysMore: (person: string): boolean => saysMore.has(person),
  }
}

export type SpokenOf = ReturnType<typeof createSpokenOf>
