/** Workshops: what tables propose. */
export { workshopPart } from './facts.ts'
export { createWorkshopDesk, type WorkshopDesk } from './workshops.ts'
