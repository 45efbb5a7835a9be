/** Every stop of the tour, and the screens that it does not come to. */
import { CARDS, EVENT, FOLLOW_UP, LOADED, PEOPLE, WAY_OUT } from './later-stops.ts'
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
  ...PEOPLE,
  ...FOLLOW_UP,
  ...EVENT,
  ...CARDS,
  ...WAY_OUT,
  ...STAFF,
  ...SET_UP,
  ...LOADED,
]

const SAME_LINK = 'the same page with one link, which is pressed twice under /organiser/*?'

/** Files of the register whose screens the tour leaves out, or `file route` where it is only there; each with its reason. */
export const ELSEWHERE: Readonly<Record<string, string>> = {
  'components/no-station.tsx': 'nothing there leads on: its one button asks once more',
  'components/not-here.tsx /organiser/delegates/person/:id': SAME_LINK,
  'components/not-here.tsx /roll-call': SAME_LINK,
  'components/not-here.tsx /workshop/:session/:table': SAME_LINK,
  'duties/setup/opening.tsx': 'nothing is there to be pressed',
  'duties/wall/empty-wall.tsx': 'nothing is there to be pressed',
  'duties/setup/locked-data.tsx': 'only the desktop app locks its data; its one button hands over a form',
  'duties/sign-in/paper/same-line.tsx':
    'it stands in the middle of a line that is typed; its dialog is in paper.test.ts',
}
