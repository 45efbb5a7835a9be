/** Rows that were left as they are while a list was written, because somebody else wrote of the same people meanwhile. */
import type { MatchedImport } from './match.ts'
import type { RowError } from './notices.ts'

export type Missed = Pick<MatchedImport, 'adds' | 'updates'>

const CAME =
  'Somebody of this name came onto the list while it was read in, so this row was left out. Import the list again, and look whether they are the same person.'
const CHANGED =
  'Somebody else changed this person while the list was read in, so they were left as they are. Import the list again, and look what is different.'

/** Of rows that were left as they are while the others were written. */
export const missedNotices = ({ adds, updates }: Missed): RowError[] => [
  ...adds.map(({ row, values }) => ({ row, column: '', value: values.name, reason: CAME })),
  ...updates.map(({ row, name }) => ({ row, column: '', value: name, reason: CHANGED })),
]
