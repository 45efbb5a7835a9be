/** Tables: lists of rows under headings, read from CSV files and workbooks that anybody may have written. */
export { beginningOf, looksLikeName } from './guess-top.ts'
export { headingKey, surenessOf } from './headings.ts'
export { isSmall, readInThread } from './read-in-thread.ts'
export { readTable } from './read-table.ts'
export type { Reading, Table, TableError, TableNotice, TableRow } from './table.ts'
export { isPlain, tidy } from './tidy.ts'
export type { HeadingRule, Vocabulary } from './vocabulary.ts'
