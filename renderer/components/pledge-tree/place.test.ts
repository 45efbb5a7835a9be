/** The leaves' places: fixed for good, spread evenly, within the picture and clear of the trunk. */
import { describe, expect, test } from 'vitest'
import { growTree } from './grow.ts'
import { createPlaces, leafLength } from './place.ts'
import type { Place } from './place.ts'
import { fc, runs } from '../../../test/support/chance.ts'

const trees = ['0197-solihull', 'wolverhampton-2010', 'b'].flatMap((seed) =>
  [0.66, 0.94, 1.7].map((shape) => growTree(seed, shape)),
)
const [tree = growTree('', 1)] = trees
const firstPlaces = (of: typeof tree, count: number) => Array.from({ length: count }, (_, i) => placesOf(of)(i))
const placesOf = (() => {
  const known = new Map<typeof tree, (ordinal: number) => Place>()
  return (of: typeof tree) => known.get(of) ?? known.set(of, createPlaces(of)).get(of) ?? createPlaces(of)
})()

describe('where a leaf stands', () => {
  test('a new pledge moves no earlier leaf, and a tablet that joins late puts every leaf where the others have it', () => {
    const morning = firstPlaces(tree, 1500)
    fc.assert(
      fc.property(fc.array(fc.nat(1499), { minLength: 1, maxLength: 20 }), (asked) => {
        const late = createPlaces(tree)
        for (const ordinal of asked) expect(late(ordinal)).toEqual(morning[ordinal])
      }),
      { numRuns: runs(25) },
    )
  })

  test('a leaf keeps its place while its size follows the crowd, by steps too small to notice', () => {
    const lengths = Array.from({ length: 4000 }, (_, count) => leafLength(tree, count))
    const leaps = lengths.filter((length, count) => {
      const before = lengths[count - 1] ?? length
      return length > before || length < before * 0.95
    })
    expect(leaps).toEqual([])
    expect(lengths.slice(0, 2)).toEqual([60, 60])
    expect(new Set(lengths).size).toBeLessThan(30)
    expect(leafLength(tree, 10_000)).toBeGreaterThan(12)
  })

  test('an ordinal that makes no sense still has a place', () => {
    for (const odd of [-1, 0.5, 1e9]) expect(placesOf(tree)(odd).x).toBeGreaterThan(0)
  })

  test('no leaf reaches over the edge of the picture, not even the largest of the first', () => {
    for (const of of trees) {
      const over = firstPlaces(of, 3000).filter(({ x, y, angle, size }, i) => {
        const length = leafLength(of, i + 1) * size
        // Its stalk, its tip, and the blade where it is widest.
        return [[0, 0] as const, [1, 0.03] as const, [0.55, 0.26] as const, [0.55, -0.26] as const].some(
          ([along, aside]) => {
            const px = x + (Math.cos(angle) * along - Math.sin(angle) * aside) * length
            const py = y + (Math.sin(angle) * along + Math.cos(angle) * aside) * length
            return !(px > 0 && px < of.width && py > 0 && py < of.height)
          },
        )
      })
      expect(over).toEqual([])
    }
  })

  test('the trunk stays clear: no leaf comes near the foot of the tree', () => {
    for (const of of trees)
      expect(firstPlaces(of, 3000).filter(({ y }) => y + leafLength(of, 1) > of.foot.y - 120)).toEqual([])
  })
})

describe('how leaves are spread', () => {
  test.for([40, 142, 1000])('the first %i leaves keep their distance better than chance would have them', (count) => {
    for (const of of trees) {
      const ratio = spreadOf(firstPlaces(of, count), of.crownArea)
      expect(ratio).toBeGreaterThan(1.1)
    }
  })

  test('nowhere does a clump grow: a circle with room for ten of a thousand leaves never holds twice as many', () => {
    for (const of of trees) {
      const places = firstPlaces(of, 1000)
      const radius = Math.sqrt((of.crownArea / 1000) * (10 / Math.PI))
      expect(places.filter((a) => places.filter((b) => apart(a, b) < radius).length >= 20)).toEqual([])
    }
  })

  test('the first forty leaves already stand in every quarter of the crown', () => {
    for (const of of trees) {
      const middle = (of.crown.top + of.crown.bottom) / 2
      const quarters = [0, 0, 0, 0]
      for (const { x, y } of firstPlaces(of, 40)) {
        const quarter = (x < of.foot.x ? 0 : 1) + (y < middle ? 0 : 2)
        quarters[quarter] = (quarters[quarter] ?? 0) + 1
      }
      expect(Math.min(...quarters)).toBeGreaterThan(3)
    }
  })
})

const apart = (a: Place, b: Place) => Math.hypot(a.x - b.x, a.y - b.y)

/** Clark and Evans (1954): mean distance to the nearest neighbour, against that of points thrown at random; above 1 is even. */
function spreadOf(places: readonly Place[], area: number): number {
  const nearest = places.map((a) => Math.min(...places.map((b) => (a === b ? Infinity : apart(a, b)))))
  const mean = nearest.reduce((sum, distance) => sum + distance, 0) / places.length
  return mean / (0.5 * Math.sqrt(area / places.length))
}
