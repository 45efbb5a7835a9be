/** One leaf, drawn once: a unit long from stalk to tip along the x axis, for SVG and canvas alike. */
import type { LeafColour } from '../../../shared/domain/event-pack.ts'

/** The colours of the eight kinds of pledge, as in the event pack; said again here so that a screen need not carry its schema. */
export const leafColours: readonly LeafColour[] = [
  'work',
  'apprentice',
  'interview',
  'trade',
  'home',
  'mentor',
  'health',
  'other',
]

/** A line of quadratic curves: where it starts, then the control point and the end of each (x, y, x, y …). */
export type Curve = readonly number[]

const lowerSide: Curve = [0.88, 0.08, 0.74, 0.17, 0.56, 0.286, 0.38, 0.235, 0.2, 0.185, 0.1, 0]
/** The blade's outline. */
export const blade: Curve = [
  0.1,
  0,
  0.17,
  -0.19,
  0.37,
  -0.25,
  0.55,
  -0.304,
  0.74,
  -0.19,
  0.9,
  -0.094,
  1,
  0.03,
  ...lowerSide,
]
/** The half of the blade that turns from the light. */
export const fold: Curve = [0.1, 0, 0.5, 0.03, 1, 0.03, ...lowerSide]
/** A little larger than the blade; laid beneath it, its rim is the leaf's edge. */
export const edge: Curve = blade.map((value, i) => (i % 2 ? value * 1.1 : value * 1.045 - 0.025))
/** The stalk, of the wood's colour, which holds the leaf to its twig. */
export const stalk: readonly Curve[] = [[-0.03, 0, 0.06, -0.03, 0.16, 0]]

const rib: Curve = [0.1, 0, 0.5, 0.03, 0.92, 0.03]
const veins: readonly Curve[] = [
  [0.26, 0.01, 0.35, -0.07, 0.4, -0.18],
  [0.44, 0.02, 0.54, -0.06, 0.61, -0.16],
  [0.63, 0.03, 0.71, -0.03, 0.78, -0.1],
  [0.32, 0.02, 0.42, 0.09, 0.45, 0.18],
  [0.5, 0.03, 0.59, 0.09, 0.64, 0.15],
  [0.68, 0.03, 0.74, 0.06, 0.79, 0.1],
]
/** The rib and the veins of a leaf of this length (viewBox units): as much of them as the eye can tell apart. */
export const ribsOf = (length: number): readonly Curve[] => (length > 36 ? [rib, ...veins] : length > 22 ? [rib] : [])

/** The width of lines, in leaf lengths. */
export const lineWidth = { vein: 0.02, stalk: 0.04 }

/** A bud, for the places that still wait for a leaf. */
export const bud: Curve = [0, -0.08, 0.5, -0.5, 1, 0, 0.5, 0.5, 0, 0.08]

/** SVG path data. */
export const pathOf = (curves: readonly Curve[]): string =>
  curves.map(([x, y, ...rest]) => `M${x} ${y}Q${rest.join(' ')}`).join('')
