/** The action plan: what the board follows up. */
export { createPlan, type Plan, PLAN_KINDS } from './plan.ts'
