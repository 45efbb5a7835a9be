/** The journal of facts and the records folded from it. */
export {
  bodyOf,
  type Catalogue,
  catalogueOf,
  factType,
  type FactType,
  on,
  type Part,
  recordKind,
  type Row,
  saysOfPeople,
  takingBack,
} from './catalogue.ts'
export { type Head } from './fact-table.ts'
export { idFromName, makeId, type Random } from './ids.ts'
export { below, each, type Label, ofWhom, ours, theirs, typed } from './labels.ts'
export { createJournal, type Journal, type Writer } from './journal.ts'
export { verifyChain, verifyHeads, verifyRecords } from './verify.ts'
