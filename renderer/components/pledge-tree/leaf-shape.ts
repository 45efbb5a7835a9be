/** One leaf, drawn once: a unit long from stalk to tip along the x axis, so that size and turn are a transform. */
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

/** The blade's outline. */
export const blade = 'M.1 0C.17-.17.36-.31.57-.26C.77-.21.91-.07 1 .03C.88.09.72.22.52.25C.32.28.17.16.1 0Z'
/** The half of the blade that turns from the light. */
export const half = 'M.1 0C.4.03.72.03 1 .03C.88.09.72.22.52.25C.32.28.17.16.1 0Z'
const rib = 'M.1 0C.4.03.68.03.92.03'
const veins =
  'M.26.01C.33-.06.37-.11.4-.19M.44.02C.52-.05.57-.1.61-.16M.63.03C.69-.02.73-.05.78-.1' +
  'M.32.02C.4.08.43.12.45.18M.5.03C.58.08.61.11.64.15M.68.03C.73.06.76.08.79.1'
/** The rib and the veins of a leaf of this length (viewBox units): as much of them as the eye can tell apart. */
export const ribOf = (length: number): string => (length > 36 ? rib + veins : length > 22 ? rib : '')
/** The stalk, of the wood's colour, which holds the leaf to its twig. */
export const stalk = 'M-.03 0C.04-.03.08-.02.16 0'
/** The width of the lines, in leaf lengths. */
export const lineWidth = { edge: 0.045, vein: 0.02, stalk: 0.04 }
/** A bud, for the places that still wait for a leaf. */
export const bud = 'M0-.08C.25-.36.62-.3 1 0C.62.3.25.36 0 .08Z'
