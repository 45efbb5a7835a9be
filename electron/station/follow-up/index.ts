/** Following up what was promised: the contact list, offers that are alike, and the numbers. */
export { CONTACT_KINDS } from './contact-files.ts'
export { followUpPart } from './facts.ts'
export { createFollowUp, type FollowUp } from './follow-up.ts'
