/** A tablet with another app than this one, as far as its facts show: any type, any version, anything in them. */
import { randomBytes, randomUUID } from 'node:crypto'
import { readFact } from '../../electron/station/kernel/journal/fact-table.ts'
import { fieldsOf } from '../../electron/station/kernel/journal/fields.ts'
import { type Chain, chainStart, hashOfFact, takenOut } from '../../electron/station/kernel/journal/hash.ts'
import type { Labels } from '../../electron/station/kernel/journal/labels.ts'
import type { CarriedChain } from './merge.ts'
import { makeSigningKeys } from '../../electron/transfer/index.ts'
import { signHead } from '../../electron/station/kernel/journal/signed-head.ts'
import type { Actor, Fact, RawFact } from '../../shared/domain/fact.ts'

type Said = Pick<Fact, 'at' | 'type' | 'v' | 'subject'> &
  Partial<Pick<Fact, 'wall' | 'after'>> & {
    body: unknown
    by?: Actor
    /** What its texts say of people. */
    labels?: Labels
    /** Only the hashes of what it says of people are passed on. */
    stripped?: boolean
  }

/** `write` answers with the next fact, correctly chained to the one before, whatever it says; `carried` is the whole chain, signed. */
export function otherApp(event: string): { write: (said: Said) => Fact; carried: () => CarriedChain } {
  const { publicKey, privateKey } = makeSigningKeys()
  const chain: Chain = { station: randomUUID(), event, publicKey }
  const facts: RawFact[] = []
  let previous = chainStart(chain)
  return {
    write({
      by = { role: 'steward', delegate: null },
      labels = {},
      stripped = false,
      wall = 0,
      after = [],
      body,
      ...said
    }) {
      const salt = () => randomBytes(16).toString('hex')
      const fields = fieldsOf(body ?? {}, { by, subject: said.subject, labels, salt })
      const open = { station: chain.station, seq: facts.length + 1, wall, after, fields, last: true, ...said }
      previous = hashOfFact(previous, open)
      const passedOn = fields.map((field) => (stripped && field.class !== 'none' ? takenOut(field, null) : field))
      const fact = { ...open, fields: passedOn, hash: previous }
      facts.push(fact)
      return readFact(fact)
    },
    carried: () => ({
      chain,
      head: signHead({ station: chain.station, seq: facts.length, hash: previous }, privateKey),
      facts: [...facts],
    }),
  }
}
