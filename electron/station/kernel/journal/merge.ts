/** Taking in facts that another station wrote: checked as far as that station signed, then kept a page at a time. */
import type { ChangeKind } from '../../../../shared/contract/station.ts'
import { type Fact, factSchema, type Field, isGone, type RawFact } from '../../../../shared/domain/fact.ts'
import { forkOf, keepHead, leadingTo } from './branches.ts'
import { type createFactTable, readFact } from './fact-table.ts'
import { type Chain, chainStart, fuller, hashOfFact } from './hash.ts'
import type { Journal } from './journal.ts'
import { touch, type Touched } from './redaction.ts'
import { isSigned, type SignedHead } from './signed-head.ts'

/** Every fact that was given is in one of them. */
export type Taken = {
  added: number
  /** Held already; a field that was missing here may have been filled. */
  known: number
  /** Another fact of that number is held: both are. */
  clashing: number
  /** Kept and passed on, and not folded: of a type or version that this app does not know, no body of its type, or not its writer’s to say. */
  notUnderstood: number
  /** No fact, or not what its station signed. */
  refused: number
  /** What comes before it, or after it up to what its station signed, is missing. */
  waiting: number
}

/** A chain as it is carried, but for its facts, which come one by one in the order of their numbers; twice. */
export type CarriedChain = { chain: Chain; head: SignedHead }

/** How many facts are taken in one transaction; a commit is never cut. */
const PAGE = 500

export const nothingTaken = (): Taken => ({
  added: 0,
  known: 0,
  clashing: 0,
  notUnderstood: 0,
  refused: 0,
  waiting: 0,
})

/**
 * Null where it is none, or nested so deep that looking through it runs out of room. Fields of no class are never taken out: without them
 * nobody can tell whom a fact erases, or who may say it, and so one that lacks them is waited for from somebody else.
 */
function readGiven(given: unknown): RawFact | null {
  try {
    const fact = factSchema.safeParse(given).data ?? null
    return fact?.fields.some((field) => isGone(field) && field.class === 'none') === true ? null : fact
  } catch {
    return null
  }
}

/** Why nothing of a chain is taken. `refused`: it is not what its station signed, or another event’s. `waiting`: something is missing. */
type NoRun = 'refused' | 'waiting'

/**
 * Follows a chain as it comes, up to what its station signed, and keeps nothing of it: to be gone through once before the first fact is
 * taken. `add` answers why it leads nowhere, as soon as that is known.
 */
export function followChain(journal: Journal, { chain, head }: CarriedChain) {
  let before: { seq: number; hash: string } | null = null
  let found: NoRun | null = null
  if (head.station !== chain.station || !isSigned(head, chain.publicKey)) found = 'refused'
  // A tablet has one event, and a station one key.
  const isOther = (held: Chain) =>
    held.event !== chain.event || (held.station === chain.station && held.publicKey !== chain.publicKey)
  if (journal.facts.chains().some(isOther)) found = 'refused'

  function next(fact: RawFact | null): NoRun | null {
    if (fact === null || fact.station !== chain.station) return 'refused'
    if (before === null) {
      const previous =
        fact.seq === 1
          ? [chainStart(chain)]
          : journal.facts.branches(chain.station, fact.seq - 1).map(({ hash }) => hash)
      if (previous.length === 0) return 'waiting'
      return previous.some((hash) => hashOfFact(hash, fact) === fact.hash) ? null : 'refused'
    }
    if (fact.seq > before.seq + 1) return 'waiting'
    return fact.seq === before.seq + 1 && hashOfFact(before.hash, fact) === fact.hash ? null : 'refused'
  }
  return {
    /** What comes after the head counts for nothing, and is not looked at. */
    add(given: unknown): NoRun | null {
      if (found !== null || before?.seq === head.seq) return found
      const fact = readGiven(given)
      found = next(fact)
      if (found === null && fact !== null) before = { seq: fact.seq, hash: fact.hash }
      return found
    },
    /** Null where all came, and it ends as its station signed. */
    end(): NoRun | null {
      if (found !== null) return found
      if (before === null || before.seq < head.seq) return 'waiting'
      return before.hash === head.hash ? null : 'refused'
    },
  }
}

/**
 * Takes what was followed to its end, as it comes: pages that end where a commit ends, each a transaction of its own. `taken` adds up what
 * became of it. Never throws for what the facts hold.
 */
export function takeChain(journal: Journal, { chain, head }: CarriedChain, taken: Taken, size = PAGE) {
  let page: Fact[] = []
  const flush = (): boolean => {
    if (page.length === 0) return false
    takePage(journal, { chain, head }, page, taken)
    page = []
    return true
  }
  return {
    /** True where a page was taken with it: then others may have their turn. */
    add(given: unknown): boolean {
      const fact = readGiven(given)
      if (fact === null || fact.seq > head.seq) {
        taken.refused += 1
        return false
      }
      page.push(readFact(fact))
      return page.length >= size && fact.last && flush()
    },
    end: flush,
  }
}

function takePage(journal: Journal, { chain: of, head }: CarriedChain, page: readonly Fact[], taken: Taken): void {
  const { facts } = journal
  const touched: Touched = new Map()
  let changes = new Set<ChangeKind>()
  const clashing = taken.clashing
  journal.atomically(() => {
    if (facts.chain(of.station) === null) facts.begin(of)
    const beside = journal.coming(page)
    const clean = journal.redaction.cleaner(page)
    const came: Fact[] = []
    let isNews = false
    for (const given of page) {
      const branches = facts.branches(given.station, given.seq)
      const same = branches.find(({ hash }) => hash === given.hash)
      if (same === undefined) {
        const fact = clean(given)
        facts.add(fact)
        touch(touched, fact)
        came.push(fact)
        isNews = true
        if (branches.length > 0) facts.markFork(given)
        const isUnderstood = journal.isFolded(given)
        taken[branches.length > 0 ? 'clashing' : isUnderstood ? 'added' : 'notUnderstood'] += 1
        continue
      }
      taken.known += 1
      const both = readFact({
        ...same,
        fields: same.fields.map((field, index) => fuller(field, given.fields[index] ?? field) ?? field),
      })
      const healed = clean(both)
      if (healed.fields.every((field, index) => isGone(field) === isGone(same.fields[index] ?? field))) continue
      facts.keepFields(same, healed.fields)
      touch(touched, same)
      came.push(healed)
    }
    // Its own name under what it has not written: its disk was copied, and the copy goes on.
    if (isNews && of.station === journal.station) journal.goOn()
    const end = page.at(-1)
    const chain = facts.chain(of.station)
    if (end !== undefined && chain !== null && end.seq > chain.seq) facts.setHead(end)
    if (end?.seq === head.seq) keepHead(facts, head)
    changes = new Set([...beside, ...journal.came(came, touched, taken.clashing > clashing)])
  })
  if (changes.size > 0) journal.announce({ changes, subjects: new Set(touched.keys()) })
}

/** A chain that somebody may carry on, read each time it is asked for. */
type HeldToCarry = CarriedChain & { facts: () => Generator<RawFact> }

/** All that is held in this table and may be passed on: each branch of each chain as far as its own station signed. */
export const heldToCarry = (facts: ReturnType<typeof createFactTable>): HeldToCarry[] =>
  facts.chains().flatMap(({ station, event, publicKey }) => {
    const fork = forkOf(facts, station)
    return facts.heads(station).map((head) => {
      const isOnIt = leadingTo(head, fork)
      return {
        chain: { station, event, publicKey },
        head,
        *facts() {
          for (const fact of facts.rawFrom(station, 0)) if (isOnIt(fact)) yield travelling(fact)
        },
      }
    })
  })

/** Without what is only said of it here. */
const travelling = (fact: RawFact): RawFact => ({ ...fact, fields: fact.fields.map(withoutInstead) })
function withoutInstead(field: Field): Field {
  if (!isGone(field)) return field
  const { instead: _instead, ...gone } = field
  return gone
}
