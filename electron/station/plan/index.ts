/** The action plan: what the board follows up. */
export { planCalls } from './calls.ts'
export { createPlanDesk, PLAN_KINDS, type PlanDesk, type PlanKind } from './desk.ts'
export { writePlanFile } from './write-file.ts'
