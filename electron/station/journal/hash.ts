/** The chain of a station's facts: each hash covers the one before it and this fact, its body by the body's own hash. */
import { hash } from 'node:crypto'
import type { Fact } from '../../../shared/domain/fact.ts'

export const sha256 = (text: string): string => hash('sha256', text, 'hex')

/** The hash of a body, as the JSON text it is kept in. */
export const hashOfBody = (body: string): string => sha256(body)

/** What stands before a station's first fact. */
export const CHAIN_START = '0'.repeat(64)

export const hashOfFact = (previous: string, fact: Omit<Fact, 'hash' | 'body' | 'redacted'>): string =>
  sha256(
    previous +
      JSON.stringify([
        fact.station,
        fact.seq,
        fact.at,
        fact.by.role,
        fact.by.delegate,
        fact.type,
        fact.v,
        fact.subject,
        fact.after,
        fact.bodyHash,
      ]),
  )
