/** The tour’s stops where an organiser changes the event, follows promises up, and puts right who is who; and the question at the way out. */
import { join } from 'node:path'
import type { HallOptions } from '../../support/browser-hall.ts'
import { anyone, aPledge, openTest, organiser, shippedPack } from '../../support/test-station.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import { pointer } from '../steps.ts'
import { dialog, office, page, setUp } from './staff-stops.ts'
import type { Stop, There } from './sweep.ts'

const hands = pointer(true)

const edit = '/organiser/event/edit'
const like = '/organiser/follow-up/like/work-experience/voluntary'
const OFFER = /Two weeks in our/

/** Ewa once more, with an offer like the one she made. */
const again: Pick<Stop, 'before'> = {
  before(station) {
    office.before?.(station)
    const twice = { name: 'E. Kaur', role: '', organisation: 'Elmdon House', sector: 'voluntary', email: '', table: '' }
    const delegate = station.signIn.add(organiser, { ...twice, email: 'ewa@elmdon.example' })
    station.pledges.make(anyone, { ...aPledge, by: { kind: 'delegate', delegate } })
  },
}
const ewa = async (there: There) => {
  await hands.press(there.page, 'Ewa Kaur')
  await hands.press(there.page, 'Everything of them')
  await there.page.getByRole('heading', { name: 'What they promised' }).waitFor()
}

/** What a station was given in the terminal, and another that is chosen at set-up. */
const loaded = async (): Promise<HallOptions> => {
  const folder = join(tempFolder(), 'station')
  const station = openTest(folder)
  station.loadEvent({ ...shippedPack(), name: 'A day of our own' }, false)
  station.close()
  return { folder }
}

export const MONDAY: readonly Stop[] = [
  page('the event, its name and days', edit, 'Name and days'),
  page('the event, its programme', `${edit}/programme`, 'Programme'),
  page('the event, its tables', `${edit}/tables`, 'Tables'),
  page('the event, what was said', `${edit}/quotations`, 'What young people said'),
  dialog('duties/organiser/event/edit/part-dialog.tsx', edit, 'Name and days', 'Change name and days'),
  dialog('duties/organiser/event/edit/part-dialog.tsx', `${edit}/tables`, 'Change a table', 'Change Table 4'),
  dialog('duties/organiser/event/edit/part-dialog.tsx', `${edit}/programme`, 'Add a session', 'Add a session'),
  dialog(
    'duties/organiser/event/edit/hanging-dialog.tsx',
    `${edit}/tables`,
    'People wrote on this already',
    'Close Table 7',
  ),
  { ...page('twice on the list', '/organiser/delegates/alike', 'Twice on the list?'), ...again },
  { ...page('everything of a person', '/organiser/delegates', 'Ewa Kaur', ewa), ...again },
  {
    ...dialog('duties/organiser/person/promises.tsx', '/organiser/delegates', /^NEC-/),
    go: async (there) => {
      await ewa(there)
      await hands.press(there.page, OFFER)
    },
  },
  {
    ...dialog(
      'duties/organiser/one/compare-dialog.tsx',
      '/organiser/delegates/alike',
      'Are they one person?',
      /^Look at/,
    ),
    ...again,
  },
  {
    ...dialog(
      'duties/organiser/one/choose-dialog.tsx',
      '/organiser/pledges',
      'Which pledge is the same promise?',
      OFFER,
      'Written down twice?',
    ),
    ...again,
  },
  {
    ...dialog(
      'duties/organiser/one/compare-dialog.tsx',
      '/organiser/pledges',
      'Are they one promise?',
      OFFER,
      'Written down twice?',
      /Kaur/,
    ),
    ...again,
  },
  dialog(
    'duties/organiser/pledges/who-dialog.tsx',
    '/organiser/pledges',
    'Who pledged it?',
    OFFER,
    'Put right who pledged',
  ),
  { ...page('like offers', '/organiser/follow-up', 'Like offers'), ...again },
  { ...page('like offers, one group', like, /^Work experience/), ...again },
  page('who to write to', '/organiser/follow-up/contacts', 'Who to write to'),
  page('promises in numbers', '/organiser/follow-up/numbers', 'Promises in numbers'),
  page('cards, to print', '/organiser/cards', 'Print cards and sheets'),
  page('cards, to enter', '/organiser/cards/enter', 'Enter pledge cards'),
  page('sheets, to enter', '/organiser/cards/sheets', 'Enter action sheets'),
  {
    ...dialog('duties/organiser/follow-up/group-dialog.tsx', like, 'One group', 'Confirm them as one group'),
    ...again,
  },
  {
    of: 'components/not-here.tsx',
    ...office,
    path: '/organiser/x',
    says: 'There is nothing at this address',
  },
  {
    of: 'components/way-out/way-out-page.tsx',
    duty: 'pledges',
    path: '/way-out',
    says: 'Is it clearer to you what you can do?',
  },
  {
    of: 'components/way-out/way-out-page.tsx',
    when: 'once',
    duty: 'pledges',
    path: '/way-out/once',
    says: 'Is it clearer to you what you can do?',
  },
  {
    of: 'duties/setup/holds-dialog.tsx',
    options: loaded,
    go: async (there) => {
      await setUp(there, 2)
      await hands.press(there.page, 'Open for the day')
    },
    says: 'This tablet holds an event already',
    isDialog: true,
  },
]
