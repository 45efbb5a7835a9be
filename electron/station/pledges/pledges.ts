/** Pledges: making, amending, withdrawing and listing them. */
import { isDeepStrictEqual } from 'node:util'
import type { Statement } from 'better-sqlite3'
import type { DelegateView } from '../../../shared/domain/delegate.ts'
import type { Entry } from '../../../shared/domain/event-change/hanging.ts'
import type { PaperSaid } from '../../../shared/domain/entry.ts'
import type { Actor, Fact } from '../../../shared/domain/fact.ts'
import {
  type PledgeBy,
  type PledgeDetails,
  type PledgeInput,
  pledgeList,
  type PledgeQuery,
  pledgeRecord,
  type PledgeView,
  type StoredPledge,
  UNREACHABLE,
} from '../../../shared/domain/pledge.ts'
import type { StationCore } from '../kernel/core.ts'
import { createEntries } from '../kernel/entries.ts'
import { bodyOf, inOrder, type Row, type Writer } from '../kernel/journal/index.ts'
import { among, ofTable, type Page, rankIn, type Sql } from '../kernel/list.ts'
import { createMerging } from '../kernel/merging.ts'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import { keepTimescale } from '../../../shared/domain/timescale/keep.ts'
import {
  type MadeBody,
  onePledge,
  pledgeAmended,
  pledgeAttributed,
  pledgeKind,
  pledgeMade,
  pledgeRestored,
  pledgeWithdrawn,
} from './facts.ts'
import { leavesOf, type Placed } from './leaf-id.ts'
import { likelySame } from './likely.ts'

const { viewOf } = pledgeRecord

/**
 * All that the person said. The reference is ours, and what is known of a delegate may have been corrected since: also that they are one with
 * somebody (`leaderOf`).
 */
const saidIn = ({ reference: _ours, by, ...details }: MadeBody, leaderOf: (id: string) => string) => ({
  ...pledgeRecord.set(details),
  by: by.delegate === null ? by : { kind: by.kind, delegate: leaderOf(by.delegate) },
})

/** As the facts about a pledge say it; nothing where it is nobody on the list. */
const whose = ({ delegate }: StoredPledge): { delegate?: string } => (delegate === null ? {} : { delegate })

/** The facts that say who pledged. */
const SAYING_WHO: ReadonlySet<string> = new Set([pledgeMade.type, pledgeAttributed.type])
/** Of whom such a fact says that they pledged, also where that was taken out since. */
const whoIn = ({ fields }: Fact): string | null => fields.find(({ path }) => path === 'by.delegate')?.about ?? null
const isWho = (fact: Fact, delegates: readonly string[]): boolean => delegates.includes(whoIn(fact) ?? '')

/** As SQLite would have it. */
const storedOf = (row: Row): StoredPledge =>
  ({ ...row, ...Object.fromEntries([...pledgeRecord.flags].map((flag) => [flag, Number(row[flag])])) }) as StoredPledge

/** The priority that a pledge counts towards: its own, else that of its kind, where the event has it. */
const servesIn = (pack: Pick<EventPack, 'priorities' | 'pledgeTypes'>): Sql =>
  among(
    pack.priorities.map(({ id }) => id),
    {
      sql: "coalesce(entry.priority, (SELECT kind.value ->> 'priority' FROM json_each(?) kind WHERE kind.value ->> 'id' = entry.type))",
      values: [JSON.stringify(pack.pledgeTypes.map(({ id, priority }) => ({ id, priority })))],
    },
  )

const derivedBy = (pack: EventPack): Record<string, Sql> => {
  const serves = servesIn(pack)
  const idsOf = (all: readonly { id: string }[]) => all.map(({ id }) => id)
  return {
    serves,
    servesRank: rankIn(idsOf(pack.priorities), serves),
    kindRank: rankIn(idsOf(pack.pledgeTypes), ofTable('type')),
  }
}

/** How it went: `again` where the pledge had been made before, and its answer was lost perhaps. */
type Making =
  | { made: PledgeView; again: boolean; refused?: undefined }
  | { made?: undefined; again?: undefined; refused: 'unknown-person' | 'taken' }

/** An entry from paper: the id that its card has everywhere, and the reference for it where it has none yet. */
type FromPaper = { id: string; reference: string; paper: PaperSaid; again: boolean }

/** What is needed to know of a delegate who pledges. */
type PledgingPerson = Pick<DelegateView, 'id' | 'name' | 'organisation' | 'area' | 'sector'>

export type Pledges = ReturnType<typeof createPledges>

export function createPledges(
  core: StationCore,
  person: (id: string) => PledgingPerson | null,
  clearDraft: (screen: string) => void,
) {
  const { db, journal, newReference, event } = core
  const entries = createEntries(core, {
    table: 'pledge',
    list: pledgeList,
    derived: derivedBy,
    record: pledgeRecord,
    withdrawn: pledgeWithdrawn,
    restored: pledgeRestored,
    whose,
  })
  const { read, view } = entries
  const merging = createMerging(journal, onePledge)
  const byDelegate: Statement<[string], { id: string }> = db.prepare(
    'SELECT id FROM pledge WHERE delegate IN (SELECT value FROM json_each(?))',
  )
  const places: Statement<[], Pick<StoredPledge, 'id' | 'reference' | 'type' | 'priority' | 'sector'>> = db.prepare(
    'SELECT id, reference, type, priority, sector FROM pledge ORDER BY made, id',
  )
  const leaves: Statement<[], Placed> = db.prepare('SELECT id, type, status, entered, alsoMade FROM pledge')
  const sameKind: Statement<[string], StoredPledge> = db.prepare('SELECT * FROM pledge WHERE type = ?')
  const totals: Statement<[], { type: string; pledges: number; quantity: number }> = db.prepare(
    "SELECT type, count(*) AS pledges, sum(coalesce(quantity, 1)) AS quantity FROM pledge WHERE status = 'live' GROUP BY type ORDER BY pledges DESC, type",
  )
  const latest: Statement<[], StoredPledge> = db.prepare(
    "SELECT * FROM pledge WHERE status = 'live' ORDER BY made DESC, id DESC LIMIT 8",
  )

  /** Null where it is nobody on the list. */
  const madeBy = (by: PledgeBy): MadeBody['by'] | null => {
    if (by.kind === 'delegate') {
      const who = person(by.delegate)
      if (who === null) return null
      const { id: delegate, name, organisation, area, sector } = who
      return { kind: by.kind, delegate, name, organisation, area, sector }
    }
    const nobody = { delegate: null, name: '', organisation: '', area: by.area ?? '', sector: '' }
    if (by.kind === 'anonymous') return { ...nobody, kind: by.kind }
    const { kind, name, organisation, sector } = by
    return { ...nobody, kind, name, organisation, sector }
  }
  /** Nobody unknown to us is contacted or shown, whatever a screen asked for. */
  const keptDetails = (details: Omit<PledgeDetails, 'timescale'>, nameless: boolean) =>
    nameless ? { ...details, ...UNREACHABLE } : details

  /** What a screen gave, as it is written down. */
  const saidBy = (by: MadeBody['by'], { timescale, by: _given, id: _id, ...details }: PledgeInput) => ({
    by,
    ...keptDetails(details, by.kind === 'anonymous'),
    timescale: keepTimescale(timescale, event().pack.dates.to),
  })
  const saidWhole = (body: MadeBody) => saidIn(body, journal.leaderOf)
  /** True where a pledge of this id was made with just these words, by just this person. */
  const wasMade = (id: string, said: Omit<MadeBody, 'reference'>): boolean =>
    journal.facts.about(id).some((fact) => {
      const body = bodyOf(pledgeMade, fact)
      return body !== null && isDeepStrictEqual(saidWhole(body), saidWhole({ reference: body.reference, ...said }))
    })

  /** The ids of whatever was promised under just these ids, whoever is one with them: as it stands now, or as it was first written down. */
  const madeAs = (delegates: readonly string[]): string[] => {
    const now = byDelegate.all(JSON.stringify(delegates)).flatMap(({ id }) => journal.membersOf(id))
    const once = delegates.flatMap((delegate) =>
      journal.facts
        .holding(delegate)
        .filter((fact) => SAYING_WHO.has(fact.type) && whoIn(fact) === delegate)
        .map(({ subject }) => subject),
    )
    return [...new Set([...now, ...once])]
  }

  return {
    /**
     * Makes the pledge and clears the draft that was typed at `screen`, in one transaction. Refused where the delegate is
     * not known here, and where anything else has the id already. The same pledge under the same id, in everything that
     * was said, is the same question asked again: it is answered, and nothing is written.
     */
    make(actor: Actor, input: PledgeInput, screen: string | null = null): Making {
      const { id } = input
      const by = madeBy(input.by)
      if (id !== undefined && journal.facts.hasAny(id)) {
        const before = read(id)
        return before !== null && by !== null && wasMade(id, saidBy(by, input))
          ? { made: before, again: true }
          : { refused: 'taken' }
      }
      if (by === null) return { refused: 'unknown-person' }
      const subject = journal.commit({ ...actor, delegate: by.delegate }, (write) => {
        if (screen !== null) clearDraft(screen)
        return write.begin(pledgeMade, { reference: newReference(), ...saidBy(by, input) }, id).subject
      })
      return { made: view(subject), again: false }
    },
    /**
     * Writes down what stands on a printed card, as of when it was written. What was entered under this id before stays, unless `again` says
     * that it is known: then this is in its place, and what was taken back stands again. The same, said twice, is written once. Null where
     * the delegate is not known here.
     */
    enter(actor: Actor, { id, reference, paper, again }: FromPaper, input: PledgeInput): 'entered' | 'before' | null {
      const by = madeBy(input.by)
      if (by === null) return null
      const before = read(id)
      const body = { ...saidBy(by, input), ...paper }
      if (before !== null && !again)
        return before.status === 'live' && before.made === paper.written && wasMade(id, body) ? 'entered' : 'before'
      journal.commit({ ...actor, delegate: by.delegate }, (write) => {
        const whole = { reference: before?.reference ?? reference, ...body }
        if (journal.facts.hasAny(id)) write.about(pledgeMade, id, whole)
        else write.begin(pledgeMade, whole, id)
      })
      return 'entered'
    },
    read,
    withdraw: entries.withdraw,
    restore: entries.restore,
    /** Whether it is one with another, or somebody else’s than was first written down: nobody’s at a screen any more. */
    isCorrected(id: string): boolean {
      const row = read(id) === null ? null : entries.must(id)
      return row !== null && (row.otherReferences !== '' || row.who !== id)
    },
    list: ({ search, offset, limit, ...asked }: Page & Partial<PledgeQuery>) =>
      entries.list({ search, offset, limit }, asked),
    amend(actor: Actor, id: string, changes: Partial<PledgeDetails>, reason: string): PledgeView {
      const row = entries.must(id)
      const { timescale, ...plain } = changes
      const nameless = row.byKind === 'anonymous' ? UNREACHABLE : {}
      const kept =
        timescale === undefined
          ? { ...plain, ...nameless }
          : { ...plain, ...nameless, timescale: keepTimescale(timescale, event().pack.dates.to) }
      const as = row.who === row.id ? {} : { as: row.who }
      journal.commit(
        actor,
        (write) => void write.about(pledgeAmended, row.id, { changes: kept, reason, ...whose(row), ...as }),
      )
      return view(id)
    },
    /** Everything that was promised, withdrawn or not, by what it hangs on. */
    *hanging(): Generator<Entry> {
      for (const { id, reference, type, priority, sector } of places.all())
        yield { what: 'pledges', id, reference, on: { pledgeTypes: type, priorities: priority, sectors: sector } }
    },
    /** It is of another kind, or serves another priority; inside a transaction of the caller's. */
    reassign(write: Writer, id: string, changes: { type?: string; priority?: string | null }, reason: string): void {
      write.about(pledgeAmended, id, { changes, reason, ...whose(entries.must(id)) })
    },
    /**
     * Says that somebody else pledged it than was written down. What the one before allowed goes with them, unless `samePerson` says that it
     * is who stood there, only written otherwise. Null where the delegate is not on the list.
     */
    attribute(actor: Actor, id: string, to: PledgeBy, samePerson: boolean, reason: string): PledgeView | null {
      const row = entries.must(id)
      const by = madeBy(to)
      if (by === null) return null
      const { mayContact, email, showName } = pledgeRecord.read(row)
      const isKept = samePerson && row.byKind !== 'anonymous' && by.kind !== 'anonymous'
      const allows = isKept ? { mayContact, email, showName } : UNREACHABLE
      journal.commit(
        actor,
        (write) => void write.about(pledgeAttributed, row.id, { by, was: row.delegate, allows, reason }),
      )
      return view(id)
    },
    /** One promise that was written down twice: from now on it counts once. Null where they are the same entry. */
    merge(actor: Actor, one: string, other: string, reason: string): string | null {
      const of = { one: entries.must(one).delegate ?? undefined, other: entries.must(other).delegate ?? undefined }
      return merging.merge(actor, one, other, reason, { more: { whose: of } })
    },
    part: merging.part,
    mergesOf: merging.mergesOf,
    /** What it would be if these two were one. */
    asOne: (one: string, other: string): PledgeView | null => {
      const row = journal.records.asOne(pledgeKind, [one, other])
      return row === null ? null : viewOf(storedOf(row))
    },
    /** Pledges that may be the same promise, likeliest first. `delegate`: of those who are one person the same. */
    likelySame(id: string): PledgeView[] {
      const led = ({ delegate, ...rest }: PledgeView) => ({
        ...rest,
        delegate: delegate === null ? null : journal.leaderOf(delegate),
      })
      const pledge = view(id)
      return likelySame(led(pledge), sameKind.all(pledge.type).map(viewOf).map(led), 6)
    },
    /** All facts about it and about whatever is, or was, one with it. In order. */
    factsOf(id: string): Fact[] {
      const members = journal.membersOf(id)
      return [...members.flatMap(journal.facts.about), ...merging.factsAbout(members)].toSorted(inOrder)
    },
    /** How one entry was first written down: its reference; empty where it is none. */
    referenceOf: (entry: string): string =>
      journal.facts.about(entry).flatMap((fact) => bodyOf(pledgeMade, fact)?.reference ?? [])[0] ?? '',
    /** The ids of whatever this delegate promised. */
    ofDelegate: (delegate: string): string[] => madeAs(journal.membersOf(delegate)),
    madeAs,
    /**
     * Of a pledge that somebody else’s organisation made: who is there to speak to is forgotten, and with them the yes to being
     * shown. Inside a transaction of the caller's.
     */
    hide(write: Writer, id: string): void {
      if (read(id)?.showName === true) write.about(pledgeAmended, id, { changes: { showName: false }, reason: '' })
    },
    /**
     * Takes out of the pledges of somebody who is forgotten, inside a transaction of the caller's, what facts of older versions do not say is
     * theirs: why it was changed, withdrawn or brought back, for that is told of a person, and where they could be reached. The promise stays.
     */
    forget(write: Writer, pledges: Iterable<string>, delegates: readonly string[]): void {
      for (const id of pledges) {
        const isTheirs = journal.facts.about(id).some((fact) => fact.type === pledgeMade.type && isWho(fact, delegates))
        /** Newer facts say whose they are; it may have been somebody else’s since. */
        const without =
          <Body extends { delegate?: string | undefined; reason: string }>(forget: (body: Body) => Body) =>
          (body: Body): Body =>
            (body.delegate === undefined || body.delegate === '' ? isTheirs : delegates.includes(body.delegate))
              ? forget({ ...body, reason: '' })
              : body
        write.redact(
          pledgeAmended,
          id,
          without(({ changes, ...rest }) => ({
            ...rest,
            changes: changes.email === undefined ? changes : { ...changes, email: '' },
          })),
        )
        write.redact(
          pledgeWithdrawn,
          id,
          without((body) => body),
        )
        write.redact(
          pledgeRestored,
          id,
          without((body) => body),
        )
      }
    },
    /**
     * Withdrawn pledges keep their ordinal, and so do those that are one with another, so no other leaf moves; nor does one for a pledge that was
     * written earlier and entered now.
     */
    leaves: () => leavesOf(leaves.all()),
    totals: () => totals.all(),
    latest: () => latest.all().map(viewOf),
  }
}
