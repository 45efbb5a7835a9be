/** Workshops: what tables propose. */
export { workshopPart } from './facts.ts'
export { createWorkshops, type Workshops } from './workshops.ts'
