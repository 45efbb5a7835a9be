/** Pledges: what people promise. */
export { pledgePart } from './facts.ts'
export { createPledgeDesk, type PledgeDesk } from './pledges.ts'
