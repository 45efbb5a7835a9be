/** The router: the whole contract, implemented once, for every host to carry. */
import { draftCalls } from './drafts/index.ts'
import { stationCalls } from './event/index.ts'
import { always } from './guard.ts'
import { planCalls } from './plan/index.ts'
import { pledgeCalls } from './pledges/index.ts'
import { signInCalls } from './sign-in/index.ts'
import { staffCalls } from './staff/index.ts'
import { workshopCalls } from './workshops/index.ts'

export const router = always.router({
  station: stationCalls,
  staff: staffCalls,
  drafts: draftCalls,
  signIn: signInCalls,
  pledges: pledgeCalls,
  workshops: workshopCalls,
  plan: planCalls,
})
