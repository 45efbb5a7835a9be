/** The tour’s stops behind a secret, and before there is one: the organiser’s pages, the staff room, a new tablet, and one that is refused. */
import { mkdirSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import type { Station } from '../../../electron/station/app/station.ts'
import type { HallOptions } from '../../support/browser-hall.ts'
import { openReadyKiosk } from '../../support/test-client.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import {
  anAction,
  anyone,
  aPledge,
  ewa,
  facilitator,
  kwame,
  PASSPHRASE,
  PIN,
  steward,
} from '../../support/test-station.ts'
import { pointer } from '../steps.ts'
import { officeStops } from './office-stops.ts'
import type { Stop, There } from './sweep.ts'

const hands = pointer(true)

function fill({ signIn, pledges, workshops }: Station): void {
  const { id } = signIn.walkIn(steward, ewa, { access: 'Step-free', dietary: '' })
  signIn.walkIn(steward, kwame, { access: '', dietary: '' })
  pledges.make(anyone, { ...aPledge, by: { kind: 'delegate', delegate: id } })
  pledges.make(anyone, aPledge)
  workshops.propose(facilitator, anAction)
  workshops.postIdea(facilitator, {
    session: anAction.session,
    table: anAction.table,
    question: 'who-else',
    text: 'The foster carers',
    name: '',
    organisation: '',
    area: '',
  })
}
const { office, page } = officeStops(fill)
/** A dialog that stands when these have been pressed, one after the other. */
const dialog = (of: string, path: string, says: string | RegExp, ...presses: (string | RegExp)[]): Stop => ({
  of,
  when: presses.map(String).join(', '),
  ...office,
  path,
  says,
  isDialog: true,
  go: async (there) => {
    for (const press of presses) await hands.press(there.page, press)
  },
})
const LIST =
  'Name,Organisation,Email\nAda Okafor,Elmdon House,ada@elmdon.example\n,Elmdon House,\nEwa Kaur,Another House,ewa@elmdon.example\n'
const choose = async (there: There) => {
  await there.page
    .getByLabel('Choose a file')
    .setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST) })
  await there.page.getByRole('button', { name: /^Import \d/ }).waitFor()
}
const imported = async (there: There) => {
  const another = there.page.getByRole('button', { name: 'Import another list' })
  await choose(there)
  await hands.press(there.page, /^Import \d/)
  await another.waitFor()
}
const aStick = () => {
  const path = join(tempFolder(), 'stick')
  mkdirSync(path)
  return { id: 'kingston', name: 'KINGSTON', free: 14e9, size: 15e9, path }
}
const listPage = (...given: Parameters<typeof page>): Stop => ({
  ...page(...given),
  of: 'duties/organiser/lists/list-page.tsx',
})

const delegates = '/organiser/delegates'
const tablet = '/organiser/event/tablet'

export const ORGANISER: readonly Stop[] = [
  { of: 'duties/organiser/locked.tsx', duty: 'organiser', says: 'For the organiser' },
  {
    of: 'components/use-sheet-dialog.tsx',
    duty: 'organiser',
    before: () => undefined,
    go: async (there) => {
      const sheet = await there.station?.staff.sheet.prepare()
      sheet?.keep()
      await there.page.reload()
      await hands.press(there.page, 'I have the recovery sheet')
    },
    says: 'Use the recovery sheet',
    isDialog: true,
  },
  page('today', '/', /Today at/),
  page('attendance', '/organiser/attendance', /./),
  listPage('delegates', delegates, 'Delegates', (there) =>
    there.page.getByRole('button', { name: 'Kwame Okonkwo-Bell' }).waitFor(),
  ),
  page('import', `${delegates}/import`, 'Import a list of delegates'),
  page('import, looked at', `${delegates}/import`, /./, choose),
  page('import, done', `${delegates}/import`, /imported$/, imported),
  listPage('pledges', '/organiser/pledges', 'Pledges', (there) =>
    there.page.getByText('Two weeks in our workshop').first().waitFor(),
  ),
  listPage('workshops', '/organiser/workshops', 'Workshops', (there) =>
    there.page.getByText('Free leisure passes').first().waitFor(),
  ),
  listPage('ideas', '/organiser/workshops/ideas', 'Workshops', (there) =>
    there.page.getByText('The foster carers').first().waitFor(),
  ),
  page('plan', '/organiser/plan', 'Action plan'),
  page('event', '/organiser/event', /./),
  page('tablet', tablet, /./),
  dialog('duties/organiser/record/change-dialog.tsx', delegates, /^Change/, 'Ewa Kaur', 'Change'),
  dialog('duties/organiser/record/withdraw-dialog.tsx', delegates, /^Forget Ewa/, 'Ewa Kaur', 'Forget this person'),
  dialog(
    'duties/organiser/record/withdraw-dialog.tsx',
    '/organiser/pledges',
    /^Withdraw/,
    /Two weeks in our/,
    'Withdraw',
  ),
  dialog(
    'duties/organiser/record/withdraw-dialog.tsx',
    '/organiser/event',
    /^Take every/,
    'Take all needs off this tablet',
  ),
  {
    ...page('import, taken back', `${delegates}/import`, /^Take back/),
    of: 'duties/organiser/record/withdraw-dialog.tsx',
    isDialog: true,
    go: async (there) => {
      await imported(there)
      await hands.press(there.page, 'Import another list')
      await hands.press(there.page, /^Take back list\.csv/)
    },
  },
  dialog('duties/organiser/event/event-page.tsx', '/organiser/event', /./, /privacy notice/i),
  dialog('duties/organiser/event/change-secret.tsx', tablet, /PIN/, 'Change the steward PIN'),
  dialog('duties/organiser/event/change-secret.tsx', tablet, /passphrase/, 'Change the passphrase'),
  dialog('duties/organiser/event/clock-card.tsx', tablet, 'What time is it really?', 'Put its time right'),
  dialog('duties/organiser/event/save-copy.tsx', tablet, 'Save a copy elsewhere', 'Save a copy elsewhere'),
  {
    ...dialog('components/save-file/place-dialog.tsx', '/organiser/plan', 'Where should it go?', 'Download CSV'),
    options: async () => {
      const sticks = [aStick()]
      return { given: { sticks: async () => sticks } }
    },
  },
  {
    of: 'duties/staff/sheet-page.tsx',
    when: 'asks',
    ...office,
    path: '/recovery-sheet',
    says: 'Print a recovery sheet',
  },
  {
    of: 'duties/staff/sheet-page.tsx',
    when: 'made',
    ...office,
    path: '/recovery-sheet',
    go: async ({ page: sheet }) => {
      await hands.write(sheet, 'Organiser passphrase', PASSPHRASE)
      await hands.press(sheet, 'Print the sheet')
    },
    says: 'Put it into an envelope',
  },
]

const unlocked = async ({ page: room }: There) => {
  const field = room.getByLabel('Steward PIN')
  const inside = room.getByRole('heading', { name: 'What should this tablet do?' })
  await field.or(inside).first().waitFor()
  if (!(await field.isVisible())) return
  await field.fill(PIN)
  await hands.press(room, 'Unlock')
  await inside.waitFor()
}
const room: Pick<Stop, 'duty' | 'path'> = { duty: 'pledges', path: '/staff' }
const care = { leave: async () => undefined, support: async () => [{ name: 'log.txt', text: 'Nothing of anybody' }] }
const updates = {
  look: async () => ({
    current: '0.1.0',
    last: null,
    found: { code: 'offered' as const, stick: 'KINGSTON', version: '0.2.0', id: 'a', byHand: false },
  }),
  install: async () => ({ code: 'installing' as const }),
}
const withHost = async (): Promise<HallOptions> => ({ given: { platform: { ...care, updates } } })
const offered = async (there: There) => {
  await unlocked(there)
  await hands.press(there.page, 'Look for an update')
  await there.page.getByRole('button', { name: 'Install and start again' }).waitFor()
}

export const STAFF: readonly Stop[] = [
  {
    of: 'components/not-here.tsx',
    ...office,
    path: '/organiser/x',
    says: 'There is nothing at this address',
  },
  { of: 'duties/staff/staff-room.tsx', when: 'locked', ...room, says: /./ },
  {
    of: 'duties/staff/staff-room.tsx',
    when: 'open',
    ...room,
    before: ({ drafts }) => drafts.save('walk-in', JSON.stringify({ name: 'Ewa Kaur' }), 'another'),
    go: unlocked,
    says: 'What should this tablet do?',
  },
  {
    of: 'duties/staff/staff-room.tsx',
    when: 'an update is on the stick',
    ...room,
    options: withHost,
    go: offered,
    says: 'What should this tablet do?',
  },
  {
    of: 'duties/staff/updates.tsx',
    ...room,
    options: withHost,
    go: async (there) => {
      await offered(there)
      await hands.press(there.page, 'Install and start again')
    },
    says: 'Install version 0.2.0?',
    isDialog: true,
  },
  {
    of: 'components/tablet-care.tsx',
    ...room,
    options: withHost,
    go: async (there) => {
      await unlocked(there)
      await hands.press(there.page, 'Close Pledge Kiosk')
    },
    says: 'Close Pledge Kiosk?',
    isDialog: true,
  },
]

const setUp = async ({ page: fresh }: There, steps: number) => {
  if (steps > 0) {
    await hands.choose(fresh, /our partnership event at the NEC/)
    await hands.press(fresh, 'Continue')
    await fresh.getByRole('heading', { name: 'What is this tablet for?' }).waitFor()
    await hands.write(fresh, 'A name for this tablet', 'West door')
    await hands.choose(fresh, /^Pledges/)
  }
  if (steps > 1) {
    await hands.press(fresh, 'Continue')
    await fresh.getByRole('heading', { name: 'Who looks after it?' }).waitFor()
    await hands.write(fresh, 'Organiser passphrase', PASSPHRASE)
    await hands.write(fresh, 'Steward PIN', PIN)
  }
}
const fresh = (steps: number, says: string): Stop => ({
  of: 'duties/setup/set-up.tsx',
  when: says,
  go: (there) => setUp(there, steps),
  says,
})

/** The data of a tablet that has a backup and cannot be opened any more. */
const damaged = async (): Promise<HallOptions> => {
  const folder = join(tempFolder(), 'station')
  const kiosk = await openReadyKiosk(folder, 'pledges')
  kiosk.station()?.backup()
  kiosk.close()
  truncateSync(join(folder, 'station.db'), 8192)
  return { folder }
}

export const SET_UP: readonly Stop[] = [
  fresh(0, 'Which event is this tablet for?'),
  fresh(1, 'What is this tablet for?'),
  fresh(2, 'Who looks after it?'),
  {
    of: 'duties/setup/put-back.tsx',
    go: ({ page: first }) => hands.press(first, 'Go on from another tablet’s copy'),
    says: 'Go on from a copy',
    isDialog: true,
  },
  { of: 'duties/setup/refused.tsx', options: damaged, says: 'This tablet’s data could not be opened' },
  {
    of: 'duties/setup/start-again.tsx',
    options: damaged,
    go: ({ page: refused }) => hands.press(refused, 'Start from this one'),
    says: 'Start again from here?',
    isDialog: true,
  },
]
