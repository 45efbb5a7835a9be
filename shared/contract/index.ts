/** The contract: every call a screen can make. The station implements it once; both hosts carry it. */
import type { ContractRouterClient } from '@orpc/contract'
import { drafts } from './drafts.ts'
import { plan } from './plan.ts'
import { pledges } from './pledges.ts'
import { signIn } from './sign-in.ts'
import { staff } from './staff.ts'
import { station } from './station.ts'
import { workshops } from './workshops.ts'

export const contract = { station, staff, drafts, signIn, pledges, workshops, plan }
export type KioskClient = ContractRouterClient<typeof contract>
