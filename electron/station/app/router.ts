/** The router: the whole contract, implemented once, for every host to carry. */
import { badgesCalls } from '../badges/calls.ts'
import { draftCalls } from '../drafts/calls.ts'
import type { Kiosk } from './kiosk.ts'
import type { Screen } from './screen.ts'
import { stationCalls } from './station-calls.ts'
import { createGuard } from '../kernel/guard.ts'
import { planCalls } from '../plan/calls.ts'
import { pledgeCalls } from '../pledges/calls.ts'
import { rollCallCalls } from '../roll-call/calls.ts'
import { attendanceCalls, paperCalls, selfServiceCalls, signInCalls } from '../sign-in/calls.ts'
import { staffCalls } from './staff-calls.ts'
import type { Station } from './station.ts'
import { sticksCalls } from '../sticks/calls.ts'
import { updateCalls } from '../updates/calls.ts'
import { wallCalls } from '../wall/calls.ts'
import { workshopCalls } from '../workshops/calls.ts'

const { always } = createGuard<Station, Screen, Kiosk>()

export const router = always.router({
  station: stationCalls,
  staff: staffCalls,
  drafts: draftCalls,
  signIn: signInCalls,
  selfService: selfServiceCalls,
  badges: badgesCalls,
  rollCall: rollCallCalls,
  paper: paperCalls,
  attendance: attendanceCalls,
  pledges: pledgeCalls,
  workshops: workshopCalls,
  plan: planCalls,
  wall: wallCalls,
  sticks: sticksCalls,
  updates: updateCalls,
})
