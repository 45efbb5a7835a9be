/** What the pledges add up to, in words: for the attract screen, the wall and whoever counts units. */
import type { Tree } from '../../shared/contract/pledges.ts'
import type { PledgeType } from '../../shared/domain/event-pack.ts'

const number = new Intl.NumberFormat('en-GB')

/** A count as people read it: 1,204. */
export const countWords = (count: number): string => number.format(count)

export const unitOf = ({ unit }: PledgeType, count: number): string => (count === 1 ? unit.one : unit.many)

/** “3 work placements”. */
export const unitWords = (type: PledgeType, count: number): string => `${countWords(count)} ${unitOf(type, count)}`

/** A unit that says no more than “pledge” adds nothing beside the count of pledges. */
const isPlain = ({ unit }: PledgeType) => unit.one.toLowerCase() === 'pledge'

/** The types that add up to most, with their quantity; those whose unit is only “pledge” are left out. */
export function largestTypes(
  tree: Pick<Tree, 'types'>,
  types: readonly PledgeType[],
  most: number,
): { type: PledgeType; quantity: number }[] {
  return tree.types
    .flatMap(({ type: id, quantity }) => {
      const type = types.find((one) => one.id === id)
      return type === undefined || isPlain(type) || quantity === 0 ? [] : [{ type, quantity }]
    })
    .toSorted((a, b) => b.quantity - a.quantity)
    .slice(0, most)
}

/** What somebody pledged, to follow the word “pledged”: “3 mentors”, or the kind of pledge where nobody said how many. */
export const pledgedWords = (type: PledgeType, quantity: number | null): string =>
  quantity === null || isPlain(type) ? `“${type.title}”` : unitWords(type, quantity)

/** What a screen reader says of the tree. */
export const treeLabel = (pledges: number): string =>
  pledges === 0
    ? 'The pledge tree, in bud: no pledges yet'
    : `The pledge tree, ${countWords(pledges)} ${pledges === 1 ? 'pledge' : 'pledges'}`
