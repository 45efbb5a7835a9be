/** Pledges: what people promise. */
export { pledgePart } from './facts.ts'
export { createPledges, type Pledges } from './pledges.ts'
