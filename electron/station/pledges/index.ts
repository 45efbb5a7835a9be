/** Pledges: what people promise. */
export { pledgePart, pledgesMerged } from './facts.ts'
export { createPledges, type Pledges } from './pledges.ts'
