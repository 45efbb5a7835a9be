/** Completing the name of an organisation from those that people here are from. */
import { foldText } from '../../../../shared/domain/fold-letters.ts'
import type { PeopleStore } from './people-store.ts'

const plain = (text: string): string =>
  foldText(text)
    .replaceAll("'", '')
    .split(/[ ,-]+/)
    .filter((word) => word !== '')
    .join(' ')

/** Whether what was typed starts the name, or starts it at one of its words. Both folded. */
const startsAtAWord = (name: string, typed: string): boolean => name.startsWith(typed) || name.includes(` ${typed}`)

/** The names, those with the most people first; at most `limit`, and none of fewer people than `least`. Nothing for nothing typed. */
export function organisationsStarting(
  { organisations }: PeopleStore,
  typed: string,
  limit: number,
  least: number,
): string[] {
  const wanted = plain(typed)
  if (wanted === '') return []
  return [...organisations.values()]
    .filter(({ name, people }) => people.length >= least && startsAtAWord(plain(name), wanted))
    .toSorted((one, other) => other.people.length - one.people.length || (one.name < other.name ? -1 : 1))
    .slice(0, limit)
    .map(({ name }) => name)
}
