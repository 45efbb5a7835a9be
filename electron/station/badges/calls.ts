/** The calls about badges. */
import type { PrintAnswer } from '../../../shared/contract/badges.ts'
import { paperOf } from '../../../shared/domain/badge-layout.ts'
import { mayAct, type Role } from '../../../shared/domain/fact.ts'
import type { DoorSettings } from '../../../shared/domain/door.ts'
import { createGuard, isStaff } from '../kernel/guard.ts'
import type { Platform } from '../kernel/platform.ts'
import type { ForAnyone, SignIn } from '../sign-in/index.ts'
import type { Badges } from './badges.ts'

type Station = { door(): DoorSettings; badges: Badges; forAnyone: ForAnyone; signIn: SignIn }
type Session = { window: number | null; mine(id: string): boolean; hasBadgeOf(id: string): boolean }

const { ready } = createGuard<Station, Session, { platform: Platform }>()

const noSuchJob = { message: 'That printing is not in this tablet’s log any more. Go back to the log and look again.' }

const notYours = { message: 'This needs a steward: enter the steward PIN.', data: { needs: 'steward' } }

type Asking = { station: Station & { baseRole(): Role }; session: Session & { role(base: Role): Role } }

/** A steward prints anybody's badge; whoever found themselves on this screen and is in prints their own, where the door is set to. */
const mayPrint = ({ station, session }: Asking, delegates: readonly string[]): boolean =>
  mayAct(session.role(station.baseRole()), 'steward') ||
  (station.door().badges.onSignIn &&
    delegates.every((id) => session.mine(id) && station.signIn.delegate(id)?.presence === 'here'))

export const badgesCalls = {
  people: ready.badges.people.handler(({ input, context }) => context.station.badges.people(input)),
  choices: ready.badges.choices.handler(({ context }) => context.station.badges.choices()),
  contents: ready.badges.contents.handler(({ input, context, errors }) => {
    if (!mayPrint(context, input.delegates)) throw errors.NOT_ALLOWED(notYours)
    const { station, session, actor } = context
    if (!isStaff(actor)) for (const id of input.delegates) if (!session.hasBadgeOf(id)) station.forAnyone.handOut(id)
    return station.badges.contents(input.delegates)
  }),
  print: ready.badges.print.handler(async ({ input, context, errors }): Promise<PrintAnswer> => {
    if (!mayPrint(context, input.delegates)) throw errors.NOT_ALLOWED(notYours)
    const { printing, leave } = context.kiosk.platform
    const { printer } = context.station.door().badges
    const { window } = context.session
    if (printing === null || printer === '' || window === null)
      // On a locked tablet the system's own dialog would be a way out, for anybody.
      return leave !== null && !isStaff(context.actor) ? { code: 'failed', why: 'no-printer' } : { code: 'ask' }
    return printing.print(window, { printer, paper: paperOf(input.layout).page })
  }),
  printers: ready.badges.printers.handler(async ({ context }) => {
    const { printing } = context.kiosk.platform
    return printing === null ? null : printing.printers()
  }),
  printed: ready.badges.printed.handler(({ input: { delegates, ...printing }, context, errors }) => {
    if (!mayPrint(context, delegates)) throw errors.NOT_ALLOWED(notYours)
    return { badges: context.station.badges.printed(context.actor, delegates, printing) }
  }),
  notPrinted: ready.badges.notPrinted.handler(({ input: { delegates, ...printing }, context, errors }) => {
    if (!mayPrint(context, delegates)) throw errors.NOT_ALLOWED(notYours)
    return { badges: context.station.badges.notPrinted(context.actor, delegates, printing) }
  }),
  notOut: ready.badges.notOut.handler(({ input, context, errors }) => {
    const told = context.station.badges.notOut(context.actor, input.job, input.delegates)
    if (told === null) throw errors.NOT_FOUND(noSuchJob)
    return { badges: told }
  }),
  log: ready.badges.log.handler(({ input, context }) => context.station.badges.log(input)),
  job: ready.badges.job.handler(({ input, context }) => context.station.badges.job(input.job)),
}
