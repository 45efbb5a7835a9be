/** The sign-in desk: who is on the list, who is here, and every answer the door can give. */
import type { Statement } from 'better-sqlite3'
import type { SignInAnswer } from '../../../shared/contract/sign-in.ts'
import { makeBadge, readBadge } from '../../../shared/domain/badge.ts'
import {
  arrivalList,
  type DelegateDetails,
  delegateList,
  type DelegateQuery,
  delegateRecord,
  type DelegateView,
  type Needs,
} from '../../../shared/domain/delegate.ts'
import { type Actor, isGone } from '../../../shared/domain/fact.ts'
import type { StationCore } from '../kernel/core.ts'
import {
  personErased,
  refOf,
  retentionPassed,
  type Row,
  saysOfPeople,
  wasOf,
  type Writer,
} from '../kernel/journal/index.ts'
import { listRows, ofTable, type Page, rankIn } from '../kernel/list.ts'
import { createAboutPerson } from './about-person.ts'
import { createSignInCounts } from './attendance/sign-in-counts.ts'
import { createDirectory } from './directory.ts'
import { createImporter } from './import/importer.ts'
import { createImportUndo } from './import/undo.ts'
import { createOnePerson } from './one-person.ts'
import { createTickets } from './tickets.ts'
import { createSignInRows, type SignInRow } from './rows.ts'
import {
  attendanceUndone,
  delegateAdded,
  delegateAmended,
  delegateNoted,
  delegateRestored,
  delegateWithdrawn,
  lastSteps,
  needsRecorded,
  signedIn,
  signedOut,
  stepsIn,
} from './facts.ts'

/** Whoever was taken off the list is neither expected nor here nor gone home, as the counts have it; they are found among all. */
const LISTED_AND = {
  expected:
    "(SELECT * FROM delegate WHERE status = 'listed' AND id NOT IN (SELECT id FROM attendance WHERE presence <> 'expected'))",
  here: "(SELECT * FROM delegate WHERE status = 'listed' AND id IN (SELECT id FROM attendance WHERE presence = 'here'))",
  left: "(SELECT * FROM delegate WHERE status = 'listed' AND id IN (SELECT id FROM attendance WHERE presence = 'left'))",
} as const
const CAME =
  "(SELECT d.id, d.name, d.organisation, d.area, a.presence, a.since FROM attendance a JOIN delegate d ON d.id = a.id WHERE a.since <> '')"

/** An organisation of fewer people may be one person’s, and bear their name: no stranger is told of it. */
const ENOUGH_COLLEAGUES = 3

export type SignIn = ReturnType<typeof createSignIn>

/** `drafts`: what is being typed, with the names it is kept under. `erased`: the ids of those who were. */
type ReadScan =
  | { row: SignInRow }
  | { code: 'unknown-badge'; text: string }
  | { code: 'other-event'; event: string }
  /** It may be the ticket of any of these. */
  | { code: 'which-one'; text: string; rows: SignInRow[] }

export function createSignIn(
  core: StationCore,
  stationName: (id: string) => string,
  drafts: () => Iterable<string>,
  erased: () => ReadonlySet<string>,
) {
  const { db, journal, random, event } = core
  const directory = createDirectory(db, journal, () => event().pack)
  const rows = createSignInRows(db, stationName, journal.leaderOf)
  const { viewOf, must } = rows
  const needs: Statement<[string], Needs> = db.prepare('SELECT access, dietary FROM needs WHERE id = ?')
  const trail: Statement<[string], { trail: string }> = db.prepare('SELECT trail FROM attendance WHERE id = ?')
  const seats: Statement<[], { id: string; table: string; sector: string }> = db.prepare(
    'SELECT id, tableName AS "table", sector FROM delegate ORDER BY id',
  )
  const noNeeds: Needs = { access: '', dietary: '' }

  const signInRow = (actor: Actor, row: SignInRow, how: 'found' | 'scanned' | 'self'): SignInAnswer => {
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
  const whoseBadge = (text: string): string | null => {
    const read = readBadge(text, event().pack.code)
    return read.kind === 'own' ? (rows.byBadge(read.badge)?.id ?? null) : null
  }
  const whoseTicket = createTickets(db, journal, whoseBadge)
  /** Our own badges first, then codes of tickets as they were imported. */
  const readScan = (text: string, capsLock = false): ReadScan => {
    const read = readBadge(text, event().pack.code)
    if (read.kind === 'other-event') return { code: 'other-event', event: read.event }
    const badge = whoseBadge(text)
    const ids = read.kind === 'unreadable' ? [] : badge === null ? whoseTicket(text.trim(), capsLock) : [badge]
    // Two entries of one person are led to one row.
    const found = new Map(ids.flatMap((id) => rows.get(id) ?? []).map((one) => [one.id, one]))
    const [row, ...others] = found.values()
    const given = text.trim().slice(0, 60)
    if (row === undefined) return { code: 'unknown-badge', text: given }
    return others.length === 0 ? { row } : { code: 'which-one', text: given, rows: [row, ...others] }
  }
  const newBadge = () => makeBadge(event().pack.code, random)
  const byHand = () => ({ badge: newBadge(), ticket: '', origin: 'hand' as const })

  /** People on the list who are probably the same person, likeliest first. */
  const likely = (person: { name: string; organisation: string; email: string }): DelegateView[] =>
    directory.similar(person, 4).flatMap((found) => {
      const row = found.likely ? rows.get(found.id) : null
      return row === null ? [] : [viewOf(row)]
    })
  /** Takes what was said of a person out of all facts about them. */
  const takeOut = (write: Writer, id: string): void => {
    for (const type of new Set(journal.facts.about(id).map(({ type: one }) => one))) {
      const known = journal.catalogue.facts.get(type)
      if (known !== undefined && saysOfPeople(known)) write.redact(known, id)
    }
  }
  const onePerson = createOnePerson(journal)
  const importer = createImporter({ ...core, newBadge, likely, erased })

  return {
    directory,
    rows,
    importer,
    importUndo: createImportUndo({ db, journal, rows, stopwatch: core.stopwatch, drafts, takeOut }),
    delegate(id: string): DelegateView | null {
      const row = rows.get(id)
      return row === null ? null : viewOf(row)
    },
    find: (query: string) =>
      directory.find(query, 12, true).flatMap((found) => {
        const row = rows.get(found.id)
        return row === null ? [] : [{ ...viewOf(row), marks: found.marks }]
      }),
    /** Null where nobody is listed under this id. */
    signIn(actor: Actor, id: string, how: 'found' | 'self' = 'found'): SignInAnswer | null {
      const row = rows.get(id)
      return row === null ? null : signInRow(actor, row, how)
    },
    /** `capsLock`: it was on as a scanner typed this. */
    scan(actor: Actor, text: string, capsLock = false): SignInAnswer {
      const read = readScan(text, capsLock)
      if ('row' in read) return signInRow(actor, read.row, 'scanned')
      return read.code === 'which-one' ? { code: read.code, text: read.text, people: read.rows.map(viewOf) } : read
    },
    signOut(actor: Actor, id: string): { code: 'signed-out' | 'not-here'; delegate: DelegateView } {
      if (must(id).presence !== 'here') return { code: 'not-here', delegate: viewOf(must(id)) }
      journal.commit(actor, (write) => void write.about(signedOut, id, {}))
      return { code: 'signed-out', delegate: viewOf(must(id)) }
    },
    undo(actor: Actor, id: string, reason: string): { code: 'undone' | 'nothing-to-undo'; delegate: DelegateView } {
      if ((must(id).presence ?? 'expected') === 'expected')
        return { code: 'nothing-to-undo', delegate: viewOf(must(id)) }
      const steps = lastSteps(stepsIn(trail.get(journal.leaderOf(id))?.trail ?? '[]'))
      journal.commit(actor, (write) => {
        for (const [one, takesBack] of onePerson.byEntry(id, steps))
          write.about(attendanceUndone, one, { reason, takesBack })
      })
      return { code: 'undone', delegate: viewOf(must(id)) }
    },
    likely,
    readScan,
    /** Adds someone to the list. Answers with their id. */
    add: (actor: Actor, details: DelegateDetails): string =>
      journal.commit(actor, (write) => write.begin(delegateAdded, { ...details, ...byHand(), walkIn: false }).subject),
    /** Adds someone who was not on the list and signs them in, in one step. */
    walkIn(actor: Actor, details: DelegateDetails, given: Needs): DelegateView {
      const id = journal.commit(actor, (write) => {
        const { subject } = write.begin(delegateAdded, { ...details, ...byHand(), walkIn: true })
        if (given.access !== '' || given.dietary !== '')
          write.about(needsRecorded, subject, { ...given, origin: 'hand' })
        write.about(signedIn, subject, { how: 'walk-in' })
        return subject
      })
      return viewOf(must(id))
    },
    counts: createSignInCounts(db),
    /** From memory: counting a hundred thousand people by organisation at every key took a tenth of a second. */
    organisations: (query: string, staff: boolean): string[] => {
      if (query.trim().length < 2) return []
      return staff ? directory.organisations(query, 6) : directory.forAnyone.organisations(query, 6, ENOUGH_COLLEAGUES)
    },
    badge: (id: string): string => must(id).badge,
    needs: (id: string): Needs => needs.get(journal.leaderOf(id)) ?? noNeeds,
    /** Leaves a note for staff, or clears it; writes nothing where it is what stands there already. */
    note(actor: Actor, id: string, note: string): DelegateView {
      if (must(id).note !== note) journal.commit(actor, (write) => void write.about(delegateNoted, id, { note }))
      return viewOf(must(id))
    },
    recordNeeds(actor: Actor, id: string, given: Needs): Needs {
      journal.commit(actor, (write) => void write.about(needsRecorded, id, { ...given, origin: 'hand' }))
      return needs.get(journal.leaderOf(id)) ?? noNeeds
    },
    /** Whoever came or left, the latest first. */
    arrivals: ({ presence, ...page }: Page & { presence: 'here' | 'left' | null }) =>
      listRows(
        db,
        ({ id }: Row) => viewOf(must(id)),
        { table: CAME, searched: ['name', 'organisation', 'area'], list: arrivalList },
        page,
        { presence },
      ),
    amend(actor: Actor, id: string, changes: Partial<DelegateDetails>, reason: string): DelegateView {
      journal.commit(actor, (write) => void write.about(delegateAmended, id, { changes, reason, origin: 'hand' }))
      return viewOf(must(id))
    },
    /** Everybody on the list or off it, with the table and the sector that stand there. */
    seats: () => seats.all(),
    /** Inside a transaction of the caller's. */
    seat(write: Writer, id: string, table: string, reason: string): void {
      write.about(delegateAmended, id, { changes: { table }, reason, origin: 'hand' })
    },
    /** With every entry that is one with theirs: one that is left on the list keeps the person there. */
    withdraw(actor: Actor, id: string, reason: string): DelegateView {
      const entries = onePerson.entriesOf(id)
      if (must(id).status === 'listed')
        journal.commit(actor, (write) => entries.forEach((one) => write.about(delegateWithdrawn, one, { reason })))
      return viewOf(must(id))
    },
    restore(actor: Actor, id: string, reason: string): DelegateView {
      const entries = onePerson.entriesOf(id)
      if (must(id).status === 'withdrawn')
        journal.commit(actor, (write) => entries.forEach((one) => write.about(delegateRestored, one, { reason })))
      return viewOf(must(id))
    },
    /**
     * Forgets a person, inside a transaction of the caller's: what the facts said of them is taken out, their records go.
     * That somebody was there, came and left stays in the chain, without who.
     */
    forget(write: Writer, ids: readonly string[], reason: string): void {
      for (const id of ids) write.about(personErased, id, { ids: [...ids], reason })
    },
    onePerson,
    ...createAboutPerson({ db, journal, rows, directory, stationName }),
    /** Takes every access and dietary need off this station; the chain keeps only their hashes. Answers of how many people. */
    purgeNeeds(actor: Actor, reason: string): number {
      return journal.commit(actor, (write) => {
        // Not from the records: what a newer app wrote down has none here, and goes all the same.
        const told = journal.facts
          .holding('"need"')
          .filter(({ fields }) => fields.some((field) => field.class === 'need' && !isGone(field)))
        const upTo: Record<string, number> = Object.fromEntries(
          journal.facts.chains().flatMap(({ station, seq }) => (seq === 0 ? [] : [[station, seq]])),
        )
        // What was written anew is written anew on another tablet, too, under another name.
        for (const was of told.flatMap((fact) => refOf(wasOf(fact)) ?? []))
          upTo[was.station] = Math.max(was.seq, upTo[was.station] ?? 0)
        write.about(retentionPassed, event().id, { class: 'need', upTo, reason })
        return new Set(told.map(({ subject }) => subject)).size
      })
    },
    /** Pages through the delegates alone and joins only the page: a hundred thousand joins for fifty rows took seconds. */
    list: ({ search, offset, limit, presence = null, ...asked }: Page & Partial<DelegateQuery>) =>
      listRows(
        db,
        ({ id }: Row) => viewOf(must(id)),
        {
          searched: delegateRecord.searched,
          table: presence === null ? 'delegate' : LISTED_AND[presence],
          list: delegateList,
          derived: {
            came: {
              sql: "(SELECT nullif(first.firstIn, '') FROM attendance first WHERE first.id = entry.id)",
              values: [],
            },
            hasEmail: { sql: "(entry.email <> '')", values: [] },
            sectorRank: rankIn(
              event().pack.sectors.map(({ id }) => id),
              ofTable('sector'),
            ),
          },
        },
        { search, offset, limit },
        asked,
      ),
  }
}
