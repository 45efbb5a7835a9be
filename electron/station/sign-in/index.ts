/** Sign-in: delegates, their attendance, and their import. */
export { ATTENDANCE_KINDS, createAttendance } from './attendance/attendance.ts'
export { createBuilding, type InBuilding } from './building.ts'
export { delegateAdded, delegateAmended, signInPart } from './facts.ts'
export { importUndone } from './import/import-facts.ts'
export { createForAnyone, type ForAnyone } from './for-anyone/for-anyone.ts'
export { createPaper } from './paper/paper.ts'
export { createSelfService } from './self-service/self-service.ts'
export { createSignIn, type SignIn } from './sign-in.ts'
