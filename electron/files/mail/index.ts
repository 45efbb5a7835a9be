/** Messages that a mail program opens, ready to be read through and sent. */
export { draftMessage } from './draft.ts'
