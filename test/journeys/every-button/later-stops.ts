/** The tour’s stops after the day and around it: people and promises put right, following up, the event changed, cards on paper, the way out. */
import { join } from 'node:path'
import type { Station } from '../../../electron/station/app/station.ts'
import type { HallOptions } from '../../support/browser-hall.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import {
  anAction,
  anyone,
  aPledge,
  ewa,
  facilitator,
  kwame,
  openTest,
  organiser,
  PASSPHRASE,
  PIN,
  shippedPack,
  steward,
} from '../../support/test-station.ts'
import { pointer, stopClock, visit } from '../steps.ts'
import { officeStops } from './office-stops.ts'
import type { Stop, There } from './sweep.ts'

const hands = pointer(true)

/** Ewa twice, each with a pledge; a house of no delegate; somebody at a table. */
function fill({ signIn, pledges, workshops }: Station): void {
  const listed = signIn.add(organiser, ewa)
  const again = signIn.walkIn(steward, { ...ewa, name: 'E. Kaur', email: '' }, { access: 'Step-free', dietary: '' }).id
  signIn.add(organiser, kwame)
  for (const delegate of [listed, again])
    pledges.make(anyone, { ...aPledge, mayContact: true, by: { kind: 'delegate', delegate } })
  for (const organisation of ['Meriden Motors', 'Arden Print', 'Hampton Bakery'])
    pledges.make(anyone, {
      ...aPledge,
      mayContact: true,
      email: 'hello@arden.example',
      by: { kind: 'organisation', organisation, area: '', sector: 'business', name: 'Zoë Łęcka' },
    })
  workshops.propose(facilitator, { ...anAction, table: 'table-3' })
}
const { office, page } = officeStops(fill)

type Press = string | RegExp
type Go = NonNullable<Stop['go']>
const presses =
  (...all: Press[]): Go =>
  async (there) => {
    for (const press of all) await hands.press(there.page, press)
  }
const dialog = (of: string, path: string, says: string | RegExp, go: Go, when?: string): Stop => ({
  of,
  ...(when === undefined ? {} : { when }),
  ...office,
  path,
  says,
  go,
  isDialog: true,
})

const delegates = '/organiser/delegates'
const idOf = ({ station }: There, name: string): string => station?.signIn.find(name)[0]?.id ?? ''
const toPerson =
  (...all: Press[]): Go =>
  async (there) => {
    await visit(there.page, `${delegates}/person/${idOf(there, 'Kaur')}`)
    await there.page.getByRole('heading', { name: 'What they promised' }).waitFor()
    await presses(...all)(there)
  }
const joinPeople = (station: Station): void => {
  fill(station)
  const [one = '', other = ''] = station.signIn.find('Kaur').map(({ id }) => id)
  station.signIn.onePerson.merge(organiser, one, other, 'She told us so')
}
const aPledgeOf = /Two weeks in our/

export const PEOPLE: readonly Stop[] = [
  page('twice on the list', `${delegates}/alike`, /./, ({ page: alike }) =>
    alike.getByText('Alike:').first().waitFor(),
  ),
  dialog(
    'duties/organiser/one/compare-dialog.tsx',
    `${delegates}/alike`,
    'Are they one person?',
    presses(/^Look at/),
    'people',
  ),
  { ...page('a person', delegates, /Kaur/, toPerson()), route: `${delegates}/person/:id` },
  {
    ...dialog('duties/organiser/person/promises.tsx', delegates, /./, toPerson(aPledgeOf)),
    route: `${delegates}/person/:id`,
  },
  dialog(
    'duties/organiser/one/choose-dialog.tsx',
    '/organiser/pledges',
    'Which pledge is the same promise?',
    presses(aPledgeOf, 'Written down twice?'),
    'promises',
  ),
  dialog(
    'duties/organiser/one/compare-dialog.tsx',
    '/organiser/pledges',
    'Are they one promise?',
    async (there) => {
      await presses(aPledgeOf, 'Written down twice?')(there)
      await there.page.getByRole('dialog').getByRole('button', { name: aPledgeOf }).first().tap()
    },
    'promises',
  ),
  dialog(
    'duties/organiser/pledges/who-dialog.tsx',
    '/organiser/pledges',
    'Who pledged it?',
    presses(aPledgeOf, 'Put right who pledged'),
  ),
  // Two entries were put together, and are taken apart again.
  {
    ...dialog(
      'duties/organiser/record/withdraw-dialog.tsx',
      delegates,
      'Are they two after all?',
      toPerson(/^They are two:/),
      'two after all',
    ),
    before: joinPeople,
    route: `${delegates}/person/:id`,
  },
]

const LIKE = '/organiser/follow-up/like/work-experience/business'
const LIKE_ROUTE = '/organiser/follow-up/like/:type/:sector'
const confirmed: Go = async (there) => {
  await presses('Confirm them as one group')(there)
  await hands.write(there.page, 'What the group is called', 'Placements')
  await hands.write(there.page, 'Your name', 'Ines Example')
  await hands.press(there.page, 'Confirm the group')
  await there.page.getByRole('button', { name: 'Take the group apart' }).waitFor()
}

export const FOLLOW_UP: readonly Stop[] = [
  page('like offers', '/organiser/follow-up', /./, ({ page: like }) =>
    like
      .getByRole('link', { name: /^Work experience/ })
      .first()
      .waitFor(),
  ),
  page('who to write to', '/organiser/follow-up/contacts', /./, ({ page: who }) =>
    who.getByText('Ewa Kaur').first().waitFor(),
  ),
  page('promises in numbers', '/organiser/follow-up/numbers', /./),
  { ...page('like offers, to confirm', LIKE, /^Work experience/), route: LIKE_ROUTE },
  { ...page('like offers, confirmed', LIKE, /^Work experience/, confirmed), route: LIKE_ROUTE },
  {
    ...dialog('duties/organiser/follow-up/group-dialog.tsx', LIKE, 'One group', presses('Confirm them as one group')),
    route: LIKE_ROUTE,
  },
  {
    ...dialog(
      'duties/organiser/record/withdraw-dialog.tsx',
      LIKE,
      'Take the group apart?',
      async (there) => {
        await confirmed(there)
        await hands.press(there.page, 'Take the group apart')
      },
      'a group',
    ),
    route: LIKE_ROUTE,
  },
]

const edit = '/organiser/event/edit'
const part = (path: string, says: string | RegExp, press: Press): Stop =>
  dialog('duties/organiser/event/edit/part-dialog.tsx', `${edit}${path}`, says, presses(press), String(press))

export const EVENT: readonly Stop[] = [
  ...['', '/programme', '/tables', '/kinds', '/priorities', '/quotations', '/privacy', '/history'].map((path) =>
    page(`change the event${path}`, `${edit}${path}`, 'Change the event'),
  ),
  page('change the event, questions', `${edit}/programme`, 'Change the event', async (there) => {
    await presses(/^Questions of /)(there)
    await there.page.getByRole('heading', { name: 'Questions', exact: true }).waitFor()
  }),
  part('', /./, 'Change name and days'),
  part('/tables', /./, 'Change Table 4'),
  part('/tables', /./, 'Add a table'),
  part('/programme', /./, 'Add a session'),
  part('/quotations', /./, /^Add a quotation to/),
  dialog(
    'duties/organiser/event/edit/hanging-dialog.tsx',
    `${edit}/tables`,
    'People wrote on this already',
    presses('Close Table 3'),
  ),
]

const cardsOf = (when: string, path: string, says: string): Stop[] => [
  page(`cards, ${when}`, `/organiser/cards${path}`, says),
  {
    of: 'duties/staff/staff-room.tsx',
    when: `cards, ${when}`,
    duty: 'pledges',
    before: fill,
    path: '/staff',
    route: '/staff/cards/*?',
    go: async ({ page: room }) => {
      await hands.write(room, 'Steward PIN', PIN)
      await hands.press(room, 'Unlock')
      await hands.press(room, 'Pledge cards and action sheets', 'link')
      await room.getByRole('heading', { name: 'Print cards and sheets' }).waitFor()
      if (path !== '') await visit(room, `/staff/cards${path}`)
    },
    says,
  },
]
export const CARDS: readonly Stop[] = [
  ...cardsOf('print', '', 'Print cards and sheets'),
  ...cardsOf('enter', '/enter', 'Enter pledge cards'),
  ...cardsOf('sheets', '/sheets', 'Enter action sheets'),
]

const QUESTION = 'Is it clearer to you what you can do?'
export const WAY_OUT: readonly Stop[] = [
  {
    of: 'components/way-out/way-out-page.tsx',
    duty: 'sign-in',
    path: '/staff',
    route: '/way-out',
    go: async ({ page: way }) => {
      await hands.write(way, 'Steward PIN', PIN)
      await hands.press(way, 'Unlock')
      await way.getByRole('link', { name: 'Ask the question at the way out here' }).waitFor()
      // The thanks stand for three seconds, and no machine is to be slower than that.
      await stopClock(way)
      await hands.press(way, 'Ask the question at the way out here', 'link')
    },
    says: QUESTION,
  },
  {
    of: 'components/way-out/way-out-page.tsx',
    when: 'once',
    duty: 'sign-in',
    before: (station) => void station.changeDoor({ mode: 'self-service' }),
    route: '/way-out/once',
    go: async ({ page: way }) => {
      await way.getByRole('link', { name: 'On your way out?' }).waitFor()
      await stopClock(way)
      await hands.press(way, 'On your way out?', 'link')
    },
    says: QUESTION,
  },
]

/** A folder that had an event from a terminal, before anybody set the tablet up. */
const loaded = async (): Promise<HallOptions> => {
  const folder = join(tempFolder(), 'station')
  const station = openTest(folder)
  station.loadEvent({ ...shippedPack(), name: 'A day of our own' }, false)
  station.close()
  return { folder }
}
export const LOADED: readonly Stop[] = [
  {
    of: 'duties/setup/holds-dialog.tsx',
    options: loaded,
    go: async ({ page: fresh }) => {
      await hands.choose(fresh, /^Solihull/)
      await hands.press(fresh, 'Continue')
      await hands.write(fresh, 'A name for this tablet', 'West door')
      await hands.choose(fresh, /^Pledges/)
      await hands.press(fresh, 'Continue')
      await hands.write(fresh, 'Organiser passphrase', PASSPHRASE)
      await hands.write(fresh, 'Steward PIN', PIN)
      await hands.press(fresh, 'Open for the day')
    },
    says: 'This tablet holds an event already',
    isDialog: true,
  },
]
