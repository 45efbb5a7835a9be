/** Pledges: what people promise. */
export { pledgePart, type PledgeRow } from './facts.ts'
export { createPledgeDesk, type PledgeDesk } from './pledges.ts'
