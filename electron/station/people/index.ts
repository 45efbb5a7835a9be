/** People: who is on the list twice, what one person did here, and everything that is held on them. */
export { createHeld } from './held.ts'
export { HELD_KINDS, heldFile } from './held-file.ts'
export { createPeople } from './people.ts'
