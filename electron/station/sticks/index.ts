/** Sticks: a file put on one that is plugged in. */
export { createSticks } from './save.ts'
