/** Drafts: what is being typed, kept through crashes and idle times. */
export { createDrafts, type DraftDrawer } from './drafts.ts'
