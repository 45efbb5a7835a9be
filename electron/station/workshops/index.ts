/** Workshops: what tables propose. */
export { workshopCalls } from './calls.ts'
export { workshopPart } from './facts.ts'
export { createWorkshopDesk, type WorkshopDesk } from './workshops.ts'
