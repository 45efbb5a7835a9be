/** Pledges: what people promise. */
export { pledgeCalls } from './calls.ts'
export { pledgePart } from './facts.ts'
export { createPledgeDesk, type PledgeDesk } from './pledges.ts'
