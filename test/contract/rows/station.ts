/** What each role is answered about the station itself, its staff, its sticks and its versions. Columns: delegate, facilitator, steward, organiser, the wall, a locked screen; new, refused, sealed. */
import { setUpAnswers } from '../../support/test-client.ts'
import { PASSPHRASE, PIN } from '../../support/test-station.ts'
import { noSteward, notPossible, NO_ORGANISER, NO_STEWARD, NOT_YET, type RowsOf } from '../row.ts'

const NO_REHEARSAL = noSteward('A rehearsal needs a steward, once a tablet is set up.')
const SOUND = notPossible('sound')
/** A copy goes to a new tablet only. */
const IN_USE = notPossible('set-up')
const NOT_LOCKED = notPossible('not-locked')
const NO_STATION = notPossible('no-station')
const NO_UPDATES = notPossible('no-updates')
const NO_SCREENS = notPossible('no-screens')

export const stationRows: RowsOf<'station'> = {
  state: {
    who: ['ok', 'ok', 'ok', 'ok', 'ok', 'ok'],
    when: ['ok', 'ok', 'ok'],
    browser: { because: 'A tab of a browser can close nothing, keeps no log and installs nothing.' },
  },
  packs: { who: ['ok', 'ok', 'ok', 'ok', 'ok', 'ok'], when: ['ok', 'ok', 'ok'] },
  checkPack: {
    give: { kind: 'shipped', id: 'solihull-nec' },
    who: ['ok', 'ok', 'ok', 'ok', 'ok', 'ok'],
    when: ['ok', 'ok', 'ok'],
  },
  setUp: {
    give: setUpAnswers,
    who: ['already-set-up', 'already-set-up', 'already-set-up', 'already-set-up', 'already-set-up', 'already-set-up'],
    when: ['ready', 'already-set-up', 'already-set-up'],
  },
  unseal: {
    give: { passphrase: PASSPHRASE },
    who: ['open', 'open', 'open', 'open', 'open', 'open'],
    when: ['open', 'open', 'open'],
  },
  event: { who: ['ok', 'ok', 'ok', 'ok', 'ok', 'ok'], when: NOT_YET },
  changes: { who: ['ok', 'ok', 'ok', 'ok', 'ok', 'ok'], when: ['ok', 'ok', 'ok'] },
  // With a pack that is none, so that nobody waits for a crowd to be invented; who may is asked first.
  startRehearsal: {
    give: { pack: { kind: 'file', json: '{}' } },
    who: [NO_REHEARSAL, NO_REHEARSAL, 'pack-refused', 'pack-refused', NO_REHEARSAL, NO_REHEARSAL],
    when: ['pack-refused', 'pack-refused', 'pack-refused'],
  },
  leaveRehearsal: { who: ['ok', 'ok', 'ok', 'ok', 'ok', 'ok'], when: ['ok', 'ok', 'ok'] },
  changeDuty: {
    give: { duty: 'wall' },
    who: [NO_STEWARD, NO_STEWARD, 'ok', 'ok', NO_STEWARD, NO_STEWARD],
    when: NOT_YET,
  },
  rename: {
    give: { name: 'East door' },
    who: [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, 'ok', NO_ORGANISER, NO_ORGANISER],
    when: NOT_YET,
  },
  clock: { who: [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, 'ok', NO_ORGANISER, NO_ORGANISER], when: NOT_YET },
  sayTime: {
    give: { right: '2023-12-12T10:05:00.000Z' },
    who: [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, 'ok', NO_ORGANISER, NO_ORGANISER],
    when: NOT_YET,
  },
  check: { who: [NO_STEWARD, NO_STEWARD, 'ok', 'ok', NO_STEWARD, NO_STEWARD], when: NOT_YET },
  backup: { who: [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, 'ok', NO_ORGANISER, NO_ORGANISER], when: NOT_YET },
  backups: { who: [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, 'ok', NO_ORGANISER, NO_ORGANISER], when: NOT_YET },
  saveCopy: {
    give: { passphrase: PASSPHRASE },
    who: [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, 'saved', NO_ORGANISER, NO_ORGANISER],
    when: NOT_YET,
  },
  putBack: {
    give: () => ({ file: new File(['no copy'], 'plan.pledges'), passphrase: PASSPHRASE }),
    who: [IN_USE, IN_USE, IN_USE, IN_USE, IN_USE, IN_USE],
    when: ['unreadable', IN_USE, IN_USE],
  },
  reopen: { who: ['ok', 'ok', 'ok', 'ok', 'ok', 'ok'], when: ['ok', 'ok', 'ok'] },
  restore: {
    give: ({ wayBack }) => ({ name: wayBack, secret: PIN }),
    who: [SOUND, SOUND, SOUND, SOUND, SOUND, SOUND],
    // Nobody puts a backup in the place of data that only waits for its passphrase.
    when: [SOUND, 'restored', SOUND],
  },
  leave: {
    who: [NO_STEWARD, NO_STEWARD, 'ok', 'ok', NO_STEWARD, NO_STEWARD],
    when: ['ok', NO_STATION, NO_STATION],
    browser: {
      who: [NOT_LOCKED, NOT_LOCKED, NOT_LOCKED, NOT_LOCKED, NOT_LOCKED, NOT_LOCKED],
      when: [NOT_LOCKED, NOT_LOCKED, NOT_LOCKED],
      because: 'Anybody may close a tab of a browser.',
    },
  },
  support: {
    who: [NO_STEWARD, NO_STEWARD, 'ok', 'ok', NO_STEWARD, NO_STEWARD],
    when: ['ok', 'ok', 'ok'],
    browser: { because: 'The browser’s host keeps no log.' },
  },
}

export const staffRows: RowsOf<'staff'> = {
  unlock: {
    give: { role: 'steward', pin: PIN },
    who: ['unlocked', 'unlocked', 'unlocked', 'unlocked', 'unlocked', 'unlocked'],
    when: NOT_YET,
  },
  changePin: {
    give: { passphrase: PASSPHRASE, pin: '5190' },
    who: [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, 'changed', NO_ORGANISER, NO_ORGANISER],
    when: NOT_YET,
  },
  // To the same again, so that whoever is asked after it is still known by it.
  changePassphrase: {
    give: { passphrase: PASSPHRASE, next: PASSPHRASE },
    who: [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, 'same', NO_ORGANISER, NO_ORGANISER],
    when: NOT_YET,
  },
  sheet: { who: [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, 'ok', NO_ORGANISER, NO_ORGANISER], when: NOT_YET },
  makeSheet: {
    give: { passphrase: PASSPHRASE },
    who: ['made', 'made', 'made', 'made', 'made', 'made'],
    when: NOT_YET,
  },
  openWithSheet: {
    give: { sheet: 'no sheet', passphrase: 'another three words', pin: '5190' },
    who: ['not-a-sheet', 'not-a-sheet', 'not-a-sheet', 'not-a-sheet', 'not-a-sheet', 'not-a-sheet'],
    when: ['not-a-sheet', 'not-a-sheet', 'not-a-sheet'],
  },
  here: { who: ['ok', 'ok', 'ok', 'ok', 'ok', 'ok'], when: ['ok', 'ok', 'ok'] },
  lock: { who: ['ok', 'ok', 'ok', 'ok', 'ok', 'ok'], when: ['ok', 'ok', 'ok'] },
}

export const sticksRows: RowsOf<'sticks'> = {
  list: {
    who: [NO_STEWARD, NO_STEWARD, 'ok', 'ok', NO_STEWARD, NO_STEWARD],
    when: ['ok', 'ok', 'ok'],
    browser: { because: 'A browser asks where a download goes; the locked app does not.' },
  },
  save: {
    give: () => ({ stick: 'a1', file: new File(['the plan'], 'plan.csv') }),
    who: [NO_STEWARD, NO_STEWARD, 'saved', 'saved', NO_STEWARD, NO_STEWARD],
    when: ['saved', 'saved', 'saved'],
  },
}

export const updatesRows: RowsOf<'updates'> = {
  look: {
    who: [NO_STEWARD, NO_STEWARD, 'ok', 'ok', NO_STEWARD, NO_STEWARD],
    when: NOT_YET,
    browser: {
      who: [NO_STEWARD, NO_STEWARD, NO_UPDATES, NO_UPDATES, NO_STEWARD, NO_STEWARD],
      because: 'The browser’s host installs nothing.',
    },
  },
  install: {
    give: { id: 'a' },
    who: [NO_STEWARD, NO_STEWARD, 'installing', 'installing', NO_STEWARD, NO_STEWARD],
    when: NOT_YET,
    browser: {
      who: [NO_STEWARD, NO_STEWARD, NO_UPDATES, NO_UPDATES, NO_STEWARD, NO_STEWARD],
      because: 'The browser’s host installs nothing.',
    },
  },
}

export const wallRows: RowsOf<'wall'> = {
  beside: {
    who: ['ok', 'ok', 'ok', 'ok', 'ok', 'ok'],
    when: NOT_YET,
    browser: { because: 'A tab of a browser knows of no second screen.' },
  },
  show: {
    give: { on: true },
    who: [NO_STEWARD, NO_STEWARD, 'ok', 'ok', NO_STEWARD, NO_STEWARD],
    when: NOT_YET,
    browser: {
      who: [NO_STEWARD, NO_STEWARD, NO_SCREENS, NO_SCREENS, NO_STEWARD, NO_STEWARD],
      because: 'A tab of a browser can show nothing on another screen.',
    },
  },
}
