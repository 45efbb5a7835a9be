/** The journal of facts and the records folded from it. */
export type { Succeeds } from './began.ts'
export {
  beginning,
  bodyOf,
  type Catalogue,
  catalogueOf,
  factType,
  type Family,
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
  type Timed,
} from './catalogue.ts'
export type { Told } from './fact-table.ts'
export { certificateIn, NotFromHere, stationEnrolled } from './enrolled.ts'
export { journalPart, people, personErased, retentionPassed, wordsErased } from './erasing.ts'
export { refOf, wasOf } from './fields.ts'
export { clockSaid, clockStepped, onCalendar } from './clock-facts.ts'
export { idFromName, isId, makeId, type Random } from './ids.ts'
export { peopleMerged, peopleParted } from './one-person.ts'
export { family, mergedBody, partedBody, standingMerges, typesIn } from './one-thing.ts'
export { below, declared, each, type Label, ofWhom, ours, theirs, typed } from './labels.ts'
export { inOrder } from './order.ts'
export { createFactTable } from './fact-table.ts'
export { followChain, heldToCarry, nothingTaken, type Taken, takeChain } from './merge.ts'
export { sightOf } from './seen.ts'
export { signOnceMore } from './own-chain.ts'
export { createJournal, type Journal, type Writer } from './journal.ts'
export type { Written } from './rewrite.ts'
export type { Head } from './signed-head.ts'
export { verifyChain, verifyHeads, verifyRecords } from './verify.ts'
