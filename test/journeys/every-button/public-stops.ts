/** The tour’s stops where anybody may stand: the pledge form, the wall, a table, the door that nobody staffs. */
import { expect } from 'vitest'
import { anAction, aPledge, anyone, ewa, facilitator, kwame, organiser } from '../../support/test-station.ts'
import { draftAt, pointer, stopClock } from '../steps.ts'
import type { Stop, There } from './sweep.ts'

const hands = pointer(true)

const begin = ({ page }: There) => hands.press(page, 'Make your pledge')
type Way = readonly (readonly ['press' | 'choose' | 'write', string | RegExp, string?])[]
const WAY: Way = [
  ['press', /^Without giving a name/],
  ['choose', /^Work experience/],
  ['press', 'Continue'],
  ['write', 'Your promise, in your own words', 'Two weeks in our workshop'],
  ['press', 'Continue'],
  ['press', 'One more'],
  ['press', 'Continue'],
  ['choose', 'Within three months'],
  ['press', 'Continue'],
  ['press', 'Continue'],
  ['press', 'Make this pledge'],
]
/** So many steps of the way to a pledge. */
const along =
  (steps: number, ...more: Way) =>
  async (there: There) => {
    const { page } = there
    await begin(there)
    for (const [what, name, text = ''] of [...WAY.slice(0, steps), ...more]) {
      if (what === 'press') await hands.press(page, name)
      else if (what === 'choose') await hands.choose(page, name)
      else await hands.write(page, name, text)
    }
  }
const pledging = (when: string, steps: number, says: string | RegExp, ...more: Way): Stop => ({
  of: 'duties/pledges/shell.tsx',
  when,
  duty: 'pledges',
  go: along(steps, ...more),
  says,
})
const thanks = 'Thank you. Your leaf is on the tree.'

export const PLEDGES: readonly Stop[] = [
  { of: 'duties/pledges/attract.tsx', duty: 'pledges', says: /./ },
  {
    of: 'components/display-button.tsx',
    duty: 'pledges',
    go: ({ page }) => hands.press(page, 'Easier to read'),
    says: 'Easier to read',
    isDialog: true,
  },
  {
    of: 'components/privacy-dialog.tsx',
    duty: 'pledges',
    go: ({ page }) => hands.press(page, 'About your information'),
    says: 'About your information',
    isDialog: true,
  },
  {
    of: 'duties/pledges/about.tsx',
    duty: 'pledges',
    go: ({ page }) => hands.press(page, /^What is corporate parenting/),
    says: 'What is corporate parenting?',
    isDialog: true,
  },
  pledging('who', 0, 'Who is making this pledge?'),
  pledging('organisation', 0, 'Which organisation is it for?', ['press', /^For an organisation/]),
  pledging('kind', 1, 'What could you offer?'),
  pledging('wording', 3, 'What do you promise?'),
  pledging('how many', 5, /^How many/),
  pledging('by when', 7, 'By when?'),
  pledging(
    'by when, said back',
    7,
    'By when?',
    ['choose', 'In my own words'],
    ['write', 'By when, in your own words', 'by Easter'],
  ),
  pledging('priority', 9, 'Which priority does it serve?'),
  pledging('check', 10, 'Check your answers'),
  { of: 'duties/pledges/thank-you.tsx', duty: 'pledges', go: along(11), says: thanks },
  {
    of: 'duties/pledges/thank-you.tsx',
    when: 'withdrawn',
    duty: 'pledges',
    go: along(11, ['press', 'Withdraw it'], ['press', 'Yes, withdraw it']),
    says: /withdrawn/,
  },
  pledging('change', 11, 'Change your pledge', ['press', 'Change it']),
  {
    of: 'duties/pledges/ask-first.tsx',
    when: 'start again',
    duty: 'pledges',
    go: along(5, ['press', 'Start again']),
    says: 'Start again?',
    isDialog: true,
  },
  {
    of: 'duties/pledges/ask-first.tsx',
    when: 'withdraw',
    duty: 'pledges',
    go: along(11, ['press', 'Withdraw it']),
    says: 'Withdraw this pledge?',
    isDialog: true,
  },
  {
    of: 'duties/pledges/ask-first.tsx',
    when: 'leave unchanged',
    duty: 'pledges',
    go: along(
      11,
      ['press', 'Change it'],
      ['press', 'Change how many'],
      ['press', 'One more'],
      ['press', 'Continue'],
      ['press', 'Leave it unchanged'],
    ),
    says: 'Leave it?',
    isDialog: true,
  },
  {
    of: 'duties/pledges/carry-on.tsx',
    duty: 'pledges',
    go: async (there) => {
      await along(3, ['write', 'Your promise, in your own words', 'Two weeks'])(there)
      await expect.poll(() => draftAt(there.page, there.kiosk)).toContain('Two weeks')
      await there.page.reload()
    },
    says: 'Were you in the middle of a pledge?',
  },
  {
    of: 'components/idle-guard.tsx',
    duty: 'pledges',
    route: '/pledge/:page',
    go: async (there) => {
      await begin(there)
      await there.page.getByRole('heading', { name: 'Who is making this pledge?' }).waitFor()
      // So little ahead that nobody is taken for gone yet.
      await stopClock(there.page, 10_000)
      await hands.press(there.page, /^Without giving a name/)
      await there.page.clock.runFor(91_000)
    },
    says: 'Are you still there?',
    isDialog: true,
  },
]

const table: Pick<Stop, 'duty' | 'path' | 'before'> = {
  duty: 'workshop',
  path: '/workshop/workshop-1/table-7',
  before: ({ workshops }) => {
    workshops.propose(facilitator, anAction)
    workshops.propose(facilitator, { ...anAction, title: 'A library card', owner: '', measure: '' })
    workshops.postIdea(facilitator, {
      session: anAction.session,
      table: anAction.table,
      question: 'who-else',
      text: 'The foster carers',
      name: '',
      organisation: '',
      area: '',
    })
  },
}
const atTable = (of: string, press: RegExp, says: string | RegExp, when?: string): Stop => ({
  of,
  ...(when === undefined ? {} : { when }),
  ...table,
  go: ({ page }) => hands.press(page, press),
  says,
  isDialog: true,
})

export const WORKSHOP: readonly Stop[] = [
  { of: 'duties/workshop/place-page.tsx', duty: 'workshop', says: 'Which table is this?' },
  {
    of: 'duties/workshop/table-page.tsx',
    ...table,
    go: ({ page }) => page.getByText('A library card').first().waitFor(),
    says: /./,
  },
  atTable('duties/workshop/action-form.tsx', /^Add an action/, 'A new action', 'new'),
  atTable('duties/workshop/action-form.tsx', /^Change: A library/, 'Change this action', 'change'),
  atTable('duties/workshop/idea-form.tsx', /^Add an idea/, /./, 'new'),
  atTable('duties/workshop/idea-form.tsx', /^Change the idea/, /./, 'change'),
  atTable('duties/workshop/gaps-dialog.tsx', /^Before we finish/, /./),
]

export const WALL: readonly Stop[] = [
  {
    of: 'duties/wall/wall-duty.tsx',
    duty: 'wall',
    before: ({ pledges }) => {
      for (let pledge = 0; pledge < 4; pledge += 1) pledges.make(anyone, aPledge)
    },
    go: ({ page }) => page.getByText('pledges so far').waitFor(),
    says: /./,
  },
  {
    of: 'duties/wall/wall-duty.tsx',
    when: 'beside another duty',
    duty: 'sign-in',
    path: '/wall',
    before: ({ pledges }) => void pledges.make(anyone, aPledge),
    says: /./,
  },
]

const door: Pick<Stop, 'duty' | 'before'> = {
  duty: 'sign-in',
  before: (station) => {
    station.changeDoor({ mode: 'self-service' })
    station.signIn.add(organiser, ewa)
    station.signIn.add(organiser, kwame)
    station.signIn.add(organiser, { ...kwame, organisation: 'Elmdon House' })
  },
}
const name = async ({ page }: There, who: string, ...presses: (string | RegExp)[]) => {
  await hands.press(page, 'Type my name')
  await hands.write(page, 'Your full name', who)
  await hands.press(page, 'Continue')
  for (const press of presses) await hands.press(page, press)
}
const asked = (when: string, says: string, go: (there: There) => Promise<void>): Stop => ({
  of: 'duties/sign-in/self-service/frame.tsx',
  when,
  ...door,
  go,
  says,
})
const mine = 'Change my details or say what I need'

export const SELF_SERVICE: readonly Stop[] = [
  { of: 'duties/sign-in/self-service/welcome-page.tsx', ...door, says: 'Sign yourself in' },
  asked('name', 'What is your name?', ({ page }) => hands.press(page, 'Type my name')),
  asked('is this you', 'Is this you?', (there) => name(there, 'Ewa Kaur')),
  asked('organisation', 'Which organisation are you from?', (there) => name(there, kwame.name)),
  asked('not found', 'Please ask a member of staff', async (there) => {
    const { page } = there
    await name(there, 'Nobody Atall')
    await hands.write(page, 'Name of your organisation', 'Nowhere House')
    await page.keyboard.press('Escape')
    await hands.press(page, 'Continue')
    await hands.write(page, /e-mail/i, 'nobody@nowhere.example')
    await hands.press(page, 'Continue')
  }),
  asked('details', 'Your details', (there) => name(there, 'Ewa Kaur', mine)),
  {
    of: 'components/idle-guard.tsx',
    when: 'where people sign themselves in',
    ...door,
    go: async (there) => {
      const { page } = there
      await page.getByRole('button', { name: 'Type my name' }).waitFor()
      await stopClock(page, 10_000)
      await name(there, 'Ewa Kaur')
      await page.getByRole('heading', { name: 'Is this you?' }).waitFor()
      await page.clock.runFor(45_500)
    },
    says: 'Are you still there?',
    isDialog: true,
  },
  asked('change', 'How is your name written?', (there) => name(there, 'Ewa Kaur', mine, /name/i)),
  {
    of: 'duties/sign-in/self-service/done-page.tsx',
    ...door,
    go: async (there) => {
      await there.page.getByRole('button', { name: 'Type my name' }).waitFor()
      // The last page stands for twenty seconds, and no machine is to be slower than that.
      await stopClock(there.page)
      await name(there, 'Ewa Kaur', 'Yes, sign me in')
    },
    says: 'You are signed in',
  },
  {
    of: 'duties/sign-in/self-service/staff-page.tsx',
    ...door,
    go: ({ page }) => hands.press(page, 'Staff'),
    says: /./,
  },
]
