/** Drives that can be taken out: which are plugged into this tablet now. */
export { type ListSticks, type Stick } from './lister.ts'
export { systemSticks } from './system.ts'
