/** The sign-in desk: who is on the list, who is here, and every answer the door can give. */
import type { Statement } from 'better-sqlite3'
import type { SignInAnswer } from '../../../shared/contract/sign-in.ts'
import { makeBadge, readBadge } from '../../../shared/domain/badge.ts'
import type { DelegateDetails, DelegateView, Needs } from '../../../shared/domain/delegate.ts'
import type { Actor } from '../../../shared/domain/fact.ts'
import type { StationCore } from '../core.ts'
import type { FactType, Row, Writer } from '../journal/index.ts'
import { listRows } from '../list.ts'
import { createDirectory } from './directory.ts'
import { createImporter } from './import/run.ts'
import {
  attendanceUndone,
  type AttendanceRow,
  delegateAdded,
  delegateAmended,
  delegateErased,
  type DelegateRow,
  delegateRestored,
  delegateWithdrawn,
  needsPurged,
  needsRecorded,
  signedIn,
  signedOut,
} from './facts.ts'

/** A delegate beside their attendance, as one row. */
type DeskRow = DelegateRow & {
  presence: AttendanceRow['presence'] | null
  since: string | null
  atStation: string | null
}

const DESK =
  'SELECT d.*, a.presence, a.since, a.station AS atStation FROM delegate d LEFT JOIN attendance a ON a.id = d.id'
/** Whoever was taken off the list is no longer expected; they are found among all. */
const LISTED_AND = {
  expected:
    "(SELECT * FROM delegate WHERE status = 'listed' AND id NOT IN (SELECT id FROM attendance WHERE presence <> 'expected'))",
  here: "(SELECT * FROM delegate WHERE id IN (SELECT id FROM attendance WHERE presence = 'here'))",
  left: "(SELECT * FROM delegate WHERE id IN (SELECT id FROM attendance WHERE presence = 'left'))",
} as const
/** The facts about a delegate whose contents tell who they are, or may. */
const SAID_OF_A_PERSON: readonly FactType<unknown>[] = [
  delegateAdded,
  delegateAmended,
  delegateWithdrawn,
  delegateRestored,
  needsRecorded,
  attendanceUndone,
]
const FIVE_MINUTES = 5 * 60 * 1000

export function createSignInDesk(core: StationCore, stationName: (id: string) => string) {
  const { db, journal, random, event } = core
  const directory = createDirectory(db, journal)
  const one: Statement<[string], DeskRow> = db.prepare(`${DESK} WHERE d.id = ?`)
  const byBadge: Statement<[string], DeskRow> = db.prepare(`${DESK} WHERE d.badge = ?`)
  const byTicket: Statement<[string], DeskRow> = db.prepare(`${DESK} WHERE d.ticket = ? AND d.ticket <> ''`)
  const presences: Statement<[], { presence: string; n: number }> = db.prepare(
    'SELECT presence, count(*) AS n FROM attendance GROUP BY presence',
  )
  const listed: Statement<[], { n: number; walkIns: number | null }> = db.prepare(
    "SELECT count(*) AS n, sum(walkIn) AS walkIns FROM delegate WHERE status = 'listed'",
  )
  const arrivals: Statement<[], { firstIn: string }> = db.prepare(
    "SELECT firstIn FROM attendance WHERE firstIn <> '' ORDER BY firstIn",
  )
  const organisations: Statement<[], { organisation: string }> = db.prepare(
    "SELECT organisation FROM delegate WHERE organisation <> '' GROUP BY organisation ORDER BY count(*) DESC, organisation LIMIT 5000",
  )
  const needs: Statement<[string], Needs> = db.prepare('SELECT access, dietary FROM needs WHERE id = ?')
  const allNeeds: Statement<[], { id: string }> = db.prepare('SELECT id FROM needs')
  const noNeeds: Needs = { access: '', dietary: '' }

  const viewOf = (row: DeskRow): DelegateView => ({
    id: row.id,
    name: row.name,
    organisation: row.organisation,
    role: row.role,
    sector: row.sector,
    email: row.email,
    table: row.tableName,
    walkIn: row.walkIn === 1,
    withdrawn: row.status === 'withdrawn',
    presence: row.presence ?? 'expected',
    since: row.since === null || row.since === '' ? null : row.since,
    atStation: row.atStation === null || row.atStation === '' ? '' : stationName(row.atStation),
  })
  const must = (id: string): DeskRow => {
    const row = one.get(id)
    if (row === undefined) throw new Error(`The delegate ${id} is gone`)
    return row
  }
  const signInRow = (actor: Actor, row: DeskRow, how: 'found' | 'scanned'): SignInAnswer => {
    if (row.status === 'withdrawn') return { code: 'withdrawn', delegate: viewOf(row) }
    if (row.presence === 'here')
      return {
        code: 'already',
        delegate: viewOf(row),
        at: row.since ?? '',
        station: row.atStation === null ? '' : stationName(row.atStation),
      }
    journal.commit(actor, (write) => void write.about(signedIn, row.id, { how }))
    const after = must(row.id)
    return { code: 'signed-in', delegate: viewOf(after), at: after.since ?? '' }
  }
  /** Our own badges first, then codes of tickets as they were imported. */
  const readScan = (
    text: string,
  ): { row: DeskRow } | { code: 'unknown-badge'; text: string } | { code: 'other-event'; event: string } => {
    const read = readBadge(text, event().pack.code)
    if (read.kind === 'other-event') return { code: 'other-event', event: read.event }
    const row =
      read.kind === 'own' ? byBadge.get(read.badge) : read.kind === 'foreign' ? byTicket.get(read.text) : undefined
    return row === undefined ? { code: 'unknown-badge', text: text.trim().slice(0, 60) } : { row }
  }
  const newBadge = () => makeBadge(event().pack.code, random)

  /** People on the list who are probably the same person, likeliest first. */
  const likely = (person: { name: string; organisation: string; email: string }): DelegateView[] =>
    directory.similar(person, 4).flatMap((found) => {
      const row = found.likely ? one.get(found.id) : undefined
      return row === undefined ? [] : [viewOf(row)]
    })
  const importer = createImporter({ ...core, newBadge, likely: (person) => likely(person)[0] ?? null })

  return {
    directory,
    importer,
    delegate(id: string): DelegateView | null {
      const row = one.get(id)
      return row === undefined ? null : viewOf(row)
    },
    find: (query: string) =>
      directory.find(query, 12).flatMap((found) => {
        const row = one.get(found.id)
        return row === undefined ? [] : [{ ...viewOf(row), marks: found.marks }]
      }),
    signIn(actor: Actor, id: string): SignInAnswer | null {
      const row = one.get(id)
      return row === undefined ? null : signInRow(actor, row, 'found')
    },
    scan(actor: Actor, text: string): SignInAnswer {
      const read = readScan(text)
      return 'row' in read ? signInRow(actor, read.row, 'scanned') : read
    },
    /** Whose badge it is, without signing anybody in. */
    whose(
      text: string,
    ): { delegate: DelegateView } | { code: 'unknown-badge' } | { code: 'other-event'; event: string } {
      const read = readScan(text)
      if ('row' in read)
        return read.row.status === 'withdrawn' ? { code: 'unknown-badge' } : { delegate: viewOf(read.row) }
      return read
    },
    signOut(actor: Actor, id: string): { code: 'signed-out' | 'not-here'; delegate: DelegateView } {
      if (must(id).presence !== 'here') return { code: 'not-here', delegate: viewOf(must(id)) }
      journal.commit(actor, (write) => void write.about(signedOut, id, {}))
      return { code: 'signed-out', delegate: viewOf(must(id)) }
    },
    undo(actor: Actor, id: string, reason: string): { code: 'undone' | 'nothing-to-undo'; delegate: DelegateView } {
      if ((must(id).presence ?? 'expected') === 'expected')
        return { code: 'nothing-to-undo', delegate: viewOf(must(id)) }
      journal.commit(actor, (write) => void write.about(attendanceUndone, id, { reason }))
      return { code: 'undone', delegate: viewOf(must(id)) }
    },
    likely,
    /** Adds someone to the list. Answers with their id. */
    add: (actor: Actor, details: DelegateDetails): string =>
      journal.commit(
        actor,
        (write) => write.begin(delegateAdded, { ...details, badge: newBadge(), ticket: '', walkIn: false }).subject,
      ),
    /** Adds someone who was not on the list and signs them in, in one step. */
    walkIn(actor: Actor, details: DelegateDetails, given: Needs): DelegateView {
      const id = journal.commit(actor, (write) => {
        const { subject } = write.begin(delegateAdded, { ...details, badge: newBadge(), ticket: '', walkIn: true })
        if (given.access !== '' || given.dietary !== '') write.about(needsRecorded, subject, given)
        write.about(signedIn, subject, { how: 'walk-in' })
        return subject
      })
      return viewOf(must(id))
    },
    counts() {
      const { n: delegates = 0, walkIns = 0 } = listed.get() ?? {}
      const by = new Map(presences.all().map((row) => [row.presence, row.n]))
      const here = by.get('here') ?? 0
      const left = by.get('left') ?? 0
      const buckets = new Map<number, number>()
      for (const { firstIn } of arrivals.iterate()) {
        const from = Math.floor(Date.parse(firstIn) / FIVE_MINUTES) * FIVE_MINUTES
        buckets.set(from, (buckets.get(from) ?? 0) + 1)
      }
      return {
        delegates,
        here,
        left,
        expected: Math.max(0, delegates - here - left),
        walkIns: walkIns ?? 0,
        arrivals: [...buckets].map(([from, count]) => ({ from: new Date(from).toISOString(), count })),
      }
    },
    organisations(query: string): string[] {
      const wanted = query.trim().toLocaleLowerCase('en-GB')
      if (wanted.length < 2) return []
      return organisations
        .all()
        .flatMap(({ organisation }) =>
          organisation
            .toLocaleLowerCase('en-GB')
            .split(/\s+/)
            .some((_word, index, words) => words.slice(index).join(' ').startsWith(wanted))
            ? [organisation]
            : [],
        )
        .slice(0, 6)
    },
    badge: (id: string): string => must(id).badge,
    needs: (id: string): Needs => needs.get(id) ?? noNeeds,
    amend(actor: Actor, id: string, changes: Partial<DelegateDetails>, reason: string): DelegateView {
      journal.commit(actor, (write) => void write.about(delegateAmended, id, { changes, reason }))
      return viewOf(must(id))
    },
    withdraw(actor: Actor, id: string, reason: string): DelegateView {
      if (must(id).status === 'listed')
        journal.commit(actor, (write) => void write.about(delegateWithdrawn, id, { reason }))
      return viewOf(must(id))
    },
    restore(actor: Actor, id: string, reason: string): DelegateView {
      if (must(id).status === 'withdrawn')
        journal.commit(actor, (write) => void write.about(delegateRestored, id, { reason }))
      return viewOf(must(id))
    },
    /**
     * Forgets a person, inside a transaction of the caller's: what the facts said of them is taken out, their records go.
     * That somebody was there, came and left stays in the chain, without who.
     */
    forget(write: Writer, id: string, reason: string): void {
      for (const type of SAID_OF_A_PERSON) write.redact(type, id)
      write.about(delegateErased, id, { reason })
    },
    /** Takes every access and dietary need off this station; the chain keeps only their hashes. */
    purgeNeeds(actor: Actor, reason: string): number {
      return journal.commit(actor, (write) => {
        const ids = allNeeds.all()
        for (const { id } of ids) write.redact(needsRecorded, id)
        write.about(needsPurged, event().id, { reason })
        return ids.length
      })
    },
    /** Pages through the delegates alone and joins only the page: a hundred thousand joins for fifty rows took seconds. */
    list: ({
      presence,
      ...page
    }: {
      search: string
      offset: number
      limit: number
      presence: 'expected' | 'here' | 'left' | null
    }) =>
      listRows(
        db,
        ({ id }: Row) => viewOf(must(id)),
        {
          table: presence === null ? 'delegate' : LISTED_AND[presence],
          searched: ['name', 'organisation', 'role', 'email'],
          order: 'name COLLATE NOCASE, id',
        },
        { ...page, equal: {} },
      ),
  }
}
