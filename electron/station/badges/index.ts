/** Badges: what is on them, and the log of what was printed. */
export { badgePart } from './facts.ts'
export { createBadges } from './badges.ts'
