/** Imports lists of delegates: works out what an import would do, holds it for the screen that looks at it, and writes it in pages. */
import { createHash } from 'node:crypto'
import type {
  ImportAnalysis,
  ImportCounts,
  Imported,
  ImportProgress,
  ImportError,
} from '../../../../shared/contract/import.ts'
import type { Actor } from '../../../../shared/domain/fact.ts'
import {
  AS_FOUND,
  decided,
  type ImportChange,
  type ImportDecisions,
  importDecisions,
} from '../../../../shared/domain/import-decisions.ts'
import {
  isSmall,
  readInThread,
  type Reading,
  readTable,
  type Table,
  type TableError,
} from '../../../files/tables/index.ts'
import { drain, inSlices, saying, withGaps } from '../../../slices.ts'
import type { StationCore } from '../../kernel/core.ts'
import { createDataVersion } from '../../kernel/database/index.ts'
import { makeId } from '../../kernel/journal/index.ts'
import { type Analysis, createAnalyses } from './analyses.ts'
import { DELEGATE_LIST } from './headings.ts'
import type { Listed } from './match.ts'
import { correctedIn } from './origin.ts'
import { type Against, comparing, countsOf, type Outcome, toldOf, workingOut } from './outcome.ts'
import { idInList } from './person-id.ts'
import { type ListRead, listReadOf, previewOf, resultOf } from './preview.ts'
import { createListWriter, type ListWritten } from './writing.ts'

type List = { name: string; bytes: Uint8Array }
type Whole = ImportCounts & ReturnType<typeof toldOf>

/** What the importer needs of the sign-in desk. */
export type ImportDeps = StationCore & {
  likely: (person: { name: string; organisation: string; email: string }) => readonly { id: string }[]
  newBadge: () => string
  /** The ids of those who were erased: they never come back under them. */
  erased: () => ReadonlySet<string>
}

/** As many people of the list as are read at once. */
const READ = 2000
const EVERYONE =
  "SELECT d.id, d.name, d.listName, d.role, d.organisation, d.area, d.sector, d.email, d.tableName AS 'table', d.ticket, d.status, coalesce(n.access, '') AS accessNeeds, coalesce(n.dietary, '') AS dietaryNeeds FROM delegate d LEFT JOIN needs n ON n.id = d.id WHERE d.id > ? ORDER BY d.id LIMIT ?"

export function createImporter({ db, journal, random, now, stopwatch, event, likely, newBadge, erased }: ImportDeps) {
  const listed = db.prepare<[string, number], Omit<Listed, 'withdrawn'> & { status: string }>(EVERYONE)
  const dataVersion = createDataVersion(db)
  let seen = 0
  journal.onCommit((committed) => {
    // The event says which sectors and tables there are.
    if (committed.changes.has('delegates') || committed.changes.has('station')) seen += 1
  })
  /** Another one as soon as anybody's details may have changed, also where another program wrote to this data. */
  const version = () => `${seen} ${String(dataVersion())}`

  // In pieces, because a statement that is still being read keeps every other from writing.
  function* everyone(): Generator<Listed> {
    let last = ''
    for (;;) {
      const rows = listed.all(last, READ)
      for (const { status, ...row } of rows) yield { ...row, withdrawn: status === 'withdrawn' }
      const end = rows.at(-1)
      if (end === undefined || rows.length < READ) return
      last = end.id
    }
  }
  const writer = createListWriter({ db, journal, newBadge, stopwatch, erased })
  const listOf = ({ name, bytes }: List, { sheet }: Table) => ({
    name,
    event: event().id,
    digest: createHash('sha256').update(bytes).digest('hex'),
    sheet,
  })
  const against = (given: List, table: Table): Against => {
    const { sectors, tables } = event().pack
    const list = listOf(given, table)
    // Where it is gone on with, those of its own rows are compared as rows of one list are: they are nobody else.
    const own = new Set(writer.isHalf(list.digest) ? table.rows.map(({ number }) => idInList(list, number)) : [])
    return {
      event: { sectors, tables: tables.map((one) => one.name) },
      listed: everyone(),
      similar: (person) => likely(person).filter(({ id }) => !own.has(id)),
      corrected: (id) => correctedIn(journal.facts.about(id)),
    }
  }
  const workOut = (list: List, table: Table, decisions: ImportDecisions): Outcome =>
    drain(workingOut(table, decisions, against(list, table)))

  let isWriting = false
  /**
   * Writes what was worked out when the data was `asOf`, if `isWanted` says so (null: in any case) of how it stands once no other program can write
   * any more: it is worked out again where anything has changed since.
   */
  function* write(
    actor: Actor,
    { name, bytes, outcome: found, asOf: from }: Omit<Analysis, 'id'>,
    isWanted: ((found: Outcome) => Generator<void, boolean>) | null,
  ): Generator<ImportProgress, ListWritten> {
    const counting: ImportProgress = { code: 'progress', done: 0, of: 0 }
    const list = listOf({ name, bytes }, found.table)
    let [outcome, asOf] = [found, from]
    isWriting = true
    try {
      // Before the transaction, so that nobody waits meanwhile. What changes even while it is worked out again is seen to in the transaction.
      if (asOf !== version()) {
        asOf = version()
        outcome = yield* saying(
          counting,
          workingOut(outcome.table, outcome.decisions, against({ name, bytes }, outcome.table)),
        )
      }
      if (isWanted !== null && !(yield* saying(counting, isWanted(outcome)))) return { code: 'changed', outcome }
      return yield* writer.writing(actor, list, outcome, () => {
        if (asOf === version()) return { outcome, isWanted: true }
        const current = workOut({ name, bytes }, outcome.table, outcome.decisions)
        return { outcome: current, isWanted: isWanted === null || drain(isWanted(current)) }
      })
    } finally {
      isWriting = false
    }
  }

  const analyses = createAnalyses()
  /** From now on the screen looks at this, under an id that nothing had before. */
  function hold(shift: object, about: Omit<Analysis, 'id'>): ImportAnalysis {
    const id = makeId(now(), random)
    analyses.hold(shift, { ...about, id })
    return { code: 'analysis', id, decisions: about.outcome.decisions, ...previewOf(about.outcome) }
  }
  /** Works it out while others go on with their work. */
  async function analysed(
    shift: object,
    list: List,
    table: Table,
    decisions: ImportDecisions,
    signal: AbortSignal | undefined,
  ): Promise<ImportAnalysis> {
    const asOf = version()
    const outcome = await inSlices(workingOut(table, decisions, against(list, table)), signal)
    signal?.throwIfAborted()
    // Where somebody was added or corrected between two steps, what was compared may be half old.
    return asOf === version()
      ? hold(shift, { ...list, outcome, asOf })
      : hold(shift, { ...list, outcome: workOut(list, table, decisions), asOf: version() })
  }
  function* writingHeld(
    actor: Actor,
    shift: object,
    held: Analysis,
  ): Generator<ImportProgress, Imported | { code: 'changed'; analysis: ImportAnalysis } | 'stopped'> {
    const done = yield* write(actor, held, (found) => comparing(found, held.outcome))
    switch (done.code) {
      case 'stopped':
        return 'stopped'
      case 'changed':
        return { code: 'changed', analysis: hold(shift, { ...held, outcome: done.outcome, asOf: version() }) }
      case 'written':
        analyses.drop(shift)
        return { code: 'imported', ...resultOf(done.outcome, done.missed) }
    }
  }
  const readBeside = async (
    { name, bytes }: List,
    decisions: ImportDecisions,
    signal: AbortSignal | undefined,
  ): Promise<Table | TableError> =>
    isSmall(bytes)
      ? readTable(name, bytes, readingOf(decisions))
      : readInThread(name, bytes, readingOf(decisions), { signal })

  return {
    /** What an import of this file would do; changes nothing. Without `top` a list without headings is refused. */
    preview(
      name: string,
      bytes: Uint8Array,
      decisions: Partial<ImportDecisions>,
    ): { code: 'preview'; counts: Whole; list: ListRead } | ImportError {
      const table = readTable(name, bytes, readingOf(decisions))
      if (table.kind === 'error') return refusal(table)
      const outcome = workOut({ name, bytes }, table, { ...AS_FOUND, ...decisions })
      return { code: 'preview', counts: { ...countsOf(outcome), ...toldOf(outcome) }, list: listReadOf(outcome) }
    },
    run(
      actor: Actor,
      name: string,
      bytes: Uint8Array,
      decisions: Partial<ImportDecisions>,
    ): ({ code: 'imported'; list: ListRead } & Whole) | ImportError {
      const table = readTable(name, bytes, readingOf(decisions))
      if (table.kind === 'error') return refusal(table)
      const asOf = version()
      const outcome = workOut({ name, bytes }, table, { ...AS_FOUND, ...decisions })
      const done = withGaps(write(actor, { name, bytes, outcome, asOf }, null))
      if (done.code !== 'written') throw new Error('A list was taken back while it was read in')
      const { outcome: found, missed } = done
      return { code: 'imported', ...countsOf(found, missed), ...toldOf(found, missed), list: listReadOf(found) }
    },
    /**
     * Reads a list, and holds it for this shift in place of any other. Rejects with the signal’s reason once nobody waits for it, and then holds
     * nothing.
     */
    async analyse(
      shift: object,
      list: List,
      decisions: ImportDecisions,
      signal?: AbortSignal,
    ): Promise<ImportAnalysis | ImportError> {
      analyses.drop(shift)
      const table = await readBeside(list, decisions, signal)
      return table.kind === 'error' ? refusal(table) : analysed(shift, list, table, decisions, signal)
    },
    /**
     * Decides more about a list that is held. Null where none is held under this id; `too-many` where that is more than is done by hand. It
     * is held as it was where it is refused, and where nobody waits for the answer any more.
     */
    async decide(
      shift: object,
      id: string,
      changes: readonly ImportChange[],
      signal?: AbortSignal,
    ): Promise<ImportAnalysis | ImportError | 'too-many' | null> {
      const held = analyses.find(shift, id)
      if (held === null) return null
      const { decisions: before, mapping, table: read } = held.outcome
      const decisions = changes.reduce((sofar, change) => decided(sofar, change, mapping.fields), before)
      if (!importDecisions.safeParse(decisions).success) return 'too-many'
      const isReadAlike = (['encoding', 'sheet', 'top'] as const).every((how) => decisions[how] === before[how])
      const table = isReadAlike ? read : await readBeside(held, decisions, signal)
      if (table.kind === 'error') return refusal(table)
      const { name, bytes } = held
      return analysed(shift, { name, bytes }, table, decisions, signal)
    },
    /** Writes what is held under this id, and lets go of it. Null as in `decide`; `busy` while another list is being written. */
    commit(
      actor: Actor,
      shift: object,
      id: string,
    ): Generator<ImportProgress, Imported | { code: 'changed'; analysis: ImportAnalysis } | 'stopped'> | 'busy' | null {
      const held = analyses.find(shift, id)
      if (held === null) return null
      return isWriting ? 'busy' : writingHeld(actor, shift, held)
    },
    /** Nobody looks at it any more. */
    leave(shift: object, id: string): void {
      if (analyses.find(shift, id) !== null) analyses.drop(shift)
    },
  }
}

const readingOf = ({ encoding = null, sheet = null, top = 'headings' }: Partial<ImportDecisions>): Reading => ({
  encoding,
  sheet,
  top: top ?? 'guess',
  vocabulary: DELEGATE_LIST,
})

const refusal = ({ sentence, todo }: TableError): ImportError => ({ code: 'file-refused', sentence, todo })
