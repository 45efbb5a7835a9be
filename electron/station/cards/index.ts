/** Printed cards and sheets. */
export { createCards } from './cards.ts'
