/** Somebody who is not on the list, as they are typed at the desk and as they are sent. Pure. */
import { delegateDetails, needsSchema } from '../../../shared/domain/delegate.ts'
import { readLike } from '../../components/form/check.ts'

export const EMPTY_WALK_IN = {
  name: '',
  organisation: '',
  area: '',
  role: '',
  sector: '',
  table: '',
  email: '',
  access: '',
  dietary: '',
}
export type WalkInForm = typeof EMPTY_WALK_IN

/** A walk-in as it was left on the disk, or null where there is nothing of one. */
export function readWalkIn(body: unknown): WalkInForm | null {
  const read = readLike(EMPTY_WALK_IN, body)
  return read !== null && Object.values(read).some((text) => text.trim() !== '') ? read : null
}

/** Needs go with it only where somebody told us of one. */
export const walkInSchema = delegateDetails.extend(needsSchema.shape).transform(({ access, dietary, ...details }) => ({
  ...details,
  ...(access === '' && dietary === '' ? {} : { needs: { access, dietary } }),
}))

/** What was typed into the search, as the start of a name: `zara exley` becomes `Zara Exley`; capitals already there stay. */
export function nameFromSearch(text: string): string {
  const name = text.trim().replaceAll(/\s+/g, ' ')
  if (/\d/.test(name)) return ''
  return name === name.toLowerCase()
    ? name.replaceAll(/(^|[\s'’-])(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    : name
}
