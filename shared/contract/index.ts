/** The contract: every call a screen can make. The station implements it once; both hosts carry it. */
import type { ContractRouterClient } from '@orpc/contract'
import { attendance } from './attendance.ts'
import { badges } from './badges.ts'
import { cards } from './cards.ts'
import { drafts } from './drafts.ts'
import { event } from './event.ts'
import { followUp } from './follow-up.ts'
import { importCalls } from './import.ts'
import { paper } from './paper.ts'
import { people } from './people.ts'
import { plan } from './plan.ts'
import { pledges } from './pledges.ts'
import { rollCall } from './roll-call.ts'
import { selfService } from './self-service.ts'
import { signIn } from './sign-in.ts'
import { staff } from './staff.ts'
import { station } from './station.ts'
import { sticks } from './sticks.ts'
import { updates } from './updates.ts'
import { wall } from './wall.ts'
import { wayOut } from './way-out.ts'
import { workshops } from './workshops.ts'

export const contract = {
  station,
  event,
  staff,
  drafts,
  signIn,
  import: importCalls,
  selfService,
  badges,
  rollCall,
  paper,
  attendance,
  people,
  pledges,
  workshops,
  cards,
  wayOut,
  plan,
  followUp,
  wall,
  sticks,
  updates,
}
export type KioskClient = ContractRouterClient<typeof contract>
