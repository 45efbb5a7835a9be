/** The action plan: what the board follows up. */
export { createPlan, PLAN_KINDS } from './plan.ts'
