/** A tablet with another app than this one, as far as its facts show: any type, any version, anything in them. */
import { randomUUID } from 'node:crypto'
import { CHAIN_START, hashOfBody, hashOfFact } from '../../electron/station/journal/hash.ts'
import type { Fact } from '../../shared/domain/fact.ts'

type Said = Pick<Fact, 'at' | 'type' | 'v' | 'subject' | 'body'> & Partial<Pick<Fact, 'by' | 'after' | 'redacted'>>

/** Answers how this tablet writes its next fact: correctly chained to the one before, whatever it says. */
export function otherApp(): (said: Said) => Fact {
  const station = randomUUID()
  let seq = 0
  let previous = CHAIN_START
  return ({ by = { role: 'steward', delegate: null }, after = null, redacted = false, at, type, v, subject, body }) => {
    seq += 1
    // What is left of a body no longer has the hash that it was written with.
    const bodyHash = hashOfBody(redacted ? 'as it was first written' : JSON.stringify(body))
    const open = { station, seq, at, by, type, v, subject, after, bodyHash }
    previous = hashOfFact(previous, open)
    return { ...open, body, redacted, hash: previous }
  }
}
