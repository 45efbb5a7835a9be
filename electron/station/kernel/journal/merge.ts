/** Taking in facts that another station wrote: checked as far as that station signed, then kept a page at a time. */
import type { ChangeKind } from '../../../../shared/contract/station.ts'
import { type Fact, factSchema, type Field, isGone, type RawFact } from '../../../../shared/domain/fact.ts'
import { forkOf, keepHead, leadingTo } from './branches.ts'
import { readFact } from './fact-table.ts'
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

/** A chain as it is carried. `facts`: in the order of their numbers; read twice. */
export type CarriedChain = { chain: Chain; head: SignedHead; facts: readonly unknown[] }

/** How many facts are taken in one transaction; a commit is never cut. */
const PAGE = 500

const nothing = (): Taken => ({ added: 0, known: 0, clashing: 0, notUnderstood: 0, refused: 0, waiting: 0 })

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

/** The run of facts that leads to what the station signed; or why there is none. Yields between pages. */
function* runOf(
  journal: Journal,
  { chain, head, facts }: CarriedChain,
  size: number,
): Generator<void, RawFact[] | 'refused' | 'waiting'> {
  if (head.station !== chain.station || !isSigned(head, chain.publicKey)) return 'refused'
  // A tablet has one event, and a station one key.
  const isOther = (held: Chain) =>
    held.event !== chain.event || (held.station === chain.station && held.publicKey !== chain.publicKey)
  if (journal.facts.chains().some(isOther)) return 'refused'
  const run: RawFact[] = []
  for (const given of facts) {
    const fact = readGiven(given)
    if (fact === null || fact.station !== chain.station) return 'refused'
    if (fact.seq > head.seq) break
    const before = run.at(-1)
    if (before === undefined) {
      const previous =
        fact.seq === 1
          ? [chainStart(chain)]
          : journal.facts.branches(chain.station, fact.seq - 1).map(({ hash }) => hash)
      if (previous.length === 0) return 'waiting'
      if (!previous.some((hash) => hashOfFact(hash, fact) === fact.hash)) return 'refused'
    } else {
      if (fact.seq > before.seq + 1) return 'waiting'
      if (fact.seq !== before.seq + 1 || hashOfFact(before.hash, fact) !== fact.hash) return 'refused'
    }
    run.push(fact)
    if (run.length % size === 0) yield
  }
  const end = run.at(-1)
  if (end === undefined || end.seq < head.seq) return 'waiting'
  return end.hash === head.hash ? run : 'refused'
}

/** Pages that end where a commit ends. */
function* pagesOf(run: readonly RawFact[], size: number): Generator<Fact[]> {
  let page: Fact[] = []
  for (const fact of run) {
    page.push(readFact(fact))
    if (page.length < size || !fact.last) continue
    yield page
    page = []
  }
  if (page.length > 0) yield page
}

/** Yields after each page, looked at or taken, each in a transaction of its own; returns what became of what was given. Never throws for what the facts hold. */
export function* takeInPages(journal: Journal, carried: CarriedChain, size = PAGE): Generator<void, Taken> {
  const taken = nothing()
  const run = yield* runOf(journal, carried, size)
  if (run === 'refused' || run === 'waiting') {
    taken[run] = carried.facts.length
    return taken
  }
  taken.refused = carried.facts.length - run.length
  const { facts } = journal
  for (const page of pagesOf(run, size)) {
    const touched: Touched = new Map()
    let changes = new Set<ChangeKind>()
    const clashing = taken.clashing
    journal.atomically(() => {
      if (facts.chain(carried.chain.station) === null) facts.begin(carried.chain)
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
      if (isNews && carried.chain.station === journal.station) journal.goOn()
      const end = page.at(-1)
      const chain = facts.chain(carried.chain.station)
      if (end !== undefined && chain !== null && end.seq > chain.seq) facts.setHead(end)
      if (end?.seq === carried.head.seq) keepHead(facts, carried.head)
      changes = new Set([...beside, ...journal.came(came, touched, taken.clashing > clashing)])
    })
    if (changes.size > 0) journal.announce({ changes, subjects: new Set(touched.keys()) })
    yield
  }
  return taken
}

/** All that this station holds and may pass on: each branch of each chain as far as its own station signed, its own as far as it goes. */
export function chainsOf(journal: Journal): CarriedChain[] {
  journal.signHead()
  const { facts } = journal
  return facts.chains().flatMap(({ station, event, publicKey }) => {
    const fork = forkOf(facts, station)
    return facts.heads(station).map((head) => {
      const isOnIt = leadingTo(head, fork)
      return {
        chain: { station, event, publicKey },
        head,
        facts: [...facts.from(station, 0)].filter(isOnIt).map(travelling),
      }
    })
  })
}

/** Without what is only said of it here. */
function travelling({ by: _by, body: _body, fields, ...fact }: Fact): RawFact {
  return { ...fact, fields: fields.map(withoutInstead) }
}
function withoutInstead(field: Field): Field {
  if (!isGone(field)) return field
  const { instead: _instead, ...gone } = field
  return gone
}
