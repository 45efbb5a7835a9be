/** Becoming part of an event: the event key, invitations to other tablets, and enrolling with one. */
import {
  BundleError,
  type BundleSource,
  type Certificate,
  type Invitation,
  makeSigningKeys,
  sealingKeysFrom,
  signCertificate,
  signTicket,
  type Ticket,
} from '../../transfer/index.ts'
import type { Duty } from '../../../shared/domain/duty.ts'
import type { Actor, Role } from '../../../shared/domain/fact.ts'
import { invitationCode, readInvitationCode } from '../../../shared/domain/invitation-code.ts'
import type { StationCore } from '../kernel/core.ts'
import { makeId, stationEnrolled } from '../kernel/journal/index.ts'
import { stretch, STRETCH_COST } from '../kernel/stretch.ts'
import type { createBundles } from './bundles.ts'
import type { OwnKeys } from './own-keys.ts'

/** Keeps what staff unlock with as the organiser’s tablet has it. */
export type StaffSecrets = { all: () => Invitation['staff']; keepAll: (all: Invitation['staff']) => void }

type Deps = {
  core: StationCore
  keys: OwnKeys
  bundles: ReturnType<typeof createBundles>
  staff: StaffSecrets
  /** scrypt’s N for the codes of invitations. */
  cost?: number
  /** What the tablet is called and does from now on, in the transaction that enrols it. */
  settle: (as: { name: string; duty: Duty }) => void
}

const itself: Actor = { role: 'station', delegate: null }
const CODE = /^code-([0-9a-f]{32})$/

/** In what role the facts of a tablet of this duty count at most. */
const SPEAKS_FOR: Readonly<Record<Duty, Role>> = {
  'sign-in': 'steward',
  pledges: 'steward',
  workshop: 'steward',
  wall: 'steward',
  organiser: 'organiser',
}

export function createEnrolling({ core, keys, bundles, staff, settle, cost = STRETCH_COST }: Deps) {
  const { journal, random } = core

  /** In a transaction of the caller’s. `binds`: whose chains are its own from before. */
  function certify(
    as: Pick<Certificate, 'event' | 'duty' | 'speaksFor' | 'may'>,
    { by, key, binds }: { by: Ticket | null; key: string; binds: Certificate['binds'] },
  ): void {
    const chain = journal.facts.chain(journal.station)
    if (chain === null) throw new Error('A tablet that has not begun cannot be certified')
    const { station, publicKey: signing } = chain
    const sealing = keys.sealing().publicKey
    const certificate = signCertificate({ ...as, station, signing, sealing, binds, by }, key)
    journal.commit(itself, (write) => {
      write.about(stationEnrolled, station, { certificate: JSON.stringify(certificate) })
    })
  }

  /** Where the event has no key yet: this tablet draws it, and speaks for the organiser, collects and may be a hub. */
  function beginEvent(): void {
    journal.atomically(() => {
      const event = keys.drawEventKey()
      const held = journal.facts.chains().filter(({ station, seq }) => station !== journal.station && seq > 0)
      certify(
        { event: core.event().id, duty: 'organiser', speaksFor: 'organiser', may: ['collect', 'hub'] },
        // Whatever it holds by now came to it before there was a key: put back from a copy, or migrated.
        {
          by: null,
          key: event.signing.privateKey,
          binds: held.map(({ station, seq: last }) => ({ station, last })),
        },
      )
    })
  }

  const codeKeys = async (code: string, salt: Buffer) =>
    sealingKeysFrom((await stretch(code, salt, cost)).toString('hex'))

  /** All that a tablet of this duty needs to begin, in one file that the code opens. Null where this tablet does not speak for the event. */
  async function invite({ duty, most }: { duty: Duty; most: number }) {
    const [event, eventKey] = [keys.ofEvent(), keys.eventKey()]
    if (event === null || eventKey === null) return null
    const ticketKeys = makeSigningKeys()
    const ticket = signTicket(
      {
        event: core.event().id,
        id: makeId(core.now(), random),
        signing: ticketKeys.publicKey,
        duty,
        speaksFor: SPEAKS_FOR[duty],
        may: duty === 'organiser' ? ['collect', 'hub'] : [],
        most,
      },
      event.signing.privateKey,
    )
    const code = invitationCode(random(13))
    const salt = Buffer.from(random(16))
    const { publicKey } = await codeKeys(code, salt)
    const written = await bundles.write(
      { publicKey, called: `code-${salt.toString('hex')}` },
      { eventKey, ticket, ticketKey: ticketKeys.privateKey, staff: staff.all() },
    )
    return written === null ? null : { ...written, code }
  }

  /** Throws BundleError. Cut off before its end, the same invitation goes on; `part-of-an-event`: this tablet has begun already. */
  async function enrol(
    source: BundleSource,
    { code: typed, name }: { code: string; name: string },
  ): Promise<
    { code: 'enrolled'; duty: Duty; facts: number } | { code: 'wrong-code' | 'part-of-an-event' | 'no-invitation' }
  > {
    // Binding in what was set up by hand is to come; until then nothing of it is touched.
    if (journal.facts.chain(journal.station) !== null) return { code: 'part-of-an-event' }
    const code = readInvitationCode(typed)
    if (code === null) return { code: 'wrong-code' }
    let isInvitation = false
    const keyFor = async (called: string) => {
      const salt = CODE.exec(called)?.[1]
      isInvitation = salt !== undefined
      return salt === undefined ? null : codeKeys(code, Buffer.from(salt, 'hex'))
    }
    const opened = await bundles.openInvitation(source, keyFor).catch((error: unknown) => {
      if (error instanceof BundleError && error.code === 'for-another')
        return isInvitation ? ('wrong-code' as const) : ('no-invitation' as const)
      throw error
    })
    if (opened === 'wrong-code' || opened === 'no-invitation') return { code: opened }
    const { invitation } = opened.manifest
    if (invitation === null) return { code: 'no-invitation' }
    // First, so that what a tablet may not say does nothing here either.
    journal.atomically(() => keys.believe(invitation.eventKey))
    const { taken } = await bundles.take(opened)
    const { ticket } = invitation
    journal.atomically(() => {
      staff.keepAll(invitation.staff)
      journal.begin(itself, ticket.event)
      const { event, duty, speaksFor, may } = ticket
      certify({ event, duty, speaksFor, may }, { by: ticket, key: invitation.ticketKey, binds: [] })
      settle({ name, duty: ticket.duty })
    })
    return { code: 'enrolled', duty: ticket.duty, facts: taken.added }
  }

  return { beginEvent, invite, enrol }
}
