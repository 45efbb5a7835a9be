/** Workshops: what tables propose. */
export { type ActionRow, type IdeaRow, workshopPart } from './facts.ts'
export { createWorkshopDesk, type WorkshopDesk } from './workshops.ts'
