/** The one question at the way out. */
export { wayOutPart } from './facts.ts'
export { createWayOut } from './way-out.ts'
