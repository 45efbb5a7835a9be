/** Facts that were written in another format, written down anew as this station's own. */
import { wallOf } from '../../../../shared/domain/clock.ts'
import type { Actor, Fact, FactRef, RawFact } from '../../../../shared/domain/fact.ts'
import type { Catalogue } from './catalogue.ts'
import type { createFactTable } from './fact-table.ts'
import { readFact } from './fact-table.ts'
import { byPath, fieldsOf, WAS } from './fields.ts'
import { hashOfFact, sha256 } from './hash.ts'

/** `body` is null where nothing is left of it; `hasLost` where something was taken out of it. `was`: the name it had. */
export type Written = Pick<RawFact, 'at' | 'type' | 'v' | 'subject'> & {
  by: Actor
  body: unknown
  hasLost: boolean
  was: string
}

type Deps = { facts: ReturnType<typeof createFactTable>; catalogue: Catalogue; station: string; salt: () => string }

/** In a transaction of the caller's, after the station has begun. `write` appends the next one and answers with its name. */
export function createRewriting({ facts, catalogue, station, salt }: Deps) {
  const begun = facts.chain(station)
  if (begun === null) throw new Error('A station writes nothing before it has begun')
  let { seq, hash } = begun
  const ends = new Map<string, FactRef>()
  return (one: Written): Fact => {
    const { at, type, v, subject, by, body, hasLost, was } = one
    const before = ends.get(subject)
    seq += 1
    const labels = catalogue.facts.get(type)?.labels ?? {}
    const open = {
      station,
      seq,
      at,
      wall: wallOf(at),
      type,
      v,
      subject,
      after: before === undefined ? [] : [before],
      fields: [
        ...fieldsOf(body ?? {}, { by, subject, labels, salt, extra: [[WAS, was]] }),
        // Something was said once, and nobody can tell what.
        ...(hasLost ? [{ path: 'said', class: 'note' as const, about: null, leaf: sha256(salt()) }] : []),
      ].toSorted(byPath),
      last: true,
    }
    hash = hashOfFact(hash, open)
    const fact = readFact({ ...open, hash })
    facts.add(fact)
    facts.setHead(fact)
    ends.set(subject, { station, seq })
    return fact
  }
}
