/** Leaves out codes that people with different names share: they are a kind of ticket, or an order’s, and no person’s key. */
import type { Notices } from './notices.ts'
import { isSameName } from './same-name.ts'

/** The share of coded rows, from 0 to 1, from which on a column is taken to hold no codes of people at all. */
const MANY = 0.5

/** The codes of these that people with different names share. */
function sharedCodes(people: Iterable<Coded>): Set<string> {
  const first = new Map<string, string>()
  const shared = new Set<string>()
  for (const { name, code } of people) {
    if (code === '' || name === '' || shared.has(code)) continue
    const before = first.get(code)
    if (before === undefined) first.set(code, name)
    else if (!isSameName(before, name)) shared.add(code)
  }
  return shared
}

type Coded = { name: string; code: string }

/** Those with a code that is shared, beside all who have one. */
function sharing<T extends Coded>(people: readonly T[]): { coded: T[]; held: T[] } {
  const shared = sharedCodes(people)
  const coded = people.filter(({ code }) => code !== '')
  return { coded, held: shared.size === 0 ? [] : coded.filter(({ code }) => shared.has(code)) }
}
const isMany = ({ coded, held }: ReturnType<typeof sharing>) => held.length > 0 && held.length >= coded.length * MANY

/** True where a column holds no codes of people, however it is headed. */
export const isMostlyShared = (people: readonly Coded[]): boolean => isMany(sharing(people))

const NO_CODE =
  'People with different names share what stands here, so it is no code of theirs and was not read. If their codes stand in another column, choose that one.'
const NOBODYS =
  'People with different names share this code, so it is nobody’s own and was left out: scanning it finds nobody, their names do.'

type Deps = { kinds: readonly string[]; heading: string; headingRow: number; notices: Notices }

/** Says it once of each column. `heading`: that of the codes; `kinds`: those of columns that were not taken for it. In small steps. */
export function* leaveOutShared(
  candidates: readonly { row: number; name: string; badge: string }[],
  { kinds, heading, headingRow, notices }: Deps,
): Generator<void> {
  for (const kind of kinds) notices.add('shared-code', headingRow, kind, kind, NO_CODE)
  const people = candidates.map((candidate) => ({ name: candidate.name, code: candidate.badge, candidate }))
  yield
  const found = sharing(people)
  yield
  const isKind = isMany(found)
  for (const { candidate } of isKind ? found.coded : found.held) {
    if (candidate.badge !== '') notices.add('shared-code', candidate.row, heading, '', isKind ? NO_CODE : NOBODYS)
    candidate.badge = ''
  }
  notices.keep()
}
