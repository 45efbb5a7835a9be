/** Staff: who may do what at this station. */
export { createStaffDesk, type StaffDesk } from './staff.ts'
export { staffCalls } from './calls.ts'
