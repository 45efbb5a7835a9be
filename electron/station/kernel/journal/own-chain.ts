/** The chain that this station writes on: how it begins, is signed, and goes on under another id where its own would not count. */
import type { Database } from 'better-sqlite3'
import type { Timestamp } from '../../../../shared/domain/clock.ts'
import type { Actor } from '../../../../shared/domain/fact.ts'
import { makeSigningKeys } from '../../../transfer/index.ts'
import { hasTable } from '../database/index.ts'
import type { Began, Succeeds } from './began.ts'
import { keepHead } from './branches.ts'
import type { createClashes } from './clashes.ts'
import { createFactTable, type HeldChain } from './fact-table.ts'
import { makeId, type Random } from './ids.ts'
import { type SignedHead, signHead } from './signed-head.ts'

type FactTable = ReturnType<typeof createFactTable>

/** What a station knows of itself, in its database. */
export type Own = {
  /** The id that it goes by now: read afresh each time, for another program may have changed it. */
  id: () => string
  /** From now on it goes by another. */
  changeId: (id: string) => void
  /** The private half of the key that it signs with, where it has begun: 64 hex digits. */
  key: () => string | null
  keepKey: (key: string) => void
  /** What it remembers of its clock, as text. */
  clock: () => string | null
  keepClock: (text: string) => void
  /** The public key by which certificates count here; null where it believes none. */
  eventKey: () => string | null
}

type Deps = {
  own: Own
  facts: FactTable
  clashes: ReturnType<typeof createClashes>
  now: () => number
  random: Random
  /** How its clock runs on, after it said `last`; undefined where nobody can tell. */
  clockAfter: (last: number | null) => NonNullable<Succeeds>['clock']
  /** Writes the first fact of the chain that is its own now, as a commit. */
  writeFirst: (by: Actor, body: Began) => void
}

function signUpTo(facts: FactTable, { station, seq, hash }: HeldChain, key: string): SignedHead {
  const signed = signHead({ station, seq, hash }, key)
  keepHead(facts, signed)
  return signed
}

/**
 * For data that goes on under another id: what the station wrote into it is signed before its key goes, or nobody could carry that any
 * more. In a transaction of the caller's. Data of a version from before there were heads is left as it is.
 */
export function signOnceMore(db: Database, station: string | null, key: string | null): void {
  if (station === null || key === null || !hasTable(db, 'head')) return
  const facts = createFactTable(db)
  const chain = facts.chain(station)
  if (chain !== null && chain.seq > 0) signUpTo(facts, chain, key)
}

const itself: Actor = { role: 'station', delegate: null }

/** All of it in a transaction of the caller's. */
export function createOwnChain({ own, facts, clashes, now, random, clockAfter, writeFirst }: Deps) {
  const goingOn = new Set<() => void>()

  /** Where it has none yet. `at`: the last tick of the clock that it goes on with. */
  function begin(by: Actor, event: string, succeeds: Succeeds = null, at: Timestamp = ''): void {
    const station = own.id()
    if (facts.chain(station) !== null) return
    const { publicKey, privateKey } = makeSigningKeys()
    own.keepKey(privateKey)
    facts.begin({ station, event, publicKey }, at)
    writeFirst(by, { event, publicKey, succeeds })
  }

  /** Null where it has written nothing. */
  function sign(): SignedHead | null {
    const [chain, key] = [facts.chain(own.id()), own.key()]
    if (chain === null || key === null || chain.seq === 0) return null
    return signUpTo(facts, chain, key)
  }

  /**
   * From now on under a new id and key; its clock runs on. What it wrote under the id of before is signed once more, so that others may
   * still carry it, and the key to that goes.
   */
  function goOn(): void {
    const before = facts.chain(own.id())
    if (before === null) return
    sign()
    const { station, event, seq: answered, at } = before
    const clock = answered === 0 ? undefined : clockAfter(facts.wallOf(before))
    own.changeId(makeId(now(), random))
    const succeeds = { station, answered, held: facts.last(station) }
    begin(itself, event, clock === undefined ? succeeds : { ...succeeds, clock }, at)
    for (const listener of goingOn) listener()
  }

  return {
    begin,
    sign,
    goOn,
    onGoingOn: (listener: () => void): void => void goingOn.add(listener),
    /** To write on. Null where nobody told this station of an event, so that it cannot begin. */
    toWriteOn(by: Actor): HeldChain | null {
      const id = own.id()
      // A branch that nobody chose, or a number after the last that counts: what is written there might count for nothing.
      if (clashes.isForked(id) || clashes.isShutOut(id)) goOn()
      else {
        const chain = facts.chain(id)
        if (chain !== null) return chain
      }
      const [any] = facts.chains()
      // A tablet that was told of an event by others has not begun itself.
      if (any !== undefined) begin(by, any.event)
      return facts.chain(own.id())
    },
  }
}
