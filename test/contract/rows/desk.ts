/** What each role is answered about the roll call, the paper sheet, badges and attendance. Columns: delegate, facilitator, steward, organiser, the wall, a locked screen; new, refused, sealed. */
import { A_JOB, NINE } from '../hall.ts'
import { NO_ORGANISER, NO_STEWARD, NOT_YET, type RowsOf } from '../row.ts'

export const rollCallRows: RowsOf<'rollCall'> = {
  state: { who: [NO_STEWARD, NO_STEWARD, 'ok', 'ok', NO_STEWARD, NO_STEWARD], when: NOT_YET },
  read: {
    give: ({ rollCall }) => ({ rollCall: rollCall('open') }),
    who: [NO_STEWARD, NO_STEWARD, 'ok', 'ok', NO_STEWARD, NO_STEWARD],
    when: NOT_YET,
  },
  earlier: { give: {}, who: [NO_STEWARD, NO_STEWARD, 'ok', 'ok', NO_STEWARD, NO_STEWARD], when: NOT_YET },
  people: {
    give: ({ rollCall }) => ({ rollCall: rollCall('open') }),
    who: [NO_STEWARD, NO_STEWARD, 'ok', 'ok', NO_STEWARD, NO_STEWARD],
    when: NOT_YET,
  },
  forPaper: { give: {}, who: [NO_STEWARD, NO_STEWARD, 'ok', 'ok', NO_STEWARD, NO_STEWARD], when: NOT_YET },
  start: {
    give: ({ rollCall }) => ({ by: 'Sam Vale', insteadOf: rollCall('open') }),
    who: [NO_STEWARD, NO_STEWARD, 'started', 'started', NO_STEWARD, NO_STEWARD],
    when: NOT_YET,
  },
  tick: {
    give: ({ here, rollCall }) => ({ rollCall: rollCall('open'), delegate: here(), ticked: true, by: 'Sam Vale' }),
    who: [NO_STEWARD, NO_STEWARD, 'ok', 'ok', NO_STEWARD, NO_STEWARD],
    when: NOT_YET,
  },
  end: {
    give: ({ rollCall }) => ({ rollCall: rollCall('open'), by: 'Sam Vale' }),
    who: [NO_STEWARD, NO_STEWARD, 'ok', 'ok', NO_STEWARD, NO_STEWARD],
    when: NOT_YET,
  },
  reopen: {
    give: ({ rollCall }) => ({ rollCall: rollCall('ended'), by: 'Sam Vale' }),
    who: [NO_STEWARD, NO_STEWARD, 'ok', 'ok', NO_STEWARD, NO_STEWARD],
    when: NOT_YET,
  },
}

export const paperRows: RowsOf<'paper'> = {
  sheet: {
    give: { who: 'everyone' },
    who: [NO_STEWARD, NO_STEWARD, 'ok', 'ok', NO_STEWARD, NO_STEWARD],
    when: NOT_YET,
  },
  otherLetters: { who: [NO_STEWARD, NO_STEWARD, 'ok', 'ok', NO_STEWARD, NO_STEWARD], when: NOT_YET },
  letters: {
    give: { who: 'not-here' },
    who: [NO_STEWARD, NO_STEWARD, 'ok', 'ok', NO_STEWARD, NO_STEWARD],
    when: NOT_YET,
  },
  entered: { give: {}, who: [NO_STEWARD, NO_STEWARD, 'ok', 'ok', NO_STEWARD, NO_STEWARD], when: NOT_YET },
  enter: {
    give: ({ expected }) => ({ delegate: expected(), in: NINE, out: null }),
    who: [NO_STEWARD, NO_STEWARD, 'entered', 'entered', NO_STEWARD, NO_STEWARD],
    when: NOT_YET,
  },
  walkIn: {
    give: { name: 'Kwame Okonkwo-Bell', organisation: 'Meriden Motors', in: NINE, out: null, evenIfKnown: true },
    who: [NO_STEWARD, NO_STEWARD, 'entered', 'entered', NO_STEWARD, NO_STEWARD],
    when: NOT_YET,
  },
  undo: {
    give: ({ paperLine }) => paperLine(),
    who: [NO_STEWARD, NO_STEWARD, 'undone', 'undone', NO_STEWARD, NO_STEWARD],
    when: NOT_YET,
  },
}

export const badgesRows: RowsOf<'badges'> = {
  people: { give: { who: 'all' }, who: [NO_STEWARD, NO_STEWARD, 'ok', 'ok', NO_STEWARD, NO_STEWARD], when: NOT_YET },
  choices: { who: [NO_STEWARD, NO_STEWARD, 'ok', 'ok', NO_STEWARD, NO_STEWARD], when: NOT_YET },
  contents: {
    give: ({ expected }) => ({ delegates: [expected()] }),
    who: [NO_STEWARD, NO_STEWARD, 'ok', 'ok', NO_STEWARD, NO_STEWARD],
    when: NOT_YET,
  },
  print: {
    give: ({ expected }) => ({ delegates: [expected()], layout: 'a6' }),
    who: [NO_STEWARD, NO_STEWARD, 'printed', 'printed', NO_STEWARD, NO_STEWARD],
    when: NOT_YET,
    browser: {
      who: [NO_STEWARD, NO_STEWARD, 'ask', 'ask', NO_STEWARD, NO_STEWARD],
      because: 'Only a browser’s own dialog prints.',
    },
  },
  printers: {
    who: [NO_STEWARD, NO_STEWARD, 'ok', 'ok', NO_STEWARD, NO_STEWARD],
    when: NOT_YET,
    browser: { because: 'A browser tells of no printers.' },
  },
  printed: {
    give: ({ expected }) => ({ delegates: [expected()], layout: 'a6', why: 'alone', job: A_JOB }),
    who: [NO_STEWARD, NO_STEWARD, 'ok', 'ok', NO_STEWARD, NO_STEWARD],
    when: NOT_YET,
  },
  notPrinted: {
    give: ({ expected }) => ({ delegates: [expected()], layout: 'a6', why: 'alone', job: A_JOB }),
    who: [NO_STEWARD, NO_STEWARD, 'ok', 'ok', NO_STEWARD, NO_STEWARD],
    when: NOT_YET,
  },
  notOut: {
    give: ({ printing }) => ({ job: printing() }),
    who: [NO_STEWARD, NO_STEWARD, 'ok', 'ok', NO_STEWARD, NO_STEWARD],
    when: NOT_YET,
  },
  log: { give: {}, who: [NO_STEWARD, NO_STEWARD, 'ok', 'ok', NO_STEWARD, NO_STEWARD], when: NOT_YET },
  job: {
    give: ({ printing }) => ({ job: printing() }),
    who: [NO_STEWARD, NO_STEWARD, 'ok', 'ok', NO_STEWARD, NO_STEWARD],
    when: NOT_YET,
  },
}

export const attendanceRows: RowsOf<'attendance'> = {
  numbers: { who: [NO_STEWARD, NO_STEWARD, 'ok', 'ok', NO_STEWARD, NO_STEWARD], when: NOT_YET },
  close: {
    give: { closed: true },
    who: [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, 'ok', NO_ORGANISER, NO_ORGANISER],
    when: NOT_YET,
  },
  export: {
    give: { kind: 'csv' },
    who: [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, 'ok', NO_ORGANISER, NO_ORGANISER],
    when: NOT_YET,
  },
}
