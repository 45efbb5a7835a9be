/** Who may speak for whom: what the certificates that are held say of each station’s facts (docs/transfer.md). */
import { z } from 'zod'
import { type Fact, mayAct, type Role } from '../../../../shared/domain/fact.ts'
import { said } from '../../../../shared/domain/text.ts'
import { type Certificate, certificateSchema, isCertified } from '../../../transfer/index.ts'
import { jsonWritten } from '../database/index.ts'
import { bodyOf, type FactType, factType, mayWrite } from './catalogue.ts'
import type { createFactTable } from './fact-table.ts'
import { ours } from './labels.ts'

/** By a station of itself. The certificate is one text, for it is signed as a whole; it counts where the event’s key says so. */
export const stationEnrolled = factType('station.enrolled', 1, z.object({ certificate: said }), ours('certificate'))

/** The certificate that a fact carries, whoever signed it; null where it carries none of its own station. */
export function certificateIn(fact: Fact): Certificate | null {
  const text = bodyOf(stationEnrolled, fact)?.certificate
  if (text === undefined) return null
  try {
    const certificate = certificateSchema.safeParse(jsonWritten(text)).data
    return certificate?.station === fact.station ? certificate : null
  } catch {
    return null
  }
}

/** Something that only a station whose certificate says so may write was to be written by another. */
export class NotFromHere extends Error {}

/** Of two that say of one station the less trusted counts, so that all agree. */
const lesser = (one: Role, other: Role): Role => (mayAct(one, other) ? other : one)

type Deps = {
  facts: ReturnType<typeof createFactTable>
  /** The public half of the key by which certificates count here; null where this tablet believes none, and so limits nobody. */
  eventKey: () => string | null
}

export function createSpeaking({ facts, eventKey }: Deps) {
  function add(most: Map<string, Role>, all: readonly Fact[], key: string): void {
    for (const fact of all) {
      const certificate = certificateIn(fact)
      if (certificate === null || !isCertified(certificate, key)) continue
      for (const of of [certificate.station, ...certificate.binds.map(({ station }) => station)])
        most.set(of, lesser(certificate.speaksFor, most.get(of) ?? certificate.speaksFor))
    }
  }
  /** Read once, for it is asked of every fact that is written or folded. */
  let known: { key: string | null; most: Map<string, Role> } | null = null
  function now() {
    if (known !== null) return known
    const key = eventKey()
    known = { key, most: new Map<string, Role>() }
    if (key !== null) add(known.most, facts.ofTypes([stationEnrolled.type]), key)
    return known
  }
  const isWithin = ({ who }: Pick<FactType<unknown>, 'who'>, station: string): boolean => {
    const most = now().most.get(station)
    return most === undefined || mayAct(most, who)
  }
  return {
    /** Another key may be believed, or other facts be held. */
    forget: (): void => void (known = null),
    /** These are about to be written down: what they may not say is to do nothing from the first moment. */
    hear(all: readonly Fact[]): void {
      const { key, most } = now()
      if (key !== null) add(most, all, key)
    },
    /** Whether what any person writes on this station counts as a fact of this type. */
    isWithin,
    /** By the role of whoever did it, and what the certificate of their tablet allows. */
    mayWrite: (type: Pick<FactType<unknown>, 'who'>, fact: Pick<Fact, 'by' | 'station'>): boolean =>
      mayWrite(type, fact) && isWithin(type, fact.station),
  }
}
export type Speaking = ReturnType<typeof createSpeaking>
