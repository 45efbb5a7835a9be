/** What others write of people while a list is written in pages: another screen, another program, facts that were brought from another tablet. */
import type { Fact } from '../../../../shared/domain/fact.ts'
import type { Journal } from '../../kernel/journal/index.ts'
import { delegateAdded } from '../facts.ts'

/** How many numbers of a chain are read at once. */
const PIECE = 500
/** The records that an import compares a list with. */
const OF_PEOPLE: ReadonlySet<string> = new Set(['delegate', 'needs'])

/** From now on. `look` and `wroteOurselves` belong into the transactions that write. */
export function createMeanwhile({ facts, catalogue }: Journal) {
  const upTo = new Map(facts.chains().map(({ station, seq }) => [station, seq]))
  const came = new Set<string>()
  const spokenOf = new Set<string>()
  return {
    /** The ids of those who came onto the list, and of everybody of whose details something was said. */
    look(): { came: ReadonlySet<string>; spokenOf: ReadonlySet<string> } {
      for (const { station } of facts.chains()) {
        for (;;) {
          const told = facts.toldAfter(station, upTo.get(station) ?? 0, PIECE)
          const end = told.at(-1)
          if (end === undefined) break
          for (const { type, subject } of told) {
            if (catalogue.recordsOf.get(type)?.some(({ table }) => OF_PEOPLE.has(table)) === true) spokenOf.add(subject)
            if (type === delegateAdded.type) came.add(subject)
          }
          upTo.set(station, end.seq)
        }
      }
      return { came, spokenOf }
    },
    /** What comes before this fact is ours. */
    wroteOurselves: ({ station, seq }: Pick<Fact, 'station' | 'seq'>): void => void upTo.set(station, seq),
  }
}

export type Meanwhile = ReturnType<typeof createMeanwhile>
