/** The wall on a second screen of this tablet. */
export { createWallBeside } from './wall-beside.ts'
