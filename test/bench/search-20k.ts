/** Finding one of 20,000 people, the largest event, as their name is typed, letter by letter, against MiniSearch on the same people. */
import MiniSearch from 'minisearch'
import { inventedPeople } from '../fixtures/people.ts'
import { createPeopleIndex } from '../../electron/station/sign-in/find/index.ts'
import type { Figure } from './figure.ts'
import { percentile } from './measure.ts'

const PEOPLE = 20_000
const TYPISTS = 150
const SHOWN = 10

const unaccented = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** What is typed to find this person; people do it in many ways, and some slip. */
export function typedFor(name: string, organisation: string, way: number): string {
  const plain = unaccented(name)
  const words = plain.split(' ')
  switch (way % 8) {
    case 0:
      return words.at(-1) ?? ''
    case 1:
      return words.toReversed().join(' ')
    case 2:
      return `${words[0]} ${words.at(-1)?.slice(0, 3)}`
    case 3:
      // Two letters change places.
      return plain.slice(0, 3) + plain.charAt(4) + plain.charAt(3) + plain.slice(5)
    case 4:
      return `${words.at(-1)} ${unaccented(organisation).split(' ')[0]}`
    default:
      return plain
  }
}

/** Every keystroke from the third letter on. */
export const keystrokes = (typed: string): string[] =>
  Array.from({ length: typed.length }, (_, index) => typed.slice(0, index + 1)).filter(
    (start) => start.replace(/\P{L}/gu, '').length >= 3,
  )

const WARM_UP = 200

/** How long each of these queries takes, in milliseconds. */
function timeEach(queries: readonly string[], find: (query: string) => unknown): number[] {
  for (const query of queries.slice(0, WARM_UP)) find(query)
  return queries.map((query) => {
    const start = performance.now()
    find(query)
    return performance.now() - start
  })
}

/** `search-20k-p50` and `search-20k-p95`, in milliseconds from keystroke to list. */
export async function benchSearch(): Promise<Figure[]> {
  const people = inventedPeople({ count: PEOPLE, seed: 100 }).map((person, index) => ({ id: String(index), ...person }))
  const typists = Array.from({ length: TYPISTS }, (_, index) => people[(index * 7919) % PEOPLE])
  const queries = typists.flatMap((person, way) =>
    person === undefined ? [] : keystrokes(typedFor(person.name, person.organisation, way)),
  )

  // One after the other: neither pays for the other's garbage.
  const index = createPeopleIndex()
  for (const person of people) index.put(person)
  const ours = timeEach(queries, (query) => index.find(query, { limit: SHOWN }))

  const peer = new MiniSearch({
    fields: ['name', 'organisation'],
    processTerm: unaccented,
    searchOptions: { prefix: true, combineWith: 'AND' },
  })
  await peer.addAllAsync(people)
  const theirs = timeEach(queries, (query) => peer.search(query).slice(0, SHOWN))

  return [0.5, 0.95].map((share) => ({
    name: `search-20k-p${share * 100}`,
    value: percentile(ours, share),
    unit: 'ms',
    against: 'minisearch',
    againstValue: percentile(theirs, share),
  }))
}
