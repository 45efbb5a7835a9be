/** What a leaf on the tree is called: always the same for a pledge, on every tablet, and no way back to the pledge's own id. */
import { hash } from 'node:crypto'

/** 16 hexadecimal digits. The tree is for everybody, and whoever has a pledge's id can ask under it: no call takes this one. */
export const leafIdOf = (pledge: string): string => hash('sha256', `leaf ${pledge}`, 'hex').slice(0, 16)

type Leaf = { id: string; type: string; status: string; entered: string }
/** A pledge as the tree needs it: `alsoMade` says which places the other entries of it leave empty. */
export type Placed = Leaf & { alsoMade: string }

/** `alsoMade` is `instant|id`, with a space between. */
const emptyPlaces = ({ type, alsoMade }: Placed): Leaf[] =>
  alsoMade
    .split(' ')
    .filter((one) => one !== '')
    .map((one) => {
      const [entered = '', id = ''] = one.split('|')
      return { id, type, status: 'merged', entered }
    })
const byEntered = (one: Leaf, other: Leaf): number =>
  one.entered < other.entered || (one.entered === other.entered && one.id < other.id) ? -1 : 1

/** The leaves that hang on the tree, each at its own place for ever: whatever was withdrawn, or is one with another, leaves its own empty. */
export const leavesOf = (all: readonly Placed[]): { id: string; type: string; ordinal: number }[] =>
  all
    .flatMap((pledge) => [pledge, ...emptyPlaces(pledge)])
    .toSorted(byEntered)
    .flatMap(({ id, type, status }, ordinal) => (status === 'live' ? [{ id: leafIdOf(id), type, ordinal }] : []))
