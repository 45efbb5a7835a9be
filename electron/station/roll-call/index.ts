/** Roll calls: who is in the building, and who has been accounted for. */
export { rollCallPart } from './facts.ts'
export { createRollCalls, type RollCalls } from './roll-call.ts'
