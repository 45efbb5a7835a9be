/** Pledges: what people promise. */
export { pledgeMade, pledgePart, pledgesMerged } from './facts.ts'
export { createPledges, type Pledges } from './pledges.ts'
