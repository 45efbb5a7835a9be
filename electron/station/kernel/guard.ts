/** The one door every call comes through: is the station ready, may this role do it, how did it go. */
import { implement, ORPCError, type ORPCErrorConstructorMap } from '@orpc/server'
import type { contractErrors } from '../../../shared/contract/base.ts'
import { contract } from '../../../shared/contract/index.ts'
import { type Actor, mayAct, type Role } from '../../../shared/domain/fact.ts'
import { storageErrorOf, type StorageError } from './database/index.ts'
import { NotFromHere } from './journal/index.ts'

/** As much of a station as the guard asks. */
type AnyStation = { baseRole(): Role }
/** As much of a screen as the guard asks: the role that it has where its tablet's duty alone gives it `base`. */
type AnySession = { role(base: Role): Role }
/** As much of a kiosk as the guard asks. `station`: null where it was not set up, or could not be opened. */
type AnyKiosk<Station> = {
  station(): Station | null
  isOpening(): boolean
  log(line: { call: string; outcome: string; ms: number }): void
  met(refusal: StorageError): void
}

/** How a call is refused: each makes the error that the contract names, with the status that the contract gives it. */
export type Refuse = ORPCErrorConstructorMap<typeof contractErrors>

const NEEDS: Record<Role, string> = {
  delegate: 'anyone',
  facilitator: 'a facilitator',
  steward: 'a steward: enter the steward PIN',
  organiser: 'the organiser: enter the passphrase',
}

const NOT_SET_UP = 'This tablet has not been set up yet. Set it up on its first screen.'
const BROUGHT_UP = 'This tablet is being brought up to date. It opens by itself as soon as that is done.'

const STORAGE_CODE = {
  full: 'full',
  'read-only': 'read-only',
  damaged: 'damaged',
  'in-use': 'busy',
  newer: 'damaged',
  key: 'damaged',
  sealed: 'damaged',
  copy: 'damaged',
} as const

/**
 * The guard of one capability's calls, which says what else they need of the station, of the screen that calls, and of the kiosk.
 * `always`: for calls that can be made before there is a station, or when its data could not be opened. `ready`: for every other call;
 * the context gains the station, and who is acting.
 */
export function createGuard<Station = object, Session = object, Kiosk = object>() {
  type Asked = { kiosk: Kiosk & AnyKiosk<Station & AnyStation>; session: Session & AnySession }
  const open = implement(contract).$context<Asked>()
  const always = open.use(async ({ context, next, path, errors }) => {
    const started = performance.now()
    const log = (outcome: string): void =>
      context.kiosk.log({ call: path.join('.'), outcome, ms: performance.now() - started })
    try {
      const result = await next()
      log('ok')
      return result
    } catch (error) {
      throw known(error, errors, context.kiosk, log)
    }
  })
  const ready = always.use(({ context, procedure, next, errors }) => {
    const station = context.kiosk.station()
    if (station === null) throw errors.NOT_READY({ message: context.kiosk.isOpening() ? BROUGHT_UP : NOT_SET_UP })
    const role = needRole({ session: context.session, station }, procedure['~orpc'].meta.who, errors)
    const actor: Actor = { role, delegate: null }
    return next({ context: { station, actor } satisfies { station: Station; actor: Actor } })
  })
  return { always, ready }
}

/** Whether a member of staff has unlocked the screen that calls. */
export const isStaff = (actor: Actor): boolean => actor.role !== 'station' && mayAct(actor.role, 'steward')

/** The role of the screen that calls, where that is enough. By itself for a call whose role is known only from what is given with it. */
export function needRole(
  { session, station }: { session: AnySession; station: AnyStation },
  who: Role,
  errors: Refuse,
): Role {
  const role = session.role(station.baseRole())
  if (!mayAct(role, who)) throw errors.NOT_ALLOWED({ message: `This needs ${NEEDS[who]}.`, data: { needs: who } })
  return role
}

/** For a call that can be made `always` and is not for everybody. Before a tablet is set up, and where it could not be opened, there is no PIN that anybody could be asked for. */
export function needSteward(
  { kiosk, session }: { kiosk: { station(): AnyStation | null }; session: AnySession },
  errors: Refuse,
): void {
  const station = kiosk.station()
  if (station !== null) needRole({ session, station }, 'steward', errors)
}

/**
 * What went wrong, as the contract names it; damage to the data closes the station. Anything else is a bug: its message stays in the log
 * and off the screen.
 */
export function known(
  error: unknown,
  errors: Refuse,
  kiosk: { met(refusal: StorageError): void },
  log: (outcome: string) => void,
): unknown {
  if (error instanceof ORPCError) {
    log(String(error.code))
    return error
  }
  if (error instanceof NotFromHere) {
    log('NOT_POSSIBLE not-from-here')
    return errors.NOT_POSSIBLE({
      message: 'This is done at the organiser’s tablet, and reaches this one from there. Nothing was changed.',
      data: { code: 'not-from-here' },
    })
  }
  const refusal = storageErrorOf(error)
  if (refusal !== null) {
    kiosk.met(refusal)
    log(`STORAGE ${refusal.code}`)
    return errors.STORAGE({
      message: `${refusal.sentence} ${refusal.todo}`,
      data: { code: STORAGE_CODE[refusal.code] },
    })
  }
  log(`BUG ${error instanceof Error ? error.name : 'thrown'}`)
  return error
}
