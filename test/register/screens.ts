/** The register of screens: every page and dialog of the app, in every state that somebody looks at once in a run. */
import type { Register } from './gaps.ts'

/** By the file of the renderer whose heading or dialog is on top, by route, and by the name that the look gives it. */
export const REGISTER: Register = {
  screens: {
    'components/display-button.tsx': {
      '/': ['easier to read'],
    },
    'components/idle-guard.tsx': {
      '/': ['self-service, idle warning'],
      '/pledge/:page': ['idle warning'],
    },
    'components/no-station.tsx': {
      '/': ['link needed', 'cannot reach the station'],
      '/organiser/delegates/import': ['a page that could not be fetched'],
    },
    'components/not-here.tsx': {
      '/organiser/*?': ['organiser, nothing at this address'],
      '/organiser/delegates/person/:id': ['organiser, nobody under that name'],
      '/roll-call': ['roll call, not known'],
      '/workshop/:session/:table': ['workshop, nothing at this address'],
    },
    'components/use-sheet-dialog.tsx': {
      '/': ['use the recovery sheet', 'use the recovery sheet, misread'],
    },
    'components/privacy-dialog.tsx': {
      '/': ['privacy notice', 'self-service, privacy notice'],
    },
    'components/save-file/place-dialog.tsx': {
      '/organiser/plan': ['where should it go', 'several sticks', 'a full stick', 'pulled out'],
    },
    'duties/organiser/event/change-secret.tsx': {
      '/organiser/event/tablet': ['change the PIN', 'change the passphrase', 'change the passphrase, wrong'],
    },
    'duties/organiser/event/clock-card.tsx': {
      '/organiser/event/tablet': ['what time it is really', 'what time it is really, not said'],
    },
    'duties/organiser/event/save-copy.tsx': {
      '/organiser/event/tablet': ['save a copy'],
    },
    'duties/organiser/event/edit/hanging-dialog.tsx': {
      '/organiser/event/edit/*?': ['what hangs on it'],
    },
    'duties/organiser/event/edit/part-dialog.tsx': {
      '/organiser/event/edit/*?': ['change a part of the event, refused', 'add a part of the event'],
    },
    'duties/organiser/event/event-page.tsx': {
      '/organiser/event': ['rehearsal, organiser, the privacy notice'],
    },
    'duties/organiser/lists/list-page.tsx': {
      '/organiser/delegates': [
        'delegate',
        'organiser, delegates, empty',
        'organiser, delegates',
        'delegates, somebody forgotten',
        'rehearsal, organiser, /organiser/delegates',
      ],
      '/organiser/pledges': [
        'organiser, pledge',
        'organiser, pledge written down twice',
        'organiser, pledges',
        'lists, filters',
        'lists, nothing found',
        'rehearsal, organiser, /organiser/pledges',
      ],
      '/organiser/workshops': [
        'organiser, /organiser/workshops',
        'lists, actions that lack something',
        'rehearsal, organiser, /organiser/workshops',
      ],
      '/organiser/workshops/ideas': ['rehearsal, organiser, /organiser/workshops/ideas'],
    },
    'duties/organiser/follow-up/group-dialog.tsx': {
      '/organiser/follow-up/like/:type/:sector': ['like offers, one group?', 'like offers, one group, not said who'],
    },
    'duties/organiser/locked.tsx': {
      '/': ['organiser, locked', 'organiser, nearly flat'],
    },
    'duties/organiser/one/choose-dialog.tsx': {
      '/organiser/pledges': ['which pledge is the same', 'choose who pledged'],
    },
    'duties/organiser/one/compare-dialog.tsx': {
      '/organiser/delegates/alike': ['are they one person'],
      '/organiser/pledges': ['are they one promise'],
    },
    'duties/organiser/person/promises.tsx': {
      '/organiser/delegates/person/:id': ['a promise of a person'],
    },
    'duties/organiser/pledges/who-dialog.tsx': {
      '/organiser/pledges': ['who pledged it'],
    },
    'duties/organiser/record/change-dialog.tsx': {
      '/organiser/delegates': ['change a delegate'],
    },
    'duties/organiser/record/withdraw-dialog.tsx': {
      '/organiser/delegates': ['forget a person'],
      '/organiser/delegates/person/:id': ['are they two after all'],
      '/organiser/delegates/import': [
        'import, take it back?',
        'import, take it back after a change',
        'import, being taken back',
      ],
      '/organiser/event': ['purge needs'],
      '/organiser/follow-up/like/:type/:sector': ['like offers, take it apart?'],
      '/organiser/pledges': ['organiser, withdraw'],
    },
    'duties/organiser/shell.tsx': {
      '/': [
        'organiser, today, empty',
        'organiser, today',
        'rehearsal, organiser, /organiser',
        'Today, with a tablet that needs somebody',
      ],
      '/organiser/attendance': [
        'attendance',
        'attendance after the export',
        'attendance of nobody',
        'rehearsal, organiser, /organiser/attendance',
      ],
      '/organiser/delegates/alike': ['organiser, twice on the list', 'organiser, nobody twice on the list'],
      '/organiser/delegates/person/:id': ['organiser, everything of a person'],
      '/organiser/delegates/import': [
        'organiser, import preview',
        'organiser, imported',
        'import, choose',
        'import, faults',
        'import, put right',
        'import, more sheets',
        'import, rows to leave out',
        'import, done',
        'import, conflicts',
        'import, changed meanwhile',
        'import, nothing new',
        'import, paste',
        'import, pasted',
        'import, refused',
        'import, stopped',
        'import, writing',
        'import, a list that was cut off',
        'import, lists imported before',
        'import, taken back',
        'import, taken back half way',
        'rehearsal, organiser, /organiser/delegates/import',
      ],
      '/organiser/event': ['organiser, /organiser/event', 'rehearsal, organiser, /organiser/event'],
      '/organiser/event/edit/*?': [
        'change the event',
        'change the event, tables',
        'change the event, programme',
        'change the event, kinds',
        'change the event, priorities',
        'change the event, quotations',
        'change the event, privacy',
        'change the event, questions',
        'change the event, what was changed',
        'change the event, changed on two tablets',
      ],
      '/organiser/event/tablet': ['how the tablet is locked', 'rehearsal, organiser, /organiser/event/tablet'],
      '/organiser/cards/*?': ['cards, organiser'],
      '/organiser/follow-up': ['like offers, none', 'like offers', 'like offers of many'],
      '/organiser/follow-up/contacts': ['who to write to, nobody', 'who to write to', 'who to write to, saved'],
      '/organiser/follow-up/like/:type/:sector': [
        'like offers, to confirm',
        'like offers, confirmed',
        'like offers, one more to join',
      ],
      '/organiser/follow-up/numbers': [
        'promises in numbers, none',
        'promises in numbers',
        'promises in numbers of many',
      ],
      '/organiser/plan': [
        'organiser, /organiser/plan',
        'plan, rows without a due date',
        'plan, no day chosen to offer',
        'rehearsal, organiser, /organiser/plan',
      ],
    },
    'duties/pledges/about.tsx': {
      '/': ['explanation'],
    },
    'duties/pledges/ask-first.tsx': {
      '/pledge/:page': ['pledge, leave it unchanged?', 'pledge, withdraw it?', 'pledge, start again?'],
    },
    'duties/pledges/attract.tsx': {
      '/': ['attract', 'rehearsal, pledges, /', 'pledges, nearly flat'],
    },
    'duties/pledges/carry-on.tsx': {
      '/': ['carry on?'],
    },
    'duties/pledges/shell.tsx': {
      '/pledge/:page': [
        'pledge, kind',
        'pledge, wording',
        'pledge, how many',
        'pledge, by when',
        'pledge, by when said back',
        'pledge, priority',
        'pledge, contact',
        'pledge, name',
        'pledge, check',
        'pledge, who',
        'pledge, organisation',
        'pledge, change',
        'pledge, who missing',
        'pledge, two of one name',
        'pledge, nobody of that name',
        'pledge, wording missing',
        'pledge, a badge that nobody knows',
      ],
    },
    'duties/pledges/thank-you.tsx': {
      '/pledge/:page': [
        'pledge, thank you',
        'pledge, withdrawn',
        'pledge, thank you, a badge scanned',
        'pledge, thank you, the way out answered',
      ],
    },
    'duties/staff/sheet-page.tsx': {
      '/recovery-sheet': ['recovery sheet', 'recovery sheet, wrong passphrase', 'recovery sheet, made'],
    },
    'duties/setup/holds-dialog.tsx': {
      '/': ['set-up, it holds another'],
    },
    'duties/setup/locked-data.tsx': {
      '/': ['locked', 'locked, wrong passphrase', 'locked, waiting'],
    },
    'duties/setup/opening.tsx': {
      '/': ['being brought up to date'],
    },
    'duties/setup/put-back.tsx': {
      '/': ['go on from a copy'],
    },
    'duties/setup/start-again.tsx': {
      '/': ['start from a backup'],
    },
    'duties/setup/refused.tsx': {
      '/': ['refused', 'refused, in use'],
    },
    'duties/setup/set-up.tsx': {
      '/': [
        'set-up, what the tablet is for',
        'set-up, who looks after it',
        'set-up, event',
        'set-up, loaded before',
        'set-up, event missing',
        'set-up, pack refused',
      ],
    },
    'duties/sign-in/arrivals/arrivals-page.tsx': {
      '/arrivals': ['arrivals, empty', 'arrivals, two'],
    },
    'duties/sign-in/badges/badges-page.tsx': {
      '/badges': ['badges', 'badges on a begun sheet', 'print log'],
    },
    'duties/sign-in/badges/printing-dialog.tsx': {
      '/badges': ['one printing'],
    },
    'duties/sign-in/door.tsx': {
      '/': [
        'a badge that did not print',
        'sign-in, camera on',
        'sign-in, camera refused',
        'sign-in, no camera',
        'sign-in, camera resting',
        'sign-in, camera unplugged',
        'sign-in, people found',
        'sign-in, signed in',
        'sign-in, already',
        'sign-in, unknown badge',
        'sign-in, undo reasons',
        'sign-in, scan not understood',
        'sign-in, whose ticket',
        'sign-in, nobody by that name',
        'sign-in, found, two letters',
        'needs a word',
        'rehearsal, sign-in, /',
        'rush, found',
        'rush, over',
        'rush, scanned while typing',
      ],
    },
    'duties/sign-in/door/door-page.tsx': {
      '/door': [
        'how this desk works',
        'the door, with printers',
        'the door, a printer is missing',
        'sign-in, slow scanner tried',
      ],
    },
    'duties/sign-in/likely-people.tsx': {
      '/walk-in': ['sign-in, possible duplicate'],
    },
    'duties/sign-in/locked.tsx': {
      '/': ['sign-in, locked', 'sign-in, locked, wrong PINs', 'sign-in, locked, badge scanned', 'sign-in, nearly flat'],
    },
    'duties/sign-in/more/more-page.tsx': {
      '/more': ['more'],
    },
    'duties/sign-in/needs-dialog.tsx': {
      '/person': ['needs'],
    },
    'duties/sign-in/note.tsx': {
      '/person': ['note'],
    },
    'duties/sign-in/numbers/numbers-page.tsx': {
      '/numbers': ['numbers', 'numbers with the table open', 'numbers of many'],
    },
    'duties/sign-in/paper/frame.tsx': {
      '/paper/*?': ['paper, print', 'paper, two desks', 'paper, names that cannot be drawn'],
      '/paper/enter': [
        'paper, enter, empty',
        'paper, enter, lines',
        'paper, enter, a wrong time',
        'paper, enter, not on the list',
        'paper, enter, half a line',
        'paper, enter, not entered',
      ],
    },
    'duties/sign-in/paper/same-line.tsx': {
      '/paper/enter': ['paper, enter, the same person?'],
    },
    'duties/sign-in/person.tsx': {
      '/person': ['details'],
    },
    'duties/sign-in/roll-call/calling.tsx': {
      '/roll-call': [
        'roll call, before',
        'roll call, started',
        'roll call, everybody',
        'roll call, search',
        'roll call, only those still to find',
        'roll call, which one',
        'roll call, more people than the page holds',
        'roll call, not kept',
        'roll call, nobody',
      ],
    },
    'duties/sign-in/roll-call/earlier.tsx': {
      '/roll-call': ['roll call, earlier', 'roll call, none earlier'],
    },
    'duties/sign-in/roll-call/end-dialog.tsx': {
      '/roll-call': ['roll call, ending'],
    },
    'duties/sign-in/roll-call/roll-call-room.tsx': {
      '/roll-call': ['roll call, locked'],
    },
    'duties/sign-in/roll-call/summary.tsx': {
      '/roll-call': ['roll call, summary'],
    },
    'duties/sign-in/self-service/done-page.tsx': {
      '/': [
        'self-service, signed in',
        'self-service, already',
        'self-service, a word with staff',
        'self-service, please see staff',
        'self-service, badge printed',
      ],
    },
    'duties/sign-in/self-service/frame.tsx': {
      '/': [
        'self-service, whole name',
        'self-service, is this you',
        'self-service, organisation',
        'self-service, details',
        'self-service, change the name',
        'self-service, service area',
        'self-service, role',
        'self-service, sector',
        'self-service, change the organisation',
        'self-service, an e-mail address that is none',
        'self-service, access',
        'self-service, unknown code',
        'self-service, food and drink',
        'self-service, camera',
        'self-service, e-mail address',
        'self-service, not found',
      ],
    },
    'duties/sign-in/self-service/staff-page.tsx': {
      '/': ['self-service, staff'],
    },
    'duties/sign-in/self-service/welcome-page.tsx': {
      '/': ['self-service, welcome'],
    },
    'duties/sign-in/walk-in.tsx': {
      '/walk-in': ['sign-in, walk-in', 'sign-in, walk-in, begun before', 'sign-in, walk-in, badge scanned'],
    },
    'components/way-out/way-out-page.tsx': {
      '/way-out': ['way out', 'way out, thanks', 'way out, a rest'],
      '/way-out/once': ['way out, once'],
    },
    'duties/staff/staff-room.tsx': {
      '/staff/cards/*?': [
        'cards, print',
        'cards, print a sheet',
        'cards, enter, empty',
        'cards, enter, entered before',
        'cards, enter, what is wrong',
        'cards, sheets, empty',
        'cards, sheets, an idea',
      ],
      '/staff/*?': [
        'staff room with a parked draft',
        'rehearsal, pledges, /staff',
        'rehearsal, sign-in, /staff',
        'wrong PIN',
        'staff, gone back',
        'an update is on the stick',
        'an update that was not installed',
        'the staff room, where updates are taken',
        'an update from a stranger',
        'staff room with a second screen',
        'staff room, the second screen is gone',
        'the staff room of a tablet that needs somebody',
      ],
    },
    'components/tablet-care.tsx': {
      '/staff/*?': ['closing a locked tablet'],
    },
    'duties/staff/updates.tsx': {
      '/staff/*?': ['the question whether to install', 'an update is being installed'],
    },
    'duties/wall/empty-wall.tsx': {
      '/wall': ['the wall beside, before there is an event'],
    },
    'duties/wall/wall-duty.tsx': {
      '/': ['rehearsal, wall, /', 'wall, nearly flat'],
      '/wall': ['the wall beside, in bud', 'the wall beside', 'the wall beside, in a rehearsal'],
    },
    'duties/workshop/action-form.tsx': {
      '/workshop/:session/:table': [
        'workshop, a new action',
        'workshop, by when said back',
        'workshop, change an action',
      ],
    },
    'duties/workshop/gaps-dialog.tsx': {
      '/workshop/:session/:table': ['workshop, gaps', 'workshop, many gaps'],
    },
    'duties/workshop/idea-form.tsx': {
      '/workshop/:session/:table': ['workshop, a new idea', 'workshop, change an idea'],
    },
    'duties/workshop/place-page.tsx': {
      '/': ['workshop, place', 'rehearsal, workshop, /', 'workshop, nearly flat'],
    },
    'duties/workshop/table-page.tsx': {
      '/workshop/:session/:table': [
        'workshop, empty table',
        'workshop, a closed table',
        'workshop, table',
        'rehearsal, workshop, /workshop/workshop-1/table-7',
      ],
    },
  },
  notLookedAt: {
    'duties/sign-in/roll-call/summary.tsx: Roll call': 'stands over what a call could not be answered with',
    'components/page.tsx': 'it is what every heading is made of',
    'components/form/form-dialog.tsx': 'it is what every dialog with a form is made of',
    'components/numbers/numbers-paper.tsx': 'it is only on paper',
    'duties/sign-in/roll-call/roll-sheet.tsx': 'it is only on paper',
  },
}
