/** Which pledges may be the same promise, written down twice: by their words, who made them and what for. Pure. */
import type { PledgeView } from '../../../shared/domain/pledge.ts'

type Compared = Pick<
  PledgeView,
  'id' | 'type' | 'wording' | 'quantity' | 'due' | 'byKind' | 'delegate' | 'name' | 'organisation'
>

/** From here on it is worth a look; 1 where all is the same. */
const WORTH_A_LOOK = 0.4
/** What counts besides the words. */
const MAKER = 0.35
const AMOUNT = 0.1

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .normalize('NFKD')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 2),
  )

/** How many of the words of either stand in both, 0 to 1. */
function sharedWords(one: string, other: string): number {
  const [own, its] = [wordsOf(one), wordsOf(other)]
  const all = new Set([...own, ...its])
  return all.size === 0 ? 0 : [...own].filter((word) => its.has(word)).length / all.size
}

function isSameMaker(one: Compared, other: Compared): boolean {
  if (one.delegate !== null && one.delegate === other.delegate) return true
  const called = ({ name, organisation }: Compared) => `${name}|${organisation}`.toLowerCase()
  return one.byKind !== 'anonymous' && other.byKind !== 'anonymous' && called(one) === called(other)
}

/** 0 to 1. Another kind of pledge is another promise. */
function pledgeLikeness(one: Compared, other: Compared): number {
  if (one.type !== other.type) return 0
  const isSameAmount = one.quantity === other.quantity && one.due === other.due
  return (
    sharedWords(one.wording, other.wording) * (1 - MAKER - AMOUNT) +
    Number(isSameMaker(one, other)) * MAKER +
    Number(isSameAmount) * AMOUNT
  )
}

/** Those that are worth a look, likeliest first. */
export const likelySame = <P extends Compared>(pledge: Compared, others: Iterable<P>, limit: number): P[] =>
  [...others]
    .filter(({ id }) => id !== pledge.id)
    .map((other) => ({ other, score: pledgeLikeness(pledge, other) }))
    .filter(({ score }) => score >= WORTH_A_LOOK)
    .toSorted((one, other) => other.score - one.score)
    .slice(0, limit)
    .map(({ other }) => other)
