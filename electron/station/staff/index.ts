/** Staff: who may do what at this station. */
export { createStaffDesk, FREE_TRIES, isStaffSecret, waitAfter } from './staff.ts'
