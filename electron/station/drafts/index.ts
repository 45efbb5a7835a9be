/** Drafts: what is being typed, kept through crashes and idle times. */
export { createDraftDrawer } from './drafts.ts'
