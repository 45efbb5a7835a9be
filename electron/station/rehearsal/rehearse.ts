/** Fills a folder with a rehearsal: an invented crowd goes through the whole event, by the same calls as a real one. */
import { REHEARSAL_SECRETS } from '../../../shared/domain/rehearsal.ts'
import type { DelegateDetails } from '../../../shared/domain/delegate.ts'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import type { Actor } from '../../../shared/domain/fact.ts'
import type { PledgeInput } from '../../../shared/domain/pledge.ts'
import type { ActionDetails, IdeaDetails, TablePlace } from '../../../shared/domain/action.ts'
import { rehearsalCrowd } from './crowd.ts'
import { readPhrases } from './phrases.ts'

/** What a rehearsal does to a station. The composition root gives it a real one. */
export type RehearsedStation = {
  setUp(given: {
    pack: EventPack
    rehearsal: true
    name: string
    duty: 'pledges'
    pin: string
    passphrase: string
  }): Promise<void>
  isSetUp(): boolean
  batch(work: () => void): void
  signIn: {
    add(actor: Actor, details: DelegateDetails): string
    signIn(actor: Actor, id: string): unknown
  }
  pledges: { make(actor: Actor, input: PledgeInput): unknown }
  workshops: {
    propose(actor: Actor, input: ActionDetails & TablePlace): unknown
    postIdea(actor: Actor, input: IdeaDetails & TablePlace & { question: string }): unknown
  }
}

export type RehearsalSize = { pack: EventPack; delegates: number; pledges: number; actions: number; seed: number }
export type Rehearsed = { delegates: number; signedIn: number; pledges: number; actions: number; ideas: number }

const MINUTE = 60_000
const BATCH = 500
const as = (role: Actor['role']): Actor => ({ role, delegate: null })

/**
 * `open` opens the station with a clock of ours, so that the crowd arrives over the hours before `now` (milliseconds)
 * and not all at once. The clock never passes `now`. What people say is in `resources`, the folder that holds `rehearsal/`;
 * where it is missing or wrong an Error says so before anything is opened.
 */
export async function rehearse(
  open: (clock: () => number) => { station: RehearsedStation; close: () => void },
  { now, resources, ...size }: RehearsalSize & { now: number; resources: string },
): Promise<Rehearsed> {
  const phrases = readPhrases(resources)
  const begin = now - 150 * MINUTE
  let clock = begin
  const { station, close } = open(() => clock)
  try {
    if (!station.isSetUp())
      await station.setUp({
        pack: size.pack,
        rehearsal: true,
        name: 'Rehearsal tablet',
        duty: 'pledges',
        ...REHEARSAL_SECRETS,
      })
    const crowd = rehearsalCrowd({ phrases, ...size })
    const done: Rehearsed = { delegates: 0, signedIn: 0, pledges: 0, actions: 0, ideas: 0 }
    const ids: string[] = []
    inBatches(station, crowd.delegates, (person) => {
      ids.push(station.signIn.add(as('organiser'), person))
      done.delegates += 1
    })
    inBatches(station, crowd.signIns, ({ delegate, minute }) => {
      const id = ids[delegate]
      if (id === undefined) return
      clock = Math.max(clock, begin + (60 + minute) * MINUTE)
      station.signIn.signIn(as('steward'), id)
      done.signedIn += 1
    })
    clock = Math.max(clock, begin + 120 * MINUTE)
    const step = (now - clock) / (size.pledges + size.actions * 3 + 1)
    const later = () => void (clock = Math.min(now, clock + step))
    inBatches(station, crowd.pledges, ({ by, ...pledge }) => {
      const delegate = by.kind === 'delegate' ? ids[by.delegate] : undefined
      later()
      if (by.kind === 'delegate' && delegate === undefined) return
      station.pledges.make(as('delegate'), {
        ...pledge,
        by: by.kind === 'delegate' ? { kind: 'delegate', delegate: delegate ?? '' } : by,
      })
      done.pledges += 1
    })
    inBatches(station, crowd.actions, (action) => {
      later()
      station.workshops.propose(as('facilitator'), action)
      done.actions += 1
    })
    inBatches(station, crowd.ideas, (idea) => {
      later()
      station.workshops.postIdea(as('facilitator'), idea)
      done.ideas += 1
    })
    return done
  } finally {
    close()
  }
}

/** A few hundred steps in one transaction: a hundred thousand commits of one fact each would take a quarter of a minute. */
function inBatches<T>(station: RehearsedStation, items: Iterable<T>, step: (item: T) => void): void {
  const source = items[Symbol.iterator]()
  for (let ended = false; !ended;) {
    station.batch(() => {
      for (let taken = 0; taken < BATCH; taken += 1) {
        const next = source.next()
        if (next.done === true) {
          ended = true
          return
        }
        step(next.value)
      }
    })
  }
}
