/** The action plan: what the board follows up. */
export { createPlanDesk, PLAN_KINDS } from './desk.ts'
