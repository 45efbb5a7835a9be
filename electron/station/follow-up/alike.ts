/** Offers that are alike: of one kind, counted in one unit therefore, and of one sector. Pure. */
import type { Offer } from './offers.ts'

/** A group as it was confirmed; `members`: all that it names. */
export type Confirmed = { name: string; by: string; at: string; isDisputed: boolean; members: ReadonlySet<string> }

/** `joined` stand in the group that was confirmed, `offered` are like them and were asked of nobody yet. */
export type AlikeOffers = {
  type: string
  sector: string
  confirmed: Confirmed | null
  joined: readonly Offer[]
  offered: readonly Offer[]
}

const keyOf = (type: string, sector: string): string => JSON.stringify([type, sector])

/**
 * All offers by kind and sector. A member counts as long as its offer stands and is of that kind and sector still, so none is in two groups;
 * and nothing joins by itself.
 */
export function alikeOffers(
  offers: readonly Offer[],
  confirmedOf: (type: string, sector: string) => Confirmed | null,
): AlikeOffers[] {
  return [...Map.groupBy(offers, ({ type, sector }) => keyOf(type, sector)).values()].flatMap((all) => {
    const [first] = all
    if (first === undefined) return []
    const { type, sector } = first
    const confirmed = confirmedOf(type, sector)
    const isJoined = ({ id }: Offer) => confirmed?.members.has(id) === true
    const joined = all.filter(isJoined)
    // Where nobody whom it names is left there is no group.
    const stands = joined.length > 0 ? confirmed : null
    return [{ type, sector, confirmed: stands, joined, offered: all.filter((offer) => !isJoined(offer)) }]
  })
}

/** Shorter words say how something is said, not what. */
const WORD = /\p{L}{4,}/gu
const wordsIn = (wording: string): string[] => [
  ...new Set([...wording.toLowerCase().matchAll(WORD)].map(([word]) => word.replace(/s$/, ''))),
]

/**
 * The offers with those that speak of the same beside one another: first by the word that most of them have, then by the next. The rest is
 * told apart by when they were made.
 */
export function byWords(offers: readonly Offer[]): Offer[] {
  const all = offers.map((offer) => ({ offer, words: wordsIn(offer.wording) }))
  const counts = new Map<string, number>()
  for (const { words } of all) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const weigh = (one: string, other: string): number =>
    (counts.get(other) ?? 0) - (counts.get(one) ?? 0) || (one < other ? -1 : Number(one > other))
  const keyed = all.map(({ offer, words }) => ({ offer, words: words.toSorted(weigh) }))
  const compare = (one: readonly string[], other: readonly string[]): number => {
    for (const [index, word] of one.entries()) {
      const beside = other[index]
      if (beside === undefined) return 1
      const by = weigh(word, beside)
      if (by !== 0) return by
    }
    return one.length - other.length
  }
  return keyed
    .toSorted(
      (one, other) =>
        compare(one.words, other.words) ||
        (one.offer.made < other.offer.made ? -1 : Number(one.offer.made > other.offer.made)),
    )
    .map(({ offer }) => offer)
}
