/** Pledges: what people promise. */
export { pledgePart } from './facts.ts'
export { createPledgeDesk } from './pledges.ts'
