/** Drafts: what is being typed, kept through crashes and idle times. */
export { createDraftDrawer, type DraftDrawer } from './drafts.ts'
