/** Every stop of the tour, and the screens that it does not come to. */
import { MONDAY } from './monday-stops.ts'
import { ORGANISER, SET_UP, STAFF } from './staff-stops.ts'
import { PLEDGES, SELF_SERVICE, WALL, WORKSHOP } from './public-stops.ts'
import { BADGES, DESK, PAPER, ROLL_CALL } from './sign-in-stops.ts'
import type { Stop } from './sweep.ts'

export const STOPS: readonly Stop[] = [
  ...PLEDGES,
  ...WORKSHOP,
  ...WALL,
  ...SELF_SERVICE,
  ...DESK,
  ...BADGES,
  ...PAPER,
  ...ROLL_CALL,
  ...ORGANISER,
  ...MONDAY,
  ...STAFF,
  ...SET_UP,
]

/** Files of the register whose screens the tour leaves out, each with its reason. */
export const ELSEWHERE: Readonly<Record<string, string>> = {
  'components/no-station.tsx': 'nothing there leads on: its one button asks once more',
  'duties/setup/opening.tsx': 'nothing is there to be pressed',
  'duties/wall/empty-wall.tsx': 'nothing is there to be pressed',
  'duties/setup/locked-data.tsx': 'only the desktop app locks its data; its one button hands over a form',
  'duties/sign-in/paper/same-line.tsx':
    'it stands in the middle of a line that is typed; its dialog is in paper.test.ts',
}
