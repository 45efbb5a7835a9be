/** What each role is answered about drafts, pledges, the workshops’ tables and the plan. Columns: delegate, facilitator, steward, organiser, the wall, a locked screen; new, refused, sealed. */
import { AN_IDEA } from '../hall.ts'
import { A_CARD, A_SHEET, aPledge, anAction } from '../../support/test-station.ts'
import { noSteward, NO_FACILITATOR, NO_ORGANISER, NO_STEWARD, NOT_YET, notPossible, type RowsOf } from '../row.ts'

const NOT_YOURS = noSteward(
  'Only the person who has just made this pledge, or a member of staff, can see or change it.',
)

const STEWARDS = [NO_STEWARD, NO_STEWARD, 'ok', 'ok', NO_STEWARD, NO_STEWARD] as const

// A form of the stewards’: whose every form is, and that one person’s is theirs alone, is told below the table.
export const draftsRows: RowsOf<'drafts'> = {
  save: { give: { scope: 'walk-in', body: '{}' }, who: STEWARDS, when: NOT_YET },
  open: { give: { scope: 'walk-in' }, who: STEWARDS, when: NOT_YET },
  clear: { give: { scope: 'walk-in' }, who: STEWARDS, when: NOT_YET },
  park: { give: { scope: 'walk-in' }, who: STEWARDS, when: NOT_YET },
  parked: { who: [NO_STEWARD, NO_STEWARD, 'ok', 'ok', NO_STEWARD, NO_STEWARD], when: NOT_YET },
  resume: {
    give: ({ parked }) => ({ id: parked() }),
    who: [NO_STEWARD, NO_STEWARD, 'ok', 'ok', NO_STEWARD, NO_STEWARD],
    when: NOT_YET,
  },
  discard: {
    give: ({ parked }) => ({ id: parked() }),
    who: [NO_STEWARD, NO_STEWARD, 'ok', 'ok', NO_STEWARD, NO_STEWARD],
    when: NOT_YET,
  },
}

export const pledgesRows: RowsOf<'pledges'> = {
  scan: {
    give: ({ badge }) => ({ text: badge() }),
    who: ['found', 'found', 'found', 'found', 'found', 'found'],
    when: NOT_YET,
  },
  make: { give: aPledge, who: ['ok', 'ok', 'ok', 'ok', 'ok', 'ok'], when: NOT_YET },
  // Somebody else’s: what is theirs while they stand there is told below the table.
  read: {
    give: ({ pledge }) => ({ id: pledge() }),
    who: [NOT_YOURS, NOT_YOURS, 'ok', 'ok', NOT_YOURS, NOT_YOURS],
    when: NOT_YET,
  },
  amend: {
    give: ({ pledge }) => ({ id: pledge(), quantity: 5, reason: 'One more' }),
    who: [NOT_YOURS, NOT_YOURS, 'ok', 'ok', NOT_YOURS, NOT_YOURS],
    when: NOT_YET,
  },
  withdraw: {
    give: ({ pledge }) => ({ id: pledge(), reason: 'Not now' }),
    who: [NOT_YOURS, NOT_YOURS, 'ok', 'ok', NOT_YOURS, NOT_YOURS],
    when: NOT_YET,
  },
  restore: {
    give: ({ pledge }) => ({ id: pledge(), reason: '' }),
    who: [NOT_YOURS, NOT_YOURS, 'ok', 'ok', NOT_YOURS, NOT_YOURS],
    when: NOT_YET,
  },
  endVisit: { who: ['ok', 'ok', 'ok', 'ok', 'ok', 'ok'], when: NOT_YET },
  tree: { who: ['ok', 'ok', 'ok', 'ok', 'ok', 'ok'], when: NOT_YET },
  attribute: {
    give: ({ pledge, expected }) => ({
      id: pledge(),
      by: { kind: 'delegate', delegate: expected() },
      samePerson: false,
      reason: 'It was Ewa’s',
    }),
    who: [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, 'ok', NO_ORGANISER, NO_ORGANISER],
    when: NOT_YET,
  },
  likelySame: {
    give: ({ pledge }) => ({ id: pledge() }),
    who: [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, 'ok', NO_ORGANISER, NO_ORGANISER],
    when: NOT_YET,
  },
  compare: {
    give: ({ pledge }) => ({ one: pledge(), other: pledge() }),
    who: [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, 'ok', NO_ORGANISER, NO_ORGANISER],
    when: NOT_YET,
  },
  merge: {
    give: ({ pledge }) => ({ one: pledge(), other: pledge(), reason: 'Typed twice' }),
    who: [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, 'ok', NO_ORGANISER, NO_ORGANISER],
    when: NOT_YET,
  },
  // Of two that are two already, so that nothing is taken back.
  part: {
    give: ({ pledge }) => ({ id: pledge(), reason: 'Two after all' }),
    who: [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, notPossible('two'), NO_ORGANISER, NO_ORGANISER],
    when: NOT_YET,
  },
  merges: {
    give: ({ pledge }) => ({ id: pledge() }),
    who: [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, 'ok', NO_ORGANISER, NO_ORGANISER],
    when: NOT_YET,
  },
  list: { give: {}, who: [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, 'ok', NO_ORGANISER, NO_ORGANISER], when: NOT_YET },
}

export const workshopsRows: RowsOf<'workshops'> = {
  table: {
    give: { session: 'workshop-1', table: 'table-7' },
    who: [NO_FACILITATOR, 'ok', 'ok', 'ok', NO_FACILITATOR, NO_FACILITATOR],
    when: NOT_YET,
  },
  proposeAction: {
    give: anAction,
    who: [NO_FACILITATOR, 'ok', 'ok', 'ok', NO_FACILITATOR, NO_FACILITATOR],
    when: NOT_YET,
  },
  amendAction: {
    give: ({ action }) => ({ id: action(), owner: 'Head of Leisure', reason: '' }),
    who: [NO_FACILITATOR, 'ok', 'ok', 'ok', NO_FACILITATOR, NO_FACILITATOR],
    when: NOT_YET,
  },
  moveAction: {
    give: ({ action }) => ({ id: action(), to: 'up' }),
    who: [NO_FACILITATOR, 'ok', 'ok', 'ok', NO_FACILITATOR, NO_FACILITATOR],
    when: NOT_YET,
  },
  withdrawAction: {
    give: ({ action }) => ({ id: action(), reason: 'Twice' }),
    who: [NO_FACILITATOR, 'ok', 'ok', 'ok', NO_FACILITATOR, NO_FACILITATOR],
    when: NOT_YET,
  },
  restoreAction: {
    give: ({ action }) => ({ id: action(), reason: '' }),
    who: [NO_FACILITATOR, 'ok', 'ok', 'ok', NO_FACILITATOR, NO_FACILITATOR],
    when: NOT_YET,
  },
  postIdea: { give: AN_IDEA, who: [NO_FACILITATOR, 'ok', 'ok', 'ok', NO_FACILITATOR, NO_FACILITATOR], when: NOT_YET },
  amendIdea: {
    give: ({ idea }) => ({ id: idea(), name: 'Ewa Kaur', reason: '' }),
    who: [NO_FACILITATOR, 'ok', 'ok', 'ok', NO_FACILITATOR, NO_FACILITATOR],
    when: NOT_YET,
  },
  withdrawIdea: {
    give: ({ idea }) => ({ id: idea(), reason: 'Twice' }),
    who: [NO_FACILITATOR, 'ok', 'ok', 'ok', NO_FACILITATOR, NO_FACILITATOR],
    when: NOT_YET,
  },
  restoreIdea: {
    give: ({ idea }) => ({ id: idea(), reason: '' }),
    who: [NO_FACILITATOR, 'ok', 'ok', 'ok', NO_FACILITATOR, NO_FACILITATOR],
    when: NOT_YET,
  },
  listActions: {
    give: {},
    who: [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, 'ok', NO_ORGANISER, NO_ORGANISER],
    when: NOT_YET,
  },
  listIdeas: {
    give: {},
    who: [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, 'ok', NO_ORGANISER, NO_ORGANISER],
    when: NOT_YET,
  },
}

const ORGANISERS = [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, 'ok', NO_ORGANISER, NO_ORGANISER] as const
const OURS = { type: 'work-experience', sector: 'business' }

export const followUpRows: RowsOf<'followUp'> = {
  likeOffers: { who: ORGANISERS, when: NOT_YET },
  offersOf: { give: OURS, who: ORGANISERS, when: NOT_YET },
  confirmGroup: {
    give: { ...OURS, name: 'Placements', by: 'Ines', join: [] },
    who: [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, notPossible('too-few'), NO_ORGANISER, NO_ORGANISER],
    when: NOT_YET,
  },
  partGroup: { give: OURS, who: ORGANISERS, when: NOT_YET },
  contacts: { give: {}, who: ORGANISERS, when: NOT_YET },
  contactsExport: { give: { kind: 'zip' }, who: ORGANISERS, when: NOT_YET },
  numbers: { who: ORGANISERS, when: NOT_YET },
}

export const planRows: RowsOf<'plan'> = {
  today: { who: [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, 'ok', NO_ORGANISER, NO_ORGANISER], when: NOT_YET },
  organisations: {
    give: { of: 'pledges' },
    who: [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, 'ok', NO_ORGANISER, NO_ORGANISER],
    when: NOT_YET,
  },
  overview: { who: [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, 'ok', NO_ORGANISER, NO_ORGANISER], when: NOT_YET },
  history: {
    give: ({ pledge }) => ({ subject: pledge() }),
    who: [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, 'ok', NO_ORGANISER, NO_ORGANISER],
    when: NOT_YET,
  },
  undated: { who: [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, 'ok', NO_ORGANISER, NO_ORGANISER], when: NOT_YET },
  export: {
    give: { kind: 'csv' },
    who: [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, 'ok', NO_ORGANISER, NO_ORGANISER],
    when: NOT_YET,
  },
}

export const peopleRows: RowsOf<'people'> = {
  likelySame: { who: [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, 'ok', NO_ORGANISER, NO_ORGANISER], when: NOT_YET },
  compare: {
    give: ({ twoPeople }) => twoPeople(),
    who: [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, 'ok', NO_ORGANISER, NO_ORGANISER],
    when: NOT_YET,
  },
  merge: {
    give: ({ twoPeople }) => ({ ...twoPeople(), reason: 'She said so' }),
    who: [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, 'ok', NO_ORGANISER, NO_ORGANISER],
    when: NOT_YET,
  },
  // Of two that are two already, so that nothing is taken back.
  part: {
    give: ({ expected }) => ({ id: expected(), reason: 'They are sisters' }),
    who: [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, notPossible('two'), NO_ORGANISER, NO_ORGANISER],
    when: NOT_YET,
  },
  page: {
    give: ({ expected }) => ({ delegate: expected() }),
    who: [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, 'ok', NO_ORGANISER, NO_ORGANISER],
    when: NOT_YET,
  },
  held: {
    give: ({ expected }) => ({ delegate: expected() }),
    who: [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, 'ok', NO_ORGANISER, NO_ORGANISER],
    when: NOT_YET,
  },
}

const written = '2023-12-12T08:40:00.000Z'
const ENTERED = [NO_STEWARD, NO_STEWARD, 'entered', 'entered', NO_STEWARD, NO_STEWARD] as const

export const cardsRows: RowsOf<'cards'> = {
  codes: { give: { count: 2 }, who: STEWARDS, when: NOT_YET },
  look: {
    give: { text: A_CARD },
    who: [NO_STEWARD, NO_STEWARD, 'card', 'card', NO_STEWARD, NO_STEWARD],
    when: NOT_YET,
  },
  enterPledge: { give: { ...aPledge, card: A_CARD, written }, who: ENTERED, when: NOT_YET },
  enterAction: { give: { ...anAction, card: A_SHEET, line: 1, written }, who: ENTERED, when: NOT_YET },
  enterIdea: { give: { ...AN_IDEA, card: A_SHEET, line: 1, written }, who: ENTERED, when: NOT_YET },
  entered: { give: {}, who: STEWARDS, when: NOT_YET },
}

export const wayOutRows: RowsOf<'wayOut'> = {
  answer: {
    give: { answer: 'yes' },
    who: ['counted', 'counted', 'counted', 'counted', 'counted', 'counted'],
    when: NOT_YET,
  },
  numbers: { who: STEWARDS, when: NOT_YET },
}
