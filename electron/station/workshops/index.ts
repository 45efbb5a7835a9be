/** Workshops: what tables propose. */
export { workshopPart } from './facts.ts'
export { createWorkshopDesk } from './workshops.ts'
