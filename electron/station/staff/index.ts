/** Staff: who may do what at this station. */
export { asOf, leftOf, NO_TRIES, type Pace, PASSPHRASE_PACE, PIN_PACE, spend, waitFor } from './pace.ts'
export { createStaff, isStaffSecret } from './staff.ts'
export type { NotYet } from './tries.ts'
