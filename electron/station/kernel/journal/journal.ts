/** The journal: the station's append-only list of facts, and the records that are kept with it in the same transaction. */
import type { Database } from 'better-sqlite3'
import type { ChangeKind } from '../../../../shared/contract/station.ts'
import { type Timestamp, wallOf } from '../../../../shared/domain/clock.ts'
import { type Actor, type Fact, type FactRef, isGone, type RawFact } from '../../../../shared/domain/fact.ts'
import { type Began, type Succeeds, stationBegan } from './began.ts'
import { bodyOf, type Catalogue, familiesOf, type FactType, mayWrite, type RecordKind } from './catalogue.ts'
import { createClashes } from './clashes.ts'
import { createCounted } from './counted.ts'
import { clockStepped } from './clock-facts.ts'
import { createClockWatch } from './clock-watch.ts'
import type { Clocks } from './clocks.ts'
import { createSpeaking, NotFromHere } from './enrolled.ts'
import { wordsErased } from './erasing.ts'
import { createFactTable, readFact } from './fact-table.ts'
import { fieldsOf, leavesOf, namedIn, refOf, standIn, wasOf } from './fields.ts'
import { foldOne } from './fold.ts'
import { chainStart, hashesOfFields, hashOfFact } from './hash.ts'
import { makeId, type Random } from './ids.ts'
import { createJoined } from './joined.ts'
import { isInBounds, nextAt, nextOwn } from './order.ts'
import { createOwnChain, type Own } from './own-chain.ts'
import { createRecordStore } from './record-store.ts'
import { createRedaction, touch, type Touched } from './redaction.ts'
import { createRewriting } from './rewrite.ts'
import { endsOf } from './seen.ts'
import type { Head, SignedHead } from './signed-head.ts'
import { createTimes } from './times.ts'

export type JournalDeps = {
  db: Database
  catalogue: Catalogue
  own: Own
  /** The wall clock, in milliseconds. */
  now: () => number
  /** Milliseconds since some moment, by a clock that nobody can set; null where there is none. */
  steady: (() => number) | null
  random: Random
  /** Hears of this station's newest fact after the transaction that wrote it, before anybody is answered. */
  answering?: (head: Head) => void
}

/** What a commit changed: the lists on screen, and the subjects. */
export type Committed = { changes: ReadonlySet<ChangeKind>; subjects: ReadonlySet<string> }

/** Writes facts inside one transaction. */
export type Writer = {
  /**
   * Appends a fact about something that exists already. The body is checked here; a body that does not fit throws. It counts after all
   * that is known of its subject and of what its body names, and after the latest of `past`: what it is compared with by some rule.
   */
  about<Body>(type: FactType<Body>, subject: string, body: Body, past?: readonly Timestamp[]): Fact
  /** Appends the first fact about something new, under an id of its own or one that nothing has yet; it is the `subject`. */
  begin<Body>(type: FactType<Body>, body: Body, id?: string, past?: readonly Timestamp[]): Fact
  /**
   * Takes what every fact of this type says of people out of it, about one subject; or puts what `keep` leaves in its place, text by text.
   * What a newer app wrote is taken out whole, and what no label names stays. Answers how many facts lost something.
   */
  redact<Body>(type: FactType<Body>, subject: string, keep?: (body: Body) => Body): number
}

export type Journal = ReturnType<typeof createJournal>

/** `about`: the id of what a fact is about, or null where it begins something new, under `fresh` or an id of its own. */
type Place = { about: string | null; fresh?: string | undefined; past?: readonly Timestamp[] | undefined }

/** A fact with the hash of what stands before it, and those of its fields. */
type Written = { fact: Fact; before: string; hashes: string[] }

const itself: Actor = { role: 'station', delegate: null }

export function createJournal({ db, catalogue, own, now, steady, random, answering = () => undefined }: JournalDeps) {
  const facts = createFactTable(db)
  const takingOut = new Set<() => void>()
  const speaking = createSpeaking({ facts, eventKey: own.eventKey })
  const redaction = createRedaction({
    facts,
    catalogue,
    speaking,
    takingOut: () => {
      for (const listener of takingOut) listener()
    },
  })
  const listeners = new Set<(committed: Committed) => void>()
  const forgetting = new Set<(ids: readonly string[]) => readonly ChangeKind[]>()
  const salt = (): string => Buffer.from(random(16)).toString('hex')

  const clashes = createClashes({ db, facts, catalogue, speaking })
  const shown = createTimes({ facts, clashes })
  const watch = createClockWatch({ now, steady, read: own.clock, keep: own.keepClock })
  const ownChain = createOwnChain({ own, facts, clashes, now, random, clockAfter: watch.goingOn, writeFirst })
  const joined = createJoined({ db, facts, clashes }, familiesOf(catalogue))
  const records = createRecordStore({ db, catalogue, facts, clashes, shown, joined, forget })

  const { recount, came } = createCounted({ facts, clashes, shown, joined, records, redaction })

  function forget(): void {
    clashes.forget()
    shown.forget()
    joined.forget()
  }
  /** What was read of clashes, clocks and merges holds no longer where another program has written since. */
  const afresh =
    <Given extends unknown[], T>(work: (...given: Given) => T) =>
    (...given: Given): T => {
      if (clashes.isWrittenElsewhere()) forget()
      return work(...given)
    }

  /** This station's newest fact, where nobody has heard of it yet; to be looked up where something was undone meanwhile. */
  let ahead: Head | 'as it stands' | null = null

  /** One transaction; within another one it is a part of that. */
  function transact<T>(work: () => T): T {
    try {
      return db.transaction(afresh(work)).immediate()
    } catch (error) {
      // What was read in between is not so, nor perhaps what was written.
      forget()
      if (ahead !== null) ahead = 'as it stands'
      throw error
    }
  }

  /** To be asked after every transaction that may have written facts here; within another one it is still to come. */
  const answer = (): void => {
    if (db.inTransaction || ahead === null) return
    const head = ahead === 'as it stands' ? facts.chain(own.id()) : ahead
    ahead = null
    if (head !== null && head.seq > 0) answering(head)
  }

  /** What the writer of a fact about `subject` has seen: the times it steps past, the ends of what it knows. */
  const seenOf = (subject: string, named: ReadonlySet<string>) => {
    const links = facts.links(subject)
    const times = links.map(({ at }) => at)
    for (const id of new Set([...named, ...joined.membersOf(subject)])) {
      const at = id === subject ? null : facts.latest(id)
      if (at !== null) times.push(at)
    }
    return { after: endsOf(links), times, isOrderly: links.every(({ at }) => isInBounds(wallOf(at))) }
  }

  /**
   * Runs `work` as one transaction: facts, records and drafts together or not at all. Listeners hear of it only after
   * the commit, so nothing in memory is ever ahead of the disk.
   */
  function commit<T>(by: Actor, work: (write: Writer) => T): T {
    const changes = new Set<ChangeKind>()
    const subjects = new Set<string>()
    const result = transact(() => {
      const chain = ownChain.toWriteOn(by)
      const station = chain?.station ?? ''
      let seq = chain?.seq ?? 0
      let before = chain === null ? '' : chain.seq === 0 ? chainStart(chain) : chain.hash
      let clock = chain === null || chain.at === '' ? null : chain.at
      let latest: Written | null = null
      const erasing: Fact[] = []
      const toFold: Touched = new Map()
      const rulings: Fact[] = []
      /** Of these nothing was known before, and since then only what these records are made of was said. */
      const begun = new Map<string, Set<RecordKind>>()
      /** What the clock said at the fact before; null where it may say anything. */
      let wall = chain === null || chain.seq === 0 ? null : facts.wallOf(chain)
      let mayJoin = false
      /** What was known of clocks before the first fact of this commit that says something of them. */
      let clocksBefore: Clocks | null = null

      /** Whether it is the last of this commit. It has another hash then. */
      const markEnd = ({ fact, before: previous, hashes }: Written, last: boolean): void => {
        before = hashOfFact(previous, { ...fact, last }, hashes)
        facts.mark(fact, { hash: before, last })
      }
      /** What came otherwise than by adding to it is folded again, and told. */
      const follow = (touched: Touched): void => {
        for (const subject of touched.keys()) subjects.add(subject)
        for (const change of records.refoldTouched(touched)) changes.add(change)
      }
      const appendAs = <Body>(
        who: Actor,
        type: FactType<Body>,
        { about, fresh, past = [] }: Place,
        given: Body,
      ): Fact => {
        if (chain === null) throw new Error('A station writes nothing before it has begun')
        if (!mayWrite(type, { by: who })) throw new Error(`“${type.type}” is not for a ${who.role} to write`)
        if (!speaking.isWithin(type, station)) throw new NotFromHere(`“${type.type}” is not for this tablet to write`)
        const body = type.body.parse(given)
        wall = Math.max(Math.trunc(now()), wall ?? Number.NEGATIVE_INFINITY)
        const subject = about ?? fresh ?? makeId(clock === null ? wall : Math.max(wall, wallOf(clock)), random)
        const fields = fieldsOf(body, { by: who, subject, labels: type.labels, salt })
        const { after, times, isOrderly } = seenOf(subject, namedIn(fields))
        if (after.length === 0) begun.set(subject, new Set())
        const isAlone = latest === null
        // Most commits are of one fact, which is their last.
        if (latest?.fact.last === true) markEnd(latest, false)
        seq += 1
        clock = nextOwn(clock, wall)
        const open: Omit<RawFact, 'hash'> = {
          station,
          seq,
          at: nextAt(clock, [...times, ...past]),
          wall,
          type: type.type,
          v: type.v,
          subject,
          after,
          fields,
          last: isAlone && !type.isErasing && !clashes.isRuling(type),
        }
        const hashes = hashesOfFields(fields)
        const fact = readFact({ ...open, hash: hashOfFact(before, open, hashes) })
        latest = { fact, before, hashes }
        before = fact.hash
        if (shown.isOfClock(fact)) clocksBefore ??= shown.now()
        facts.add(fact)
        if (shown.isOfClock(fact)) shown.forget()
        // What comes under an id that was merged before, or is forgotten, may change who leads.
        if (joined.isOfJoined(fact) && (after.length === 0 || type.isErasing || joined.isMerging(fact))) mayJoin = true
        subjects.add(subject)
        if (type.isErasing) erasing.push(fact)
        if (clashes.isRuling(fact)) rulings.push(fact)
        const kinds = catalogue.recordsOf.get(type.type) ?? []
        for (const { changes: change } of kinds) changes.add(change)
        // It is folded once it has taken out what it does.
        if (type.isErasing) touch(toFold, fact)
        for (const kind of type.isErasing ? [] : kinds) {
          const table = records.tableOf(kind)
          const row = about === null ? null : table.read(subject)
          // What is written here saw all that is held, and so it only has to be added; but for what is in conflict, or counts last.
          const isFirst = begun.get(subject)?.has(kind) === false
          begun.get(subject)?.add(kind)
          const isBehind = kind.begins.get(type.type)?.(fact) === true && !isFirst
          const isShared = kind.joins !== null && joined.membersOf(subject, kind.joins).length > 1
          const mayRemain = kind.remains !== null && row === null && !begun.has(subject)
          if (
            kind.takesBack.has(type.type) ||
            isBehind ||
            isShared ||
            mayRemain ||
            !isOrderly ||
            row?.['conflict'] === 1
          ) {
            records.refold(new Set([kind]), subject)
            continue
          }
          const next = foldOne(kind, row, shown.timed(fact))
          if (next === null) table.remove(subject)
          else table.write(next)
        }
        for (const kind of catalogue.keptBy.get(type.type) ?? []) {
          if (records.tableOf(kind).read(subject) !== null) continue
          records.refold(new Set([kind]), subject)
          changes.add(kind.changes)
        }
        return fact
      }
      const append = <Body>(type: FactType<Body>, place: Place, given: Body): Fact => {
        if (chain !== null && seq === chain.seq) {
          const isSpokenOf = () => shown.isOfClock(type) || shown.now().isSpokenOf(station)
          for (const step of watch.look({ seq: seq + 1, last: wall, isSpokenOf })) {
            if (step.from === undefined) wall = null
            appendAs(itself, clockStepped, { about: station }, step)
          }
        }
        return appendAs(by, type, place, given)
      }
      const applyErasing = (): void => {
        if (erasing.length === 0) return
        const touched = redaction.apply(erasing.splice(0), new Map(toFold))
        toFold.clear()
        follow(touched)
      }
      const write: Writer = {
        about: (type, subject, body, past) => append(type, { about: subject, past }, body),
        begin(type, body, id, past) {
          if (id !== undefined && facts.hasAny(id)) throw new Error(`There are facts about ${id} already`)
          return append(type, { about: null, fresh: id, past }, body)
        },
        redact(type, subject, keep) {
          applyErasing()
          let count = 0
          for (const fact of facts.about(subject)) {
            if (fact.type !== type.type) continue
            const body = bodyOf(type, fact)
            const left = keep === undefined || body === null ? null : new Map(leavesOf(type.body.parse(keep(body))))
            const out = fact.fields.flatMap((field) => {
              if (field.class === 'none' || field.path.startsWith('actor.')) return []
              const said = left?.get(field.path)
              if (left === null ? isGone(field) : JSON.stringify(said) === JSON.stringify(standIn(field))) return []
              return [{ path: field.path, instead: typeof said === 'string' ? said : null }]
            })
            // By the name that it had, wherever it was written anew.
            const of: FactRef = refOf(wasOf(fact)) ?? { station: fact.station, seq: fact.seq }
            for (const one of out) append(wordsErased, { about: subject }, { of, ...one })
            count += Number(out.length > 0)
          }
          applyErasing()
          return count
        },
      }
      const done = work(write)
      applyErasing()
      if (rulings.length > 0) {
        const touched: Touched = new Map()
        recount(rulings, touched)
        follow(touched)
      }
      if (mayJoin || rulings.length > 0) {
        const settled = records.settleJoined()
        for (const change of settled.changes) changes.add(change)
        for (const id of settled.subjects) subjects.add(id)
      }
      for (const id of subjects) subjects.add(joined.leaderOf(id))
      if (clocksBefore !== null) {
        const touched: Touched = new Map()
        shown.changedSince(clocksBefore, touched)
        follow(touched)
      }
      const end = latest as Written | null
      if (end !== null) {
        if (!end.fact.last) markEnd(end, true)
        facts.setHead({ station, seq, hash: before, at: clock ?? end.fact.at })
        ahead = { station, seq, hash: before }
      }
      return done
    })
    answer()
    if (changes.size > 0) for (const listener of listeners) listener({ changes, subjects })
    return result
  }

  function writeFirst(by: Actor, body: Began): void {
    commit(by, (write) => void write.about(stationBegan, own.id(), body))
  }

  return {
    /** This station's own id, as it is now. */
    get station(): string {
      return own.id()
    },
    commit,
    facts,
    redaction,
    records,
    /** Begins this station's chain, where it has none: from now on it can write. In a transaction of its own or the caller's. */
    begin(by: Actor, event: string, succeeds: Succeeds = null): void {
      transact(() => ownChain.begin(by, event, succeeds))
      answer()
    },
    /** For facts of another format, which are this station’s own from now on; its records are to be folded again afterwards. */
    rewriting: () => createRewriting({ facts, catalogue, station: own.id(), salt }),
    /** Signs its own newest fact; null where it has written nothing. Whoever holds its chain merges as far as this. */
    signHead: (): SignedHead | null => transact(ownChain.sign),
    /** To be told in a transaction of the caller's: others write under this station's own id. It goes on under another. */
    goOn: ownChain.goOn,
    /** Hears, in the transaction itself, that it goes on under another id. */
    onGoingOn: ownChain.onGoingOn,
    /**
     * Hears of whom others erase, in the transaction that brings it and before anything of them is taken out. Answers which lists on screen
     * changed for it.
     */
    onForgetting: (listener: (ids: readonly string[]) => readonly ChangeKind[]): void => void forgetting.add(listener),
    /** Hears, in the transaction itself, that something is taken out of the facts. */
    onTakingOut: (listener: () => void): void => void takingOut.add(listener),
    /** Hears of every commit, after it. Returns the way to stop. */
    onCommit(listener: (committed: Committed) => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    /** Everything that `read` reads is as it was at one moment, though another program may be writing to the same data. */
    readTransaction: <T>(read: () => T): T => db.transaction(afresh(read)).deferred(),
    /** Runs `work` as one transaction: several commits, or what brings facts in another way than by writing them here. */
    atomically(work: () => void): void {
      transact(work)
      answer()
    },
    /** Tells the listeners of changes that came another way than by a fact of ours: a merge, a draft. */
    announce: (committed: Committed): void => {
      for (const listener of listeners) listener(committed)
    },
    /** To be told in a transaction of the caller's before any of these is written down. Answers which lists have changed. */
    coming(all: readonly Fact[]): readonly ChangeKind[] {
      speaking.hear(all)
      // What is known of clocks now is asked for afterwards, to tell what is shown at another time.
      shown.now()
      const erased = redaction.erasedBy(all)
      return erased.length === 0 ? [] : [...forgetting].flatMap((listener) => listener(erased))
    },
    came,
    /** To be told in the transaction of the caller’s in which another event key is kept: other facts count by it. */
    believesAnew: forget,
    isForked: clashes.isForked,
    /** When it was, as an ISO instant: what its writer’s clock said, put right by what is known of that clock. */
    timeOf: afresh(shown.instantOf),
    /** How far its clock was ahead of the right time at each number of a station, as far as anybody knows. */
    clockOf: afresh((of: string) => shown.now().stretches(of)),
    /** Of these facts those that count. */
    counting: afresh(clashes.counting),
    /** All that are one with this one, people or pledges, the leader first; only itself where nothing is. */
    membersOf: afresh((id: string) => joined.membersOf(id)),
    /** The id under which there is a record about this one. */
    leaderOf: afresh(joined.leaderOf),
    /** False of what is only kept and passed on: this app cannot read it, or its writer may not say it. */
    isFolded(fact: Fact): boolean {
      const type = catalogue.facts.get(fact.type)
      return type !== undefined && bodyOf(type, fact) !== null && speaking.mayWrite(type, fact)
    },
    /** What a fact of any type says, as its schema reads it; null where nothing of it can be read here (see `bodyOf`). */
    bodyOf(fact: Fact): unknown {
      const type = catalogue.facts.get(fact.type)
      return type === undefined ? null : bodyOf(type, fact)
    },
    catalogue,
  }
}
