/** The people finder: finds by typing, and warns of the same person twice. */
export { createPeopleIndex, type Found, type Similar } from './people-index.ts'
