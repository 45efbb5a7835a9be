/** What each role is answered at the sign-in desk. Columns: delegate, facilitator, steward, organiser, the wall, a locked screen; new, refused, sealed. */
import { aList } from '../hall.ts'
import { kwame } from '../../support/test-station.ts'
import { noSteward, NO_ORGANISER, NO_STEWARD, NOT_YET, type RowsOf } from '../row.ts'

const NOT_HERE = noSteward('This tablet does not sign people in by itself now. Please ask a member of staff.')

export const signInRows: RowsOf<'signIn'> = {
  find: { give: { query: 'Ewa' }, who: [NO_STEWARD, NO_STEWARD, 'ok', 'ok', NO_STEWARD, NO_STEWARD], when: NOT_YET },
  findPublic: {
    give: { name: 'Zara Quillfeather' },
    who: ['nobody', 'nobody', 'nobody', 'nobody', 'nobody', 'nobody'],
    when: NOT_YET,
  },
  scan: {
    give: ({ badge }) => ({ text: badge() }),
    who: [NO_STEWARD, NO_STEWARD, 'signed-in', 'signed-in', NO_STEWARD, NO_STEWARD],
    when: NOT_YET,
  },
  door: { who: ['ok', 'ok', 'ok', 'ok', 'ok', 'ok'], when: NOT_YET },
  changeDoor: {
    give: { sound: false },
    who: [NO_STEWARD, NO_STEWARD, 'ok', 'ok', NO_STEWARD, NO_STEWARD],
    when: NOT_YET,
  },
  read: {
    give: ({ expected }) => ({ delegate: expected() }),
    who: [NO_STEWARD, NO_STEWARD, 'ok', 'ok', NO_STEWARD, NO_STEWARD],
    when: NOT_YET,
  },
  arrivals: { give: {}, who: [NO_STEWARD, NO_STEWARD, 'ok', 'ok', NO_STEWARD, NO_STEWARD], when: NOT_YET },
  note: {
    give: ({ expected }) => ({ delegate: expected(), note: 'Her lanyard is at the desk' }),
    who: [NO_STEWARD, NO_STEWARD, 'ok', 'ok', NO_STEWARD, NO_STEWARD],
    when: NOT_YET,
  },
  recordNeeds: {
    give: ({ expected }) => ({ delegate: expected(), access: 'A ramp', dietary: '' }),
    who: [NO_STEWARD, NO_STEWARD, 'ok', 'ok', NO_STEWARD, NO_STEWARD],
    when: NOT_YET,
  },
  signIn: {
    give: ({ expected }) => ({ delegate: expected() }),
    who: [NO_STEWARD, NO_STEWARD, 'signed-in', 'signed-in', NO_STEWARD, NO_STEWARD],
    when: NOT_YET,
  },
  signOut: {
    give: ({ here }) => ({ delegate: here() }),
    who: [NO_STEWARD, NO_STEWARD, 'signed-out', 'signed-out', NO_STEWARD, NO_STEWARD],
    when: NOT_YET,
  },
  undo: {
    give: ({ here }) => ({ delegate: here(), reason: 'The wrong Ewa' }),
    who: [NO_STEWARD, NO_STEWARD, 'undone', 'undone', NO_STEWARD, NO_STEWARD],
    when: NOT_YET,
  },
  walkIn: {
    give: { ...kwame, evenIfKnown: true },
    who: [NO_STEWARD, NO_STEWARD, 'signed-in', 'signed-in', NO_STEWARD, NO_STEWARD],
    when: NOT_YET,
  },
  counts: { who: ['ok', 'ok', 'ok', 'ok', 'ok', 'ok'], when: NOT_YET },
  organisations: { give: { query: 'Elm' }, who: ['ok', 'ok', 'ok', 'ok', 'ok', 'ok'], when: NOT_YET },
  badge: {
    give: ({ expected }) => ({ delegate: expected() }),
    who: [NO_STEWARD, NO_STEWARD, 'ok', 'ok', NO_STEWARD, NO_STEWARD],
    when: NOT_YET,
  },
  list: { give: {}, who: [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, 'ok', NO_ORGANISER, NO_ORGANISER], when: NOT_YET },
  amend: {
    give: ({ expected }) => ({ delegate: expected(), table: 'Table 4', reason: 'Moved' }),
    who: [NO_STEWARD, NO_STEWARD, 'ok', 'ok', NO_STEWARD, NO_STEWARD],
    when: NOT_YET,
  },
  withdraw: {
    give: ({ expected }) => ({ delegate: expected(), reason: 'Cannot come' }),
    who: [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, 'ok', NO_ORGANISER, NO_ORGANISER],
    when: NOT_YET,
  },
  restore: {
    give: ({ withdrawn }) => ({ delegate: withdrawn(), reason: '' }),
    who: [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, 'ok', NO_ORGANISER, NO_ORGANISER],
    when: NOT_YET,
  },
  beforeErasing: {
    give: ({ expected }) => ({ delegate: expected() }),
    who: [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, 'ok', NO_ORGANISER, NO_ORGANISER],
    when: NOT_YET,
  },
  erase: {
    give: ({ expected }) => ({ delegate: expected(), reason: 'She asked to be forgotten' }),
    who: [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, 'ok', NO_ORGANISER, NO_ORGANISER],
    when: NOT_YET,
  },
  needs: {
    give: ({ expected }) => ({ delegate: expected() }),
    who: [NO_STEWARD, NO_STEWARD, 'ok', 'ok', NO_STEWARD, NO_STEWARD],
    when: NOT_YET,
  },
  purgeNeeds: {
    give: { reason: 'The day is over' },
    who: [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, 'ok', NO_ORGANISER, NO_ORGANISER],
    when: NOT_YET,
  },
  imports: { who: [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, 'ok', NO_ORGANISER, NO_ORGANISER], when: NOT_YET },
  beforeUndoingImport: {
    give: ({ listReadIn }) => ({ id: listReadIn() }),
    who: [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, 'ok', NO_ORGANISER, NO_ORGANISER],
    when: NOT_YET,
  },
  // Of nothing that anybody has looked at, so that nothing is taken back.
  undoImport: {
    give: ({ listReadIn }) => ({ id: listReadIn(), reason: 'The wrong list', seen: 'nothing' }),
    who: [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, 'changed', NO_ORGANISER, NO_ORGANISER],
    when: NOT_YET,
  },
}

export const importRows: RowsOf<'import'> = {
  analyse: {
    give: () => ({ file: aList() }),
    who: [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, 'analysis', NO_ORGANISER, NO_ORGANISER],
    when: NOT_YET,
  },
  decide: {
    give: async ({ listInHand }) => ({ id: await listInHand(), changes: [{ decide: 'without', row: 2 }] }),
    who: [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, 'analysis', NO_ORGANISER, NO_ORGANISER],
    when: NOT_YET,
  },
  commit: {
    give: async ({ listInHand }) => ({ id: await listInHand() }),
    who: [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, 'imported', NO_ORGANISER, NO_ORGANISER],
    when: NOT_YET,
  },
  leave: {
    give: async ({ listInHand }) => ({ id: await listInHand() }),
    who: [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, 'ok', NO_ORGANISER, NO_ORGANISER],
    when: NOT_YET,
  },
}

export const selfServiceRows: RowsOf<'selfService'> = {
  find: {
    give: { name: 'Zara Quillfeather', organisation: 'Nowhere', email: '' },
    who: ['not-found', NOT_HERE, 'not-found', 'not-found', NOT_HERE, 'not-found'],
    when: NOT_YET,
    atTheDoor: true,
  },
  scan: {
    give: ({ badge }) => ({ text: badge() }),
    who: ['found', NOT_HERE, 'found', 'found', NOT_HERE, 'found'],
    when: NOT_YET,
    atTheDoor: true,
  },
  signIn: {
    give: async ({ foundOneself }) => ({
      person: await foundOneself(),
      details: {},
      needs: { access: '', dietary: '' },
    }),
    who: ['signed-in', NOT_HERE, 'signed-in', 'signed-in', NOT_HERE, 'signed-in'],
    when: NOT_YET,
    atTheDoor: true,
  },
  endVisit: { who: ['ok', 'ok', 'ok', 'ok', 'ok', 'ok'], when: NOT_YET, atTheDoor: true },
}
