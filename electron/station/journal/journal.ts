/** The journal: the station's append-only list of facts, and the records that are kept with it in the same transaction. */
import type { Database } from 'better-sqlite3'
import type { ChangeKind } from '../../../shared/contract/station.ts'
import { type Timestamp, wallOf } from '../../../shared/domain/clock.ts'
import { type Actor, type Fact, type FactRef, isGone, type RawFact } from '../../../shared/domain/fact.ts'
import { drain } from '../turns.ts'
import { type Succeeds, stationBegan } from './began.ts'
import { bodyOf, type Catalogue, type FactType, mayWrite, type RecordKind } from './catalogue.ts'
import { createClashes } from './clashes.ts'
import { wordsErased } from './erasing.ts'
import { createFactTable, type HeldChain, readFact } from './fact-table.ts'
import { fieldsOf, leavesOf, namedIn, refOf, standIn, wasOf } from './fields.ts'
import { foldAll, foldOne } from './fold.ts'
import { createFoldAgain } from './fold-again.ts'
import { isOldLeft } from './folding-tables.ts'
import { chainStart, hashOfFact } from './hash.ts'
import { makeId, type Random } from './ids.ts'
import { isInBounds, nextAt, nextOwn } from './order.ts'
import { createRecordTable, type RecordTable } from './records.ts'
import { createRedaction, touch, type Touched } from './redaction.ts'
import { createRewriting } from './rewrite.ts'
import { endsOf } from './seen.ts'
import { type Head, makeKeys, type SignedHead, signHead } from './signed-head.ts'

export type JournalDeps = {
  db: Database
  catalogue: Catalogue
  /** This station's own id. */
  station: string
  /** The wall clock, in milliseconds. */
  now: () => number
  random: Random
  /** The private half of the key that this station signs with, where it has begun: 64 hex digits. */
  key: { read: () => string | null; keep: (key: string) => void }
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

export function createJournal({ db, catalogue, station, now, random, key, answering = () => undefined }: JournalDeps) {
  const facts = createFactTable(db)
  const redaction = createRedaction({ facts, catalogue })
  const tables = new Map<RecordKind, RecordTable>(catalogue.records.map((kind) => [kind, createRecordTable(db, kind)]))
  const tableOf = (kind: RecordKind): RecordTable => {
    const table = tables.get(kind)
    if (table === undefined) throw new Error(`No table for “${kind.table}”`)
    return table
  }
  const listeners = new Set<(committed: Committed) => void>()
  const salt = (): string => Buffer.from(random(16)).toString('hex')

  const clashes = createClashes({ facts, catalogue })
  const foldOf = (kind: RecordKind, all: readonly Fact[]) => foldAll(kind, clashes.counting(all), all)

  const foldAgain = createFoldAgain({ db, catalogue, about: facts.about, foldOf, forget: clashes.forget })
  const refoldSubject = (kind: RecordKind, subject: string): void => {
    const row = foldOf(kind, facts.about(subject))
    if (row === null) tableOf(kind).remove(subject)
    else tableOf(kind).write(row)
  }
  /** Folds the records of these subjects again, after facts about them came in between or lost something. */
  const refoldTouched = (touched: Touched): Set<ChangeKind> => {
    const changed = new Set<ChangeKind>()
    for (const [subject, types] of touched) {
      const kinds = new Set([...types].flatMap((type) => catalogue.recordsOf.get(type) ?? []))
      for (const kind of kinds) {
        refoldSubject(kind, subject)
        changed.add(kind.changes)
      }
    }
    return changed
  }

  /** After a clash or a ruling: all that is known of the stations that it is about may count now, or no longer. */
  const recount = (came: readonly Fact[], touched: Touched): void => {
    clashes.forget()
    const about = came.flatMap((fact) => {
      const body = fact.body['station']
      return clashes.isRuling(fact) && typeof body === 'string'
        ? [body]
        : clashes.isForked(fact.station)
          ? [fact.station]
          : []
    })
    for (const of of new Set(about)) for (const fact of facts.from(of, 0)) touch(touched, fact)
  }

  /** One transaction; within another one it is a part of that. */
  function transact<T>(work: () => T): T {
    try {
      return db.transaction(work).immediate()
    } catch (error) {
      // What was read of clashes in between is not so.
      clashes.forget()
      throw error
    }
  }

  let isAhead = false
  /** To be asked after every transaction that may have written facts here; within another one it is still to come. */
  const answer = (): void => {
    if (db.inTransaction || !isAhead) return
    isAhead = false
    const chain = facts.chain(station)
    if (chain !== null && chain.seq > 0) answering(chain)
  }

  /** What the writer of a fact about `subject` has seen: the times it steps past, the ends of what it knows. */
  const seenOf = (subject: string, named: ReadonlySet<string>) => {
    const links = facts.links(subject)
    const times = links.map(({ at }) => at)
    for (const id of named) {
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
      const chain = facts.chain(station) ?? beginAsTold(by)
      let seq = chain?.seq ?? 0
      let before = chain === null ? '' : chain.seq === 0 ? chainStart(chain) : chain.hash
      let own = chain === null || chain.seq === 0 ? null : chain.at
      let latest: { fact: Fact; before: string } | null = null
      const erasing: Fact[] = []
      const rulings: Fact[] = []

      /** `about`: the id of what the fact is about, or null where it begins something new, under `fresh` or an id of its own. */
      const append = <Body>(
        type: FactType<Body>,
        {
          about,
          fresh,
          past = [],
        }: { about: string | null; fresh?: string | undefined; past?: readonly Timestamp[] | undefined },
        given: Body,
      ): Fact => {
        if (chain === null) throw new Error('A station writes nothing before it has begun')
        if (!mayWrite(type, { by })) throw new Error(`“${type.type}” is not for a ${by.role} to write`)
        const body = type.body.parse(given)
        const wall = Math.trunc(now())
        const subject = about ?? fresh ?? makeId(own === null ? wall : Math.max(wall, wallOf(own)), random)
        const fields = fieldsOf(body, { by, subject, labels: type.labels, salt })
        const { after, times, isOrderly } = seenOf(subject, namedIn(fields))
        seq += 1
        own = nextOwn(own, wall)
        const open: Omit<RawFact, 'hash'> = {
          station,
          seq,
          at: nextAt(own, [...times, ...past]),
          wall,
          type: type.type,
          v: type.v,
          subject,
          after,
          fields,
          last: false,
        }
        const fact = readFact({ ...open, hash: hashOfFact(before, open) })
        latest = { fact, before }
        before = fact.hash
        facts.add(fact)
        subjects.add(subject)
        if (type.isErasing) erasing.push(fact)
        if (clashes.isRuling(fact)) rulings.push(fact)
        const isForked = clashes.isForked(station)
        if (isForked) clashes.forget()
        for (const kind of catalogue.recordsOf.get(type.type) ?? []) {
          const table = tableOf(kind)
          changes.add(kind.changes)
          const row = about === null ? null : table.read(subject)
          // What is written here saw all that is held, and so it only has to be added; but for what is in conflict, or counts last.
          const isBehind = kind.begins.get(type.type)?.(fact) === true && after.length > 0
          if (kind.takesBack.has(type.type) || isBehind || !isOrderly || isForked || row?.['conflict'] === 1) {
            refoldSubject(kind, subject)
            continue
          }
          const next = foldOne(kind, row, fact)
          if (next === null) table.remove(subject)
          else table.write(next)
        }
        return fact
      }
      const applyErasing = (): void => {
        if (erasing.length === 0) return
        const touched = redaction.apply(erasing.splice(0))
        for (const subject of touched.keys()) subjects.add(subject)
        for (const change of refoldTouched(touched)) changes.add(change)
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
        for (const change of refoldTouched(touched)) changes.add(change)
      }
      const end = latest as { fact: Fact; before: string } | null
      if (end !== null) {
        const hash = hashOfFact(end.before, { ...end.fact, last: true })
        facts.markLast(end.fact, hash)
        // Which branch counts was read by the hash of before.
        if (clashes.isForked(station)) clashes.forget()
        facts.setHead({ station, seq, hash, at: own ?? end.fact.at })
        isAhead = true
      }
      return done
    })
    answer()
    if (changes.size > 0) for (const listener of listeners) listener({ changes, subjects })
    return result
  }

  /** A tablet that was told of an event by others has not begun itself. Null where nobody told it of one. */
  function beginAsTold(by: Actor): HeldChain | null {
    const [other] = facts.chains()
    if (other !== undefined) begin(by, other.event)
    return facts.chain(station)
  }

  /** In a transaction of the caller's. */
  function begin(by: Actor, event: string, succeeds: Succeeds = null): void {
    if (facts.chain(station) !== null) return
    const { publicKey, privateKey } = makeKeys()
    key.keep(privateKey)
    facts.begin({ station, event, publicKey })
    commit(by, (write) => void write.about(stationBegan, station, { event, publicKey, succeeds }))
  }

  return {
    station,
    commit,
    facts,
    redaction,
    /** Begins this station's chain, where it has none: from now on it can write. In a transaction of its own or the caller's. */
    begin(by: Actor, event: string, succeeds: Succeeds = null): void {
      transact(() => begin(by, event, succeeds))
      answer()
    },
    /** For facts of another format, which are this station’s own from now on; its records are to be folded again afterwards. */
    rewriting: () => createRewriting({ facts, catalogue, station, salt }),
    /** Signs its own newest fact; null where it has written nothing. Whoever holds its chain merges as far as this. */
    signHead(): SignedHead | null {
      const [chain, privateKey] = [facts.chain(station), key.read()]
      if (chain === null || privateKey === null || chain.seq === 0) return null
      const { seq, hash } = chain
      const signed = signHead({ station, seq, hash }, privateKey)
      facts.setSigned(signed)
      return signed
    },
    /** Hears of every commit, after it. Returns the way to stop. */
    onCommit(listener: (committed: Committed) => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    /** Everything that `read` reads is as it was at one moment, though another program may be writing to the same data. */
    atOneMoment: <T>(read: () => T): T => db.transaction(read).deferred(),
    /** Runs `work` as one transaction: several commits, or what brings facts in another way than by writing them here. */
    atomically(work: () => void): void {
      transact(work)
      answer()
    },
    /** Tells the listeners of changes that came another way than by a fact of ours: a merge, a draft. */
    announce: (committed: Committed): void => {
      for (const listener of listeners) listener(committed)
    },
    /**
     * To be told in a transaction of the caller's: facts came that others wrote; `clash` where one has a number that another has already.
     * Answers which lists have changed.
     */
    came(all: readonly Fact[], touched: Touched, clash: boolean): Set<ChangeKind> {
      if (clash || all.some(clashes.isRuling)) recount(all, touched)
      else if (all.some(({ station: of }) => clashes.isForked(of))) clashes.forget()
      return refoldTouched(redaction.apply(all, touched))
    },
    /** Folds these kinds of records again, in pages, beside the old rows (see fold-again.ts). */
    foldAgain,
    /** True where an opening was cut off at the very end of that. */
    isOldLeft: (): boolean => isOldLeft(db),
    /** Folds the whole journal again, for a program that nobody else waits for. */
    refold(): void {
      let isDue = true
      drain(foldAgain(catalogue.records, { isDue: () => isDue, inPlace: () => void (isDue = false) }))
    },
    isForked: clashes.isForked,
    /** What a record is by these facts, which are all about one subject. */
    foldOf,
    /** Every record as one line each, table by table: two stations with equal lines show the same. */
    *recordLines(): Generator<string> {
      for (const [kind, table] of tables) for (const line of table.lines()) yield `${kind.table} ${line}`
    },
    /** A subject's record as it is kept. */
    rows: (kind: RecordKind): number => tableOf(kind).count(),
    kept: (kind: RecordKind, subject: string) => tableOf(kind).read(subject),
    /** False of what is only kept and passed on: this app cannot read it, or its writer may not say it. */
    isFolded(fact: Fact): boolean {
      const type = catalogue.facts.get(fact.type)
      return type !== undefined && bodyOf(type, fact) !== null && mayWrite(type, fact)
    },
    /** What a fact of any type says, as its schema reads it; null where nothing of it can be read here (see `bodyOf`). */
    bodyOf(fact: Fact): unknown {
      const type = catalogue.facts.get(fact.type)
      return type === undefined ? null : bodyOf(type, fact)
    },
    catalogue,
  }
}
