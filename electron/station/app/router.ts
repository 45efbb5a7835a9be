/** The router: the whole contract, implemented once, for every host to carry. */
import { implement } from '@orpc/server'
import { contract } from '../../../shared/contract/index.ts'
import { badgesCalls } from '../badges/calls.ts'
import { cardCalls } from '../cards/calls.ts'
import { eventCalls } from '../event/calls.ts'
import { draftCalls } from '../drafts/calls.ts'
import { followUpCalls } from '../follow-up/calls.ts'
import type { Kiosk } from './kiosk.ts'
import type { Session } from './session.ts'
import { stationCalls } from './station-calls.ts'
import { peopleCalls } from '../people/calls.ts'
import { planCalls } from '../plan/calls.ts'
import { pledgeCalls } from '../pledges/calls.ts'
import { rollCallCalls } from '../roll-call/calls.ts'
import { attendanceCalls, importCalls, paperCalls, selfServiceCalls, signInCalls } from '../sign-in/calls.ts'
import { staffCalls } from './staff-calls.ts'
import { sticksCalls } from '../sticks/calls.ts'
import { updateCalls } from '../updates/calls.ts'
import { wallCalls } from '../wall/calls.ts'
import { wayOutCalls } from '../way-out/calls.ts'
import { workshopCalls } from '../workshops/calls.ts'

/** What a host gives with every call. */
type CallContext = { kiosk: Kiosk; session: Session }

// Each call has come through its capability’s guard already; a second one here would log it twice.
export const router = implement(contract).$context<CallContext>().router({
  station: stationCalls,
  event: eventCalls,
  staff: staffCalls,
  drafts: draftCalls,
  signIn: signInCalls,
  import: importCalls,
  selfService: selfServiceCalls,
  badges: badgesCalls,
  rollCall: rollCallCalls,
  paper: paperCalls,
  attendance: attendanceCalls,
  people: peopleCalls,
  pledges: pledgeCalls,
  workshops: workshopCalls,
  cards: cardCalls,
  wayOut: wayOutCalls,
  plan: planCalls,
  followUp: followUpCalls,
  wall: wallCalls,
  sticks: sticksCalls,
  updates: updateCalls,
})
