/** Looks up which names are the same name: Bob and Robert, Siân and Sian, Mohammed and Muhammad. */
import { SHORT_FORMS, SPELLINGS } from './nickname-table.ts'

/** `spelling` for another way to write it, `short` between a full name and a short form, `cousin` between two short forms. */
export type Kinship = 'spelling' | 'short' | 'cousin'

const groupsOf = (table: string) =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split(' '))

const closeness: Record<Kinship, number> = { spelling: 2, short: 1, cousin: 0 }

function gather(): ReadonlyMap<string, ReadonlyMap<string, Kinship>> {
  const kin = new Map<string, Map<string, Kinship>>()
  const relate = (one: string, other: string, as: Kinship) => {
    if (one === other) return
    const known = kin.get(one) ?? new Map<string, Kinship>()
    const before = known.get(other)
    if (before === undefined || closeness[before] < closeness[as]) known.set(other, as)
    kin.set(one, known)
  }
  const spellings = groupsOf(SPELLINGS)
  const spelt = new Map<string, string[]>()
  for (const group of spellings) {
    for (const one of group) {
      spelt.set(one, [...(spelt.get(one) ?? []), ...group])
      for (const other of group) relate(one, other, 'spelling')
    }
  }
  for (const [full = '', ...shorts] of groupsOf(SHORT_FORMS)) {
    // Cathy is short for Katherine as she is for Catherine.
    const fulls = [full, ...(spelt.get(full) ?? [])]
    for (const short of shorts) {
      for (const name of fulls) {
        relate(short, name, 'short')
        relate(name, short, 'short')
      }
      for (const other of shorts) relate(short, other, 'cousin')
    }
  }
  return kin
}

const KIN = gather()
const NAMES: readonly string[] = [...KIN.keys()].toSorted()
const NO_KIN: ReadonlyMap<string, Kinship> = new Map()

/** The names that are the same as this folded one, and how near. */
export const kinOf = (name: string): ReadonlyMap<string, Kinship> => KIN.get(name) ?? NO_KIN

/** Names with relations that start like this, while one is still being typed. */
export function namesStarting(start: string): string[] {
  let low = 0
  let high = NAMES.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((NAMES[middle] ?? '') < start) low = middle + 1
    else high = middle
  }
  let end = low
  while (NAMES[end]?.startsWith(start)) end++
  return NAMES.slice(low, end)
}
