/** Roll calls: who is in the building, and who has been accounted for. */
export { rollCallPart } from './facts.ts'
export { createRollCallDesk, type RollCallDesk } from './roll-call.ts'
