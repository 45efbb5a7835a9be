/** Rehearsals: an event with an invented crowd, to try everything on. */
export { rehearse, type Rehearsed, type RehearsalSize } from './rehearse.ts'
