/** Roll calls: who is in the building, and who has been accounted for. */
export { rollCallPart } from './facts.ts'
export { createRollCallDesk } from './roll-call.ts'
