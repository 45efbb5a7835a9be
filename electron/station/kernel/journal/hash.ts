/** The hashes of a fact: a leaf for each value, a field over its leaf, a fact over its fields and the fact before it. */
import { hash } from 'node:crypto'
import { type Field, type FieldValue, type GoneField, isGone, type RawFact } from '../../../../shared/domain/fact.ts'

export const sha256 = (text: string): string => hash('sha256', text, 'hex')

/** Without the salt nobody can try likely values against it. */
const leafOf = (salt: string, value: FieldValue): string => sha256(JSON.stringify([salt, value]))

const leafIn = (field: Field): string => (isGone(field) ? field.leaf : leafOf(field.salt, field.value))

/** The same for a field that was taken out, so that what it was, and of whom it spoke, stays beyond doubt. */
const hashOfField = (field: Field): string =>
  sha256(JSON.stringify([field.path, field.class, field.about, leafIn(field)]))

/** How a chain begins. `publicKey`: 64 hex digits, Ed25519. */
export type Chain = { station: string; event: string; publicKey: string }

/** What stands before a station’s first fact. */
export const chainStart = ({ event, station, publicKey }: Chain): string =>
  sha256(JSON.stringify([2, event, station, publicKey]))

/** In the order of the fields. */
export const hashesOfFields = (fields: readonly Field[]): string[] => fields.map(hashOfField)

/** `of`: the hashes of its fields, where they are known already. */
export const hashOfFact = (previous: string, fact: Omit<RawFact, 'hash'>, of = hashesOfFields(fact.fields)): string =>
  sha256(
    JSON.stringify([
      previous,
      fact.station,
      fact.seq,
      fact.at,
      fact.wall,
      fact.type,
      fact.v,
      fact.subject,
      fact.after.map(({ station, seq }) => [station, seq]),
      fact.last,
      of,
    ]),
  )

/** The field without its value, and with what stands in its place here. */
export function takenOut(field: Field, instead: string | null): GoneField {
  const gone = { path: field.path, class: field.class, about: field.about, leaf: leafIn(field) }
  return instead === null ? gone : { ...gone, instead }
}

/** Of two copies of one field the one that says more; null where they are not of one field. */
export function fuller(one: Field, other: Field): Field | null {
  if (hashOfField(one) !== hashOfField(other)) return null
  return isGone(one) ? other : one
}
