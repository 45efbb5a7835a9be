/** The journal of facts and the records folded from it. */
export type { Succeeds } from './began.ts'
export {
  beginning,
  bodyOf,
  type Catalogue,
  catalogueOf,
  factType,
  foldedBy,
  type FactType,
  notFoldedBy,
  on,
  type Part,
  recordKind,
  type RecordKind,
  type Row,
  saysOfPeople,
  takingBack,
} from './catalogue.ts'
export { journalPart, personErased, retentionPassed, wordsErased } from './erasing.ts'
export { refOf, wasOf } from './fields.ts'
export { idFromName, isId, makeId, type Random } from './ids.ts'
export { below, each, type Label, ofWhom, ours, theirs, typed } from './labels.ts'
export { createJournal, type Journal, type Writer } from './journal.ts'
export type { Written } from './rewrite.ts'
export type { Head } from './signed-head.ts'
export { verifyChain, verifyHeads, verifyRecords } from './verify.ts'
