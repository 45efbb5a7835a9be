/** Staff: who may do what at this station. */
export { createStaffDesk, FREE_TRIES, waitAfter } from './staff.ts'
