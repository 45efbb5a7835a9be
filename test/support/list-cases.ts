/** Small lists of `test/cases` that were once read wrongly: who comes, what is told of those who do not, what is noted. */
export type ListCase = { file: string; comes: string[]; not: string[]; noted: RegExp[] }

export const LIST_CASES: readonly ListCase[] = [
  {
    file: 'badge-is-a-kind.csv',
    comes: ['Ada Okafor', 'Grace Bello', 'Tom Nwosu', 'Priya Shah'],
    not: [],
    noted: [/no code of theirs/],
  },
  { file: 'ticket-id-is-a-kind.csv', comes: ['Ada Okafor', 'Tom Nwosu'], not: ['CANCELLED'], noted: [/for certain/] },
  { file: 'order-and-ticket-columns.csv', comes: ['Ada Okafor'], not: ['void'], noted: [] },
  { file: 'approval-status.csv', comes: ['Ada Okafor'], not: ['declined', 'waitlist'], noted: [] },
  {
    file: 'participant-status.csv',
    comes: ['Ada Okafor'],
    not: ['Cancelled', 'Pending from waitlist', 'No-show'],
    noted: [],
  },
  {
    file: 'meeting-responses.csv',
    comes: ['Ada Okafor', 'Tom Nwosu', 'Priya Shah'],
    not: ['Declined'],
    noted: [/for certain/, /for certain/],
  },
  {
    file: 'formula-with-comma.csv',
    comes: ['=HYPERLINK("http://example.org","Ada")', '+44 Ada Okafor', "-2+3+cmd|' /C calc'!A0"],
    not: [],
    noted: [],
  },
  { file: 'name-for-badge.csv', comes: ['Jonty Marsh', 'Bea Shah'], not: [], noted: [] },
]
