/** The tour’s stops at the door: the desk and the pages behind it, paper, badges, the roll call. */
import type { Station } from '../../../electron/station/app/station.ts'
import { ewa, kwame, organiser, steward } from '../../support/test-station.ts'
import { pointer } from '../steps.ts'
import type { Stop, There } from './sweep.ts'

const hands = pointer(true)

/** Ewa is expected, with a note; Kwame is in; Ines came and went. */
function fill({ signIn }: Station): void {
  const id = signIn.add(organiser, ewa)
  signIn.note(steward, id, 'Her parking permit is here')
  signIn.walkIn(steward, kwame, { access: 'Step-free', dietary: '' })
  const ines = signIn.walkIn(steward, { ...ewa, name: 'Ines Example', email: '' }, { access: '', dietary: '' }).id
  signIn.signOut(steward, ines)
}
const desk: Pick<Stop, 'duty' | 'as' | 'before'> = { duty: 'sign-in', as: 'steward', before: fill }

const find = async ({ page }: There, name: string) => {
  await page.getByRole('combobox', { name: 'Find by name or organisation' }).fill(name)
  await page.getByRole('row', { selected: true }).getByText(name).first().waitFor()
}
const open = async (there: There, ...presses: (string | RegExp)[]) => {
  await find(there, 'Ewa Kaur')
  for (const press of ['Open Ewa Kaur', ...presses]) await hands.press(there.page, press)
}
const atDesk = (when: string, go: (there: There) => Promise<void>): Stop => ({
  of: 'duties/sign-in/door.tsx',
  when,
  ...desk,
  go,
  says: 'Sign-in desk',
})
const behind = (of: string, path: string, says: string | RegExp, more: Partial<Stop> = {}): Stop => ({
  of,
  ...desk,
  path,
  says,
  ...more,
})
const answered = ({ page }: There) =>
  page.getByRole('region', { name: 'Answer' }).getByText('Ewa Kaur').first().waitFor()
const walkIn = async (there: There, name: string) => {
  const { page } = there
  await hands.press(page, 'Not on the list')
  await hands.write(page, 'Name', name)
  await hands.write(page, 'Organisation', 'Elmdon House')
}

export const DESK: readonly Stop[] = [
  { of: 'duties/sign-in/locked.tsx', duty: 'sign-in', says: 'Sign-in' },
  atDesk('nobody yet', async () => undefined),
  atDesk('found', (there) => find(there, 'Ewa Kaur')),
  atDesk('signed in', async (there) => {
    await find(there, 'Ewa Kaur')
    await there.page.keyboard.press('Enter')
    await answered(there)
  }),
  atDesk('undo', async (there) => {
    await find(there, 'Ewa Kaur')
    await there.page.keyboard.press('Enter')
    await answered(there)
    await hands.press(there.page, /^Undo/)
  }),
  atDesk('two of them found', (there) => find(there, 'Elmdon')),
  {
    of: 'duties/sign-in/person.tsx',
    ...desk,
    go: (there) => open(there),
    says: 'Details of Ewa Kaur',
  },
  {
    of: 'duties/sign-in/note.tsx',
    ...desk,
    go: (there) => open(there, /^(Note for staff|Change the note)/),
    says: 'A note for staff',
    isDialog: true,
  },
  {
    of: 'duties/sign-in/needs-dialog.tsx',
    ...desk,
    go: (there) => open(there, 'Access and food needs'),
    says: 'What helps Ewa Kaur today',
    isDialog: true,
  },
  {
    of: 'duties/sign-in/walk-in.tsx',
    ...desk,
    go: (there) => walkIn(there, 'Nadia Newcomer'),
    says: 'Who is not on the list?',
  },
  {
    of: 'duties/sign-in/likely-people.tsx',
    ...desk,
    go: async (there) => {
      await walkIn(there, 'Ewa Kaur')
      await hands.press(there.page, /Add and sign in|Add them|Sign them in/)
    },
    says: /^Is (this the same person|it one of these)/,
  },
  behind('duties/sign-in/more/more-page.tsx', '/more', 'What do you need?'),
  behind('duties/sign-in/arrivals/arrivals-page.tsx', '/arrivals', /./, {
    go: ({ page }) => page.getByText(kwame.name).first().waitFor(),
  }),
  behind('duties/sign-in/numbers/numbers-page.tsx', '/numbers', /./),
  behind('duties/sign-in/door/door-page.tsx', '/door', 'How this desk works'),
]

const chosen = async ({ page }: There) => {
  await hands.pick(page, 'Whose badges?', 'Everybody')
  await page.getByRole('button', { name: /^Print \d badges/ }).waitFor()
}
/** A line of the sheet for Ewa, as it is typed. */
const line = async ({ page }: There, name: string) => {
  await page.getByRole('combobox', { name: 'Name' }).fill(name)
  await page.getByText(`add “${name}”`).waitFor()
}

export const BADGES: readonly Stop[] = [
  behind('duties/sign-in/badges/badges-page.tsx', '/badges', 'Badges', { go: chosen }),
  behind('duties/sign-in/badges/badges-page.tsx', '/badges', 'Badges', {
    when: 'printed',
    go: async (there) => {
      await chosen(there)
      await hands.press(there.page, /^Print \d badges/)
      await there.page.getByText(/badges went to the printer/).waitFor()
    },
  }),
  behind('duties/sign-in/badges/printing-dialog.tsx', '/badges', /printed/, {
    go: async (there) => {
      await chosen(there)
      await hands.press(there.page, /^Print \d badges/)
      await hands.press(there.page, 'Not all came out')
      await hands.press(there.page, /^Look through/)
    },
    isDialog: true,
  }),
]

export const PAPER: readonly Stop[] = [
  behind('duties/sign-in/paper/frame.tsx', '/paper', 'Print the sign-in sheet', { when: 'print' }),
  behind('duties/sign-in/paper/frame.tsx', '/paper/enter', 'Enter the sheet', { when: 'enter' }),
  behind('duties/sign-in/paper/frame.tsx', '/paper/enter', 'Enter the sheet', {
    when: 'a line',
    go: (there) => line(there, 'Kaur'),
  }),
]

const roll = async ({ page }: There, ...presses: (string | RegExp)[]) => {
  await page.getByRole('heading', { name: 'Roll call' }).waitFor()
  const name = page.getByLabel('Your name')
  const under = page.getByRole('button', { name: 'End the roll call' })
  await name.or(under).first().waitFor()
  if (await name.isVisible()) {
    await name.fill('Sam Steward')
    await hands.press(page, /^(Start the roll call|Go on with that one|Tick people off)/)
  }
  for (const press of presses) await hands.press(page, press)
}

export const ROLL_CALL: readonly Stop[] = [
  {
    of: 'duties/sign-in/roll-call/roll-call-room.tsx',
    duty: 'sign-in',
    path: '/roll-call',
    says: 'Roll call',
  },
  behind('duties/sign-in/roll-call/calling.tsx', '/roll-call', 'Roll call', { when: 'before' }),
  behind('duties/sign-in/roll-call/calling.tsx', '/roll-call', 'Roll call', {
    when: 'while it goes on',
    go: (there) => roll(there),
  }),
  behind('duties/sign-in/roll-call/end-dialog.tsx', '/roll-call', /./, {
    go: (there) => roll(there, /^End the roll call/),
    isDialog: true,
  }),
  behind('duties/sign-in/roll-call/summary.tsx', '/roll-call', /./, {
    go: async (there) => {
      await roll(there, /^End the roll call/)
      await there.page.getByRole('dialog').getByRole('button', { name: 'End it' }).click()
      await there.page.getByRole('dialog').waitFor({ state: 'detached' })
    },
  }),
  behind('duties/sign-in/roll-call/earlier.tsx', '/roll-call?see=earlier', 'Earlier roll calls', {
    before: (station) => {
      fill(station)
      const { id } = station.rollCalls.start(steward, 'Uma Warden', null).rollCall
      station.rollCalls.end(steward, id, 'Uma Warden')
    },
  }),
]
