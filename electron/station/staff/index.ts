/** Staff: who may do what at this station. */
export { createStaffDesk } from './staff.ts'
