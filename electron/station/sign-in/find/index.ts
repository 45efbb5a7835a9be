/** The people finder: finds by typing, and warns of the same person twice. */
export { mainWordsOf } from './name-words.ts'
export { createPeopleIndex, type Found, type Similar } from './people-index.ts'
